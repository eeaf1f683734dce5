import type { TrendAnswer } from '@evenhand/contracts';
import type { Day, Grain, TimeRange } from '@evenhand/domain';
import { type AskedEach, askedEach } from './asked-each';
import type { CatalogMetric } from './city-facts';
import { type FilterChoice, filtersFor } from './filter-choice';
import { filterTexts } from './rows-behind';

/** Which control chart is wanted, as the query string of the server writes it. */
export interface TrendWanted extends TimeRange {
  readonly metric: string;
  readonly grain: Grain;
  readonly where: readonly string[];
  /** Code of a point; the whole city without one. */
  readonly point?: string;
  /** A day from which limits are counted anew. */
  readonly recalculate?: string;
}

/** A metric week by week with the filters that it knows; of one point where one is named. */
export const weeklyTrend = (
  { id, dimensions }: CatalogMetric,
  { from, to }: TimeRange,
  { choice, point, anew = null }: { readonly choice: FilterChoice; readonly point: string | null; readonly anew?: Day | null },
): TrendWanted => ({
  ...{ metric: id, from, to, grain: 'week', where: filterTexts(filtersFor(choice, dimensions)) },
  ...(point === null ? {} : { point }),
  // The server refuses a day outside the range: a link that names one is shown with limits as they stand.
  ...(anew === null || anew < from || anew >= to ? {} : { recalculate: anew }),
});

/** Control charts of several metrics, each by itself. `null` waits. Call it while a component is being made. */
export const trendsOf = (wanted: () => readonly TrendWanted[] | null): AskedEach<TrendAnswer> =>
  askedEach({ url: '/api/trend', wanted, nameOf: ({ metric }) => metric, paramsOf: (one) => ({ ...one }) });
