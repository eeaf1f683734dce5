import { dueAt, type Limit } from './deadline';
import { type Pause } from './pause';
import { PointHours, type OpeningHoursRow } from './point-hours';
import { wallClock, wallClockText } from './wall-clock';
import { WorkingCalendar, type NamedDay } from './working-calendar';
import { WorkingTime } from './working-time';
import { COMMON_RULES, type WorkingTimeRules } from './working-time-rules';

const named = (kind: NamedDay['kind'], days: readonly string[]): NamedDay[] => days.map((day) => ({ day, kind }));

/** Days that Vietnam's calendar names from 2026 to 2027, as far as the examples touch them. */
export const NAMED_DAYS: readonly NamedDay[] = [
  ...named('holiday', ['2026-01-01', '2026-04-26', '2026-04-30', '2026-05-01', '2026-09-01', '2026-09-02', '2026-11-24', '2027-01-01']),
  ...named(
    'holiday',
    ['14', '15', '16', '17', '18', '19', '20', '21', '22'].map((day) => `2026-02-${day}`),
  ),
  ...named('compensatory', ['2026-04-27']),
  ...named('weekly_rest', ['2026-01-02', '2026-08-31']),
  ...named('swap_working', ['2026-01-10', '2026-08-22']),
];

type Stretch = readonly [opensAt: string, closesAt: string];

/** Rows for the given weekdays, in force from `validFrom` up to, not including, `validTo`. */
export const hoursRows = (
  pointCode: string | null,
  weekdays: readonly number[],
  stretches: readonly Stretch[],
  { validFrom = '1970-01-01', validTo = null }: { readonly validFrom?: string; readonly validTo?: string | null } = {},
): OpeningHoursRow[] =>
  weekdays.flatMap((weekday) => stretches.map(([opensAt, closesAt]) => ({ pointCode, weekday, opensAt, closesAt, validFrom, validTo })));

export const WEEKDAYS = [1, 2, 3, 4, 5];

/**
 * The city: 07:00–11:30 and 13:30–17:00, 4.5 h + 3.5 h = 8 h. Point SEVEN: 08:00–11:30 and 13:30–17:00, 3.5 h + 3.5 h =
 * 7 h, and Saturday mornings. Point MOVED: the city's hours until the end of June 2026, then 08:00–12:00 and 13:00–17:00.
 */
export const HOURS: readonly OpeningHoursRow[] = [
  ...hoursRows(null, WEEKDAYS, [
    ['13:30', '17:00'],
    ['07:00', '11:30'],
  ]),
  ...hoursRows('SEVEN', WEEKDAYS, [
    ['08:00', '11:30'],
    ['13:30', '17:00'],
  ]),
  ...hoursRows('SEVEN', [6], [['08:00', '11:30']]),
  ...hoursRows(
    'MOVED',
    WEEKDAYS,
    [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ],
    { validFrom: '2026-07-01' },
  ),
];

export const CALENDAR = new WorkingCalendar(NAMED_DAYS);

/** The working time of a point of the example; the city's hours when none is named. */
export const workingTime = (pointCode: string | null = null, rules: Partial<WorkingTimeRules> = {}): WorkingTime =>
  new WorkingTime(CALENDAR, new PointHours(HOURS, pointCode), { ...COMMON_RULES, ...rules });

/** A pause between two instants in writing; without an end while the applicant has not answered. */
export const pause = (from: string, to?: string): Pause => ({ from: wallClock(from), to: to === undefined ? undefined : wallClock(to) });

interface Case {
  readonly time?: WorkingTime;
  readonly pauses?: readonly Pause[];
}

/** When something received at an instant in writing is due, in writing. */
export function due(received: string, limit: Limit, { time = workingTime(), pauses = [] }: Case = {}): string | undefined {
  const at = dueAt(time, { received: wallClock(received), limit, pauses });
  return at && wallClockText(at).slice(0, 16);
}

export const hours = (count: number): Limit => ({ unit: 'hours', count });
export const workingDays = (count: number): Limit => ({ unit: 'working_days', count });
export const calendarDays = (count: number): Limit => ({ unit: 'calendar_days', count });
export const daysButHolidays = (count: number): Limit => ({ unit: 'days_but_holidays', count });
export const SAME_DAY: Limit = { unit: 'same_day' };
