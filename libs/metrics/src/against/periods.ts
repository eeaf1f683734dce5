import { addDays, type Day, daysIn, type ComparedWith, previous, startOfMonth, type TimeRange } from '@evenhand/domain';

/** Which days are compared with which. */
export interface ComparedDays {
  readonly of: TimeRange;
  readonly range: TimeRange;
  readonly sameWeekdays: boolean;
}

const DAYS_PER_WEEK = 7;
/** As many weeks as a year has, so that Mondays are compared with Mondays. */
const YEAR_OF_WEEKS = 52 * DAYS_PER_WEEK;

const isWholeMonths = ({ from, to }: TimeRange): boolean => startOfMonth(from) === from && startOfMonth(to) === to;

/** Months are compared with the months of the year before, any other days with the same weekdays 52 weeks before. */
const yearBefore = (range: TimeRange): TimeRange =>
  isWholeMonths(range)
    ? { from: startOfMonth(range.from, -12), to: startOfMonth(range.to, -12) }
    : { from: addDays(range.from, -YEAR_OF_WEEKS), to: addDays(range.to, -YEAR_OF_WEEKS) };

const earliest = (a: Day, b: Day): Day => (a < b ? a : b);

const isSameWeekdays = (a: TimeRange, b: TimeRange): boolean =>
  daysIn(a) === daysIn(b) && (daysIn(a) % DAYS_PER_WEEK === 0 || daysIn({ from: b.from, to: a.from }) % DAYS_PER_WEEK === 0);

/**
 * The days that a range is compared with. Of a range that is not over (`knownTo` is the first day of which not everything is
 * known) only the days that are over are compared, with as many days from the start of the other; `null` where none is over.
 */
export function comparedDays(range: TimeRange, compared: ComparedWith, knownTo: Day | null): ComparedDays | null {
  const of = { from: range.from, to: knownTo === null ? range.to : earliest(range.to, knownTo) };
  if (of.from >= of.to) return null;
  if (compared === 'city' || compared === 'peers') return { of, range: of, sameWeekdays: true };
  const whole = compared === 'previous' ? previous(range) : yearBefore(range);
  const isPart = of.to < range.to;
  const other = isPart ? { from: whole.from, to: earliest(whole.to, addDays(whole.from, daysIn(of))) } : whole;
  return { of, range: other, sameWeekdays: isSameWeekdays(of, other) };
}
