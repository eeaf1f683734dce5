import { because } from './reason';
import { InvalidQuery } from './problem';

/** A calendar day in the city's zone, written `YYYY-MM-DD`. */
export type Day = string;

/** Half-open: includes `from`, excludes `to`. */
export interface TimeRange {
  readonly from: Day;
  readonly to: Day;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

const instantOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number): Day => new Date(instant).toISOString().slice(0, 10);

/** True for a real calendar day: `2028-02-29` is one, `2027-02-29` is not. */
export const isDay = (text: string): text is Day => DAY.test(text) && !Number.isNaN(instantOf(text)) && dayOf(instantOf(text)) === text;

/** The day `count` days later (earlier when negative). */
export const addDays = (day: Day, count: number): Day => dayOf(instantOf(day) + count * MS_PER_DAY);

/** Every day of a range in order; none where it ends before it begins. */
export function daysOf({ from, to }: TimeRange): Day[] {
  const first = instantOf(from);
  const count = Math.max(0, Math.ceil((instantOf(to) - first) / MS_PER_DAY));
  return Array.from({ length: count }, (_, index) => dayOf(first + index * MS_PER_DAY));
}

/** How many days the range covers. */
export const daysIn = ({ from, to }: TimeRange): number => Math.round((instantOf(to) - instantOf(from)) / MS_PER_DAY);

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekdayOf = (day: Day): number => new Date(instantOf(day)).getUTCDay() || 7;

/** The first day of the month `count` months away from the one that holds `day`. */
export const startOfMonth = (day: Day, count = 0): Day => dayOf(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + count, 1));

const isWholeMonths = ({ from, to }: TimeRange): boolean => from.endsWith('-01') && to.endsWith('-01');

const monthsIn = ({ from, to }: TimeRange): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

/** The comparable period just before: the same number of whole months where the range is whole months, else of days. */
export const previous = (range: TimeRange): TimeRange =>
  isWholeMonths(range)
    ? { from: startOfMonth(range.from, -monthsIn(range)), to: range.from }
    : { from: addDays(range.from, -daysIn(range)), to: range.from };

/** Checks both ends and their order. Throws {@link InvalidQuery} with the field and what is allowed. */
export function timeRange(from: string, to: string): TimeRange {
  for (const [field, text] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!isDay(text))
      throw new InvalidQuery(
        field,
        `"${text}" is not a day; write it as YYYY-MM-DD, for example 2026-10-01.`,
        because('not_a_day', { value: text }),
      );
  }
  if (from >= to)
    throw new InvalidQuery(
      'to',
      `"${to}" must be after "${from}": the range includes its first day and excludes its last.`,
      because('backwards', { from, to }),
    );
  return { from, to };
}
