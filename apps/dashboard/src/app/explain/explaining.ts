import { computed, inject, Injectable } from '@angular/core';
import { explainedIn } from '../data/explain-choice';
import { UrlState } from '../data/url-state';

/** Which figure is being explained. It lives in the query string, so that a link or a reload opens the same explanation. */
@Injectable({ providedIn: 'root' })
export class Explaining {
  private readonly url = inject(UrlState);

  readonly figure = computed(() => explainedIn(this.url.params()));

  /** Opens the explanation of a metric, of the places and times that `where` names (`point:P1`). */
  readonly open = (metric: string, where: readonly string[]): void =>
    void this.url.set({ explain: metric, explain_where: where.length === 0 ? null : where });

  readonly close = (): void => void this.url.set({ explain: null, explain_where: null });
}
