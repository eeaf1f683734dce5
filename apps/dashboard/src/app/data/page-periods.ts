import { addDays, type TimeRange } from '@evenhand/domain';
import type { CityFacts } from './city-facts';
import type { Filters } from './filters';
import { weeksUpTo } from './periods';

const WEEKS = 26;
const YEAR = 52;
const MS_PER_WEEK = 7 * 86_400_000;

/** The periods that a page asks about. */
export interface PagePeriods {
  readonly range: TimeRange;
  /** The period to compare with; `null` when the data does not reach back. */
  readonly before: TimeRange | null;
  /** Whole weeks for trends, longer than the period when that is short. */
  readonly weeks: TimeRange;
  /** Whole weeks of up to a year: limits of a control chart rest on the earlier ones. */
  readonly year: TimeRange;
}

/** The periods of the chosen filters; `null` before the city is known. */
export function pagePeriods(filters: Filters, facts: CityFacts): PagePeriods | null {
  const [range, known] = [filters.range(), facts.knownDays()];
  if (range === null || known === null) return null;
  const count = Math.max(WEEKS, Math.ceil((Date.parse(range.to) - Date.parse(range.from)) / MS_PER_WEEK));
  const weeks = weeksUpTo(range, count, known);
  const year = weeksUpTo(range, Math.max(YEAR, count), known);
  const oneDay = { from: range.from, to: addDays(range.from, 1) };
  const some = (weeksOfData: TimeRange): TimeRange => (weeksOfData.from < weeksOfData.to ? weeksOfData : oneDay);
  return { range, before: filters.comparison(), weeks: some(weeks), year: some(year) };
}
