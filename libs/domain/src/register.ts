/**
 * What people may change besides the files of a city: days of the calendar, hours of weekdays, hours of single dates, limits
 * of procedures, figures for scores that no feed tells. Each keeps every version of every entry.
 */
export const REGISTERS = ['calendar', 'opening_hours', 'hours_on_dates', 'procedure_limits', 'stated_figures'] as const;
export type RegisterName = (typeof REGISTERS)[number];

/** Whether somebody in charge has decided a day, or it is expected from the rule until then. */
export const STANDINGS = ['official', 'assumed'] as const;
export type Standing = (typeof STANDINGS)[number];
