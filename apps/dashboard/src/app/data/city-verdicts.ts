import { HttpClient } from '@angular/common/http';
import { inject, type Signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { Verdicts } from '@evenhand/contracts';
import type { TimeRange } from '@evenhand/domain';
import { catchError, from, map, mergeMap, type Observable, of, scan } from 'rxjs';
import type { Loadable } from './loadable';
import { problemFrom } from './problem';

/** How many rules are asked about at the same time: the engine serves other readers too. */
const AT_ONCE = 3;

/** What the rules come to for the city as a whole, each as soon as it is known. */
export interface CityVerdicts {
  readonly byStandard: Signal<ReadonlyMap<string, Loadable<Verdicts>>>;
  retry(): void;
}

interface Wanted extends TimeRange {
  readonly standards: readonly string[];
}

type Found = readonly [string, Loadable<Verdicts>];

const NOTHING: ReadonlyMap<string, Loadable<Verdicts>> = new Map();

/**
 * Asks for the monthly verdicts of the city on each rule by itself, so that one that fails or takes long holds up no other.
 * `null` waits. Call it while a component is being made.
 */
export function cityVerdicts(wanted: () => Wanted | null): CityVerdicts {
  const http = inject(HttpClient);
  const one = (standard: string, range: TimeRange): Observable<Found> =>
    http
      .get<Verdicts>(`/api/standards/${encodeURIComponent(standard)}/verdicts`, { params: { ...range, by: 'city', grain: 'month' } })
      .pipe(
        map((data): Found => [standard, { state: 'ready', data, isStale: false }]),
        catchError((error: unknown) => of<Found>([standard, { state: 'error', problem: problemFrom(error) }])),
      );
  const asked = rxResource({
    params: () => wanted() ?? undefined,
    stream: ({ params: { standards, ...range } }) =>
      from(standards).pipe(
        mergeMap((standard) => one(standard, { from: range.from, to: range.to }), AT_ONCE),
        scan((found, entry): ReadonlyMap<string, Loadable<Verdicts>> => new Map([...found, entry]), NOTHING),
      ),
    defaultValue: NOTHING,
  });
  return { byStandard: asked.value, retry: () => void asked.reload() };
}
