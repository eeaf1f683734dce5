import { HttpClient } from '@angular/common/http';
import { inject, linkedSignal, type Signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { catchError, from, map, mergeMap, type Observable, of, scan } from 'rxjs';
import { type Loadable, LOADING } from './loadable';
import { problemFrom } from './problem';

/** How many are asked at the same time: the engine serves other readers too. */
const AT_ONCE = 3;

/** Answers to several requests of one kind, each as soon as it is known. */
export interface AskedEach<Answer> {
  /** Reactive: what became of one of them. */
  of(name: string): Loadable<Answer>;
  retry(): void;
}

type Params = Readonly<Record<string, string | number | readonly string[]>>;

interface Asking<Wanted> {
  readonly url: string;
  /** What is wanted; `null` waits. */
  readonly wanted: () => readonly Wanted[] | null;
  readonly nameOf: (wanted: Wanted) => string;
  readonly paramsOf: (wanted: Wanted) => Params;
}

/**
 * Asks several things at one address, each by itself, so that one that fails holds up no other; what stood before stays until
 * the first answer is there. Call it while a component is being made.
 */
export function askedEach<Wanted, Answer>({ url, wanted, nameOf, paramsOf }: Asking<Wanted>): AskedEach<Answer> {
  type Found = readonly [string, Loadable<Answer>];
  type ByName = ReadonlyMap<string, Loadable<Answer>>;
  const nothing: ByName = new Map();
  const http = inject(HttpClient);
  const one = (request: Wanted): Observable<Found> =>
    http.get<Answer>(url, { params: paramsOf(request) }).pipe(
      map((data): Found => [nameOf(request), { state: 'ready', data, isStale: false }]),
      catchError((error: unknown) => of<Found>([nameOf(request), { state: 'error', problem: problemFrom(error) }])),
    );
  const asked = rxResource({
    params: () => wanted() ?? undefined,
    stream: ({ params }) =>
      from(params).pipe(
        mergeMap(one, AT_ONCE),
        scan((found, entry): ByName => new Map([...found, entry]), nothing),
      ),
    defaultValue: nothing,
  });
  const kept: Signal<ByName> = linkedSignal<ByName, ByName>({
    source: () => asked.value(),
    computation: (found, before) => (found.size === 0 ? (before?.value ?? found) : found),
  });
  return { of: (name) => kept().get(name) ?? LOADING, retry: () => void asked.reload() };
}
