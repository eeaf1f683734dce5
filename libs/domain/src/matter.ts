/** Why a point asks for somebody: people in line too long, half-hours that jam, dossiers that are late or will be. */
export const MATTER_CAUSES = ['line', 'jam', 'overdue', 'late_soon'] as const;
export type MatterCause = (typeof MATTER_CAUSES)[number];

/** The longest name of whoever takes care of a matter, and the longest reason to put one off, in characters. */
export const LONGEST_OWNER = 80;
export const LONGEST_REASON = 200;

/** How far ahead a matter can be due, and how long it can be put off, in working days. */
export const MOST_DAYS_DUE = 60;
export const MOST_DAYS_OFF = 20;
