import { httpResource } from '@angular/common/http';
import type { ComparisonAnswer, UnevennessAnswer } from '@evenhand/contracts';
import type { Adjustment, Day, Grain, TimeRange } from '@evenhand/domain';
import { type Asked, askedAgain } from './asked-again';
import { type AskedEach, askedEach } from './asked-each';
import type { CatalogMetric } from './city-facts';
import { type FilterChoice, filtersFor } from './filter-choice';
import { filterTexts } from './rows-behind';

const NEVER = (): null => null;

/** What is compared, as the query string of the server writes it. */
export interface ComparisonWanted extends TimeRange {
  readonly metric: string;
  readonly adjust: Adjustment;
  readonly where: readonly string[];
  /** As it was known at an instant. */
  readonly asOf?: string;
}

export interface UnevennessWanted extends ComparisonWanted {
  readonly grain: Grain;
  readonly since?: Day;
}

/** A metric over a range with the filters that it knows. */
export const comparisonWanted = (
  metric: CatalogMetric,
  { from, to }: TimeRange,
  { choice, adjust }: { readonly choice: FilterChoice; readonly adjust: Adjustment },
): ComparisonWanted => ({ metric: metric.id, from, to, adjust, where: filterTexts(filtersFor(choice, metric.dimensions)) });

/** True where points can be called better or worse than the city: what adds up is larger where the point is. */
export const isComparable = ({ kind, direction, dimensions }: CatalogMetric): boolean =>
  kind !== 'count' && kind !== 'total' && direction !== 'none' && dimensions.includes('point');

/** Each point against what the city does with the same work; `null` waits. Call it while a component is being made. */
export const comparisonOf = (wanted: () => ComparisonWanted | null): Asked<ComparisonAnswer> =>
  askedAgain(
    httpResource<ComparisonAnswer>(() => {
      const params = wanted();
      return params === null ? undefined : { url: '/api/comparisons', params: { ...params } };
    }),
    NEVER,
  );

/** How uneven the city is; `null` waits. Call it while a component is being made. */
export const unevennessOf = (wanted: () => UnevennessWanted | null): Asked<UnevennessAnswer> =>
  askedAgain(
    httpResource<UnevennessAnswer>(() => {
      const params = wanted();
      return params === null ? undefined : { url: '/api/unevenness', params: { ...params } };
    }),
    NEVER,
  );

/** Comparisons of several metrics, each as soon as it is known. */
export type Comparisons = AskedEach<ComparisonAnswer>;

/** Compares several metrics, each by itself. `null` waits. Call it while a component is being made. */
export const comparisonsOf = (wanted: () => readonly ComparisonWanted[] | null): Comparisons =>
  askedEach({ url: '/api/comparisons', wanted, nameOf: ({ metric }) => metric, paramsOf: (one) => ({ ...one }) });
