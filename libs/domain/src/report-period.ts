import { InvalidQuery } from './problem';
import { because } from './reason';
import { addDays, startOfMonth, type Day, type TimeRange } from './time-range';

/**
 * Two calendars are in use side by side and never belong in one chart: `calendar` months, by which the national index 766
 * is computed, and `report` periods, which run from the 15th to the 14th (Decree 09/2019/NĐ-CP on reporting).
 */
export const REPORT_CALENDARS = ['calendar', 'report'] as const;
export type ReportCalendar = (typeof REPORT_CALENDARS)[number];

/** How many months each kind of period lasts. */
const MONTHS = { month: 1, quarter: 3, half: 6, nine_months: 9, year: 12 } as const;
export const PERIOD_KINDS = ['month', 'quarter', 'half', 'nine_months', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** One period of a year: month 1 to 12, quarter 1 to 4, half 1 or 2; nine months and the year have number 1 only. */
export interface ReportPeriod {
  readonly calendar: ReportCalendar;
  readonly kind: PeriodKind;
  readonly year: number;
  readonly number: number;
}

/** How many periods of a kind begin in a year; the first nine months of a year are reported once. */
export const periodsPerYear = (kind: PeriodKind): number => Math.floor(12 / MONTHS[kind]);

const firstOfYear = (year: number): Day => `${String(year).padStart(4, '0')}-01-01`;
const DAYS_TO_THE_15TH = 14;

/** Where a calendar month begins in a calendar: on the 1st, or on the 15th of the month before. */
const beginningOf = (calendar: ReportCalendar, firstOfMonth: Day): Day =>
  calendar === 'calendar' ? firstOfMonth : addDays(startOfMonth(firstOfMonth, -1), DAYS_TO_THE_15TH);

function checkPeriod({ kind, year, number }: ReportPeriod): void {
  if (!Number.isInteger(year) || year < 1900 || year > 2100)
    throw new InvalidQuery(
      'year',
      `${year} is not a year; give a whole number from 1900 to 2100.`,
      because('not_a_period', { value: year }),
    );
  const last = periodsPerYear(kind);
  if (!Number.isInteger(number) || number < 1 || number > last)
    throw new InvalidQuery(
      'number',
      `A year has no ${kind} ${number}; give ${last === 1 ? '1' : `a whole number from 1 to ${last}`}.`,
      because('not_a_period', { value: `${kind} ${number}` }),
    );
}

/**
 * The days of a period. Quarter I of 2026 is 1 January to 31 March by the calendar, 15 December 2025 to 14 March 2026 in
 * reports.
 */
export function rangeOfPeriod(period: ReportPeriod): TimeRange {
  checkPeriod(period);
  const { calendar, kind, year, number } = period;
  const january = firstOfYear(year);
  const months = MONTHS[kind];
  return {
    from: beginningOf(calendar, startOfMonth(january, (number - 1) * months)),
    to: beginningOf(calendar, startOfMonth(january, number * months)),
  };
}

/** The period that holds a day; undefined in the last three months of a year for nine months. */
export function periodHolding(calendar: ReportCalendar, kind: PeriodKind, day: Day): ReportPeriod | undefined {
  // From the 15th on a day is reported in the next month.
  const month = calendar === 'report' && Number(day.slice(8)) > DAYS_TO_THE_15TH ? startOfMonth(day, 1) : startOfMonth(day);
  const number = Math.floor((Number(month.slice(5, 7)) - 1) / MONTHS[kind]) + 1;
  return number > periodsPerYear(kind) ? undefined : { calendar, kind, year: Number(month.slice(0, 4)), number };
}

/** The period before: that of the same length just before, or the same nine months of the year before. */
export function precedingPeriod(period: ReportPeriod): ReportPeriod {
  checkPeriod(period);
  const { kind, year, number } = period;
  return number > 1 ? { ...period, number: number - 1 } : { ...period, year: year - 1, number: periodsPerYear(kind) };
}

/** The same period of the year before. */
export function aYearBefore(period: ReportPeriod): ReportPeriod {
  checkPeriod(period);
  return { ...period, year: period.year - 1 };
}

/** All periods of a kind that begin in a year, in order. */
export const periodsOfYear = (calendar: ReportCalendar, kind: PeriodKind, year: number): ReportPeriod[] =>
  Array.from({ length: periodsPerYear(kind) }, (_, index) => ({ calendar, kind, year, number: index + 1 }));
