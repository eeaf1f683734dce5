import { type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { tap } from 'rxjs';
import type { SentPage } from './sent-page';

const pathOf = (url: string): string => url.split('?')[0] ?? url;
const oldest = (instants: readonly string[]): string | null => instants.toSorted()[0] ?? null;

/** Since when what stands on the page is the last good answer instead of one of this moment. */
@Injectable({ providedIn: 'root' })
export class StaleAnswers {
  private readonly byPath = signal<ReadonlyMap<string, string>>(new Map());

  /** The oldest instant; `null` when everything is of this moment. */
  readonly since = computed(() => oldest([...this.byPath().values()]));

  note(url: string, since: string | null): void {
    const path = pathOf(url);
    if (since === null && !this.byPath().has(path)) return;
    const others = [...this.byPath()].filter(([other]) => other !== path);
    this.byPath.set(new Map(since === null ? others : [...others, [path, since]]));
  }

  /** Another page holds other answers. */
  forget(): void {
    this.byPath.set(new Map());
  }
}

function staleSince(response: HttpResponse<unknown>): string | null {
  if (pathOf(response.url ?? '').endsWith('/api/answers')) {
    const slots = Object.values((response.body as SentPage | null)?.answers ?? {});
    return oldest(slots.flatMap((slot) => ('staleSince' in slot && slot.staleSince !== undefined ? [slot.staleSince] : [])));
  }
  return response.headers.get('x-stale-since');
}

/** Hears of each answer whether it is of this moment. */
export const noteStaleAnswers: HttpInterceptorFn = (request, next) => {
  const answers = inject(StaleAnswers);
  return next(request).pipe(
    tap((event) => {
      if (event instanceof HttpResponse && request.url.startsWith('/api/')) answers.note(request.url, staleSince(event));
    }),
  );
};
