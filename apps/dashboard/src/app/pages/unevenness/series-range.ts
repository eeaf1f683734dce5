import { addDays, type Day, startOfMonth, type TimeRange } from '@evenhand/domain';
import { isPartialWeek, type KnownDays } from '../../data/periods';
import type { SeriesGrain } from './unevenness-choice';

const MONTHS = 12;
/** A month of which so many first days are missing still counts as whole: they may be a weekend and a holiday. */
const DAYS_TO_SPARE = 4;

/** Whole months up to the end of the period (or of the data), a year of them or as many as the period has. */
export function monthsUpTo(range: TimeRange, { firstDay, lastDay }: KnownDays): TimeRange {
  const known = startOfMonth(lastDay, 1);
  const to = range.to < known ? range.to : known;
  const year = startOfMonth(addDays(to, -1), 1 - MONTHS);
  const asked = startOfMonth(range.from);
  const from = asked < year ? asked : year;
  const first = firstDay <= addDays(startOfMonth(firstDay), DAYS_TO_SPARE) ? startOfMonth(firstDay) : startOfMonth(firstDay, 1);
  return { from: from < first && first < to ? first : from, to };
}

/** The day from which a change is counted: the one asked for when it lies in the series, else its first. */
export const sinceIn = ({ from, to }: TimeRange, asked: Day | null): Day => (asked !== null && asked >= from && asked < to ? asked : from);

/** True when the last period of a series is not over yet, or cut short by the end of the range. */
export function isLastPartial(last: TimeRange | undefined, grain: SeriesGrain, { lastDay }: KnownDays): boolean {
  if (last === undefined) return false;
  const known = addDays(lastDay, 1);
  const told: TimeRange = { from: last.from, to: last.to < known ? last.to : known };
  return grain === 'week' ? isPartialWeek(last.from, told) : startOfMonth(last.from, 1) > told.to;
}
