import { HttpClient, httpResource } from '@angular/common/http';
import { inject, linkedSignal, type Signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { ComparisonAnswer, UnevennessAnswer } from '@evenhand/contracts';
import type { Adjustment, Day, Grain, TimeRange } from '@evenhand/domain';
import { catchError, from, map, mergeMap, type Observable, of, scan } from 'rxjs';
import { type Asked, askedAgain } from './asked-again';
import type { CatalogMetric } from './city-facts';
import { type FilterChoice, filtersFor } from './filter-choice';
import { type Loadable, LOADING } from './loadable';
import { problemFrom } from './problem';
import { filterTexts } from './rows-behind';

const NEVER = (): null => null;

/** What is compared, as the query string of the server writes it. */
export interface ComparisonWanted extends TimeRange {
  readonly metric: string;
  readonly adjust: Adjustment;
  readonly where: readonly string[];
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

/** How many metrics are compared at the same time: the engine serves other readers too. */
const AT_ONCE = 3;

type ByMetric = ReadonlyMap<string, Loadable<ComparisonAnswer>>;
type Found = readonly [string, Loadable<ComparisonAnswer>];

const NOTHING: ByMetric = new Map();

/** Comparisons of several metrics, each as soon as it is known. */
export interface Comparisons {
  /** Reactive: what became of the comparison of one metric. */
  of(metric: string): Loadable<ComparisonAnswer>;
  retry(): void;
}

/**
 * Compares several metrics, each by itself, so that one that fails holds up no other; what stood before stays until the first
 * answer is there. `null` waits. Call it while a component is being made.
 */
export function comparisonsOf(wanted: () => readonly ComparisonWanted[] | null): Comparisons {
  const http = inject(HttpClient);
  const one = ({ where, ...rest }: ComparisonWanted): Observable<Found> =>
    http.get<ComparisonAnswer>('/api/comparisons', { params: { ...rest, where } }).pipe(
      map((data): Found => [rest.metric, { state: 'ready', data, isStale: false }]),
      catchError((error: unknown) => of<Found>([rest.metric, { state: 'error', problem: problemFrom(error) }])),
    );
  const asked = rxResource({
    params: () => wanted() ?? undefined,
    stream: ({ params }) =>
      from(params).pipe(
        mergeMap(one, AT_ONCE),
        scan((found, entry): ByMetric => new Map([...found, entry]), NOTHING),
      ),
    defaultValue: NOTHING,
  });
  const kept: Signal<ByMetric> = linkedSignal<ByMetric, ByMetric>({
    source: () => asked.value(),
    computation: (found, before) => (found.size === 0 ? (before?.value ?? found) : found),
  });
  return { of: (metric) => kept().get(metric) ?? LOADING, retry: () => void asked.reload() };
}
