import { HttpErrorResponse, type HttpInterceptorFn, type HttpRequest, HttpResponse } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { Problem } from '@evenhand/contracts';
import { finalize, map, merge, Subject, takeWhile } from 'rxjs';

/** The status of a question that the reader stopped waiting for; no server sends it. */
export const STOPPED = 499;
const STOPPED_PROBLEM: Problem = { type: 'urn:evenhand:problem:stopped', title: '', status: STOPPED, detail: '', requestId: '' };

/** What the page asks the server at this moment, and since when. The reader may stop waiting for all of it. */
@Injectable({ providedIn: 'root' })
export class Waiting {
  private readonly begun = signal<readonly { readonly at: number }[]>([]);
  private readonly asked = new Subject<void>();

  /** Emits when the reader no longer wants to wait. */
  readonly stops = this.asked.asObservable();
  /** When the oldest question that is not answered yet was asked, by the clock of the browser; `null` while there is none. */
  readonly since = computed(() => this.begun()[0]?.at ?? null);

  /** Counts a question until the returned function is called. */
  begin(at: number): () => void {
    const question = { at };
    this.begun.update((all) => [...all, question]);
    return () => this.begun.update((all) => all.filter((one) => one !== question));
  }

  stop(): void {
    this.asked.next();
  }
}

/** Figures of a page: not files and counts of every row, which have a way out of their own, and not what changes something. */
const isFigures = ({ method, url, responseType }: HttpRequest<unknown>): boolean =>
  url.startsWith('/api/') && !url.startsWith('/api/tasks/') && responseType === 'json' && (method === 'GET' || url === '/api/answers');

/** Lets the reader stop waiting for the figures of a page: the request is given up, and its card says so. */
export const waitWithReader: HttpInterceptorFn = (request, next) => {
  if (!isFigures(request)) return next(request);
  const waiting = inject(Waiting);
  const end = waiting.begin(Date.now());
  const stopped = waiting.stops.pipe(
    map((): never => {
      throw new HttpErrorResponse({ status: STOPPED, url: request.url, error: STOPPED_PROBLEM });
    }),
  );
  return merge(next(request), stopped).pipe(
    takeWhile((event) => !(event instanceof HttpResponse), true),
    finalize(end),
  );
};
