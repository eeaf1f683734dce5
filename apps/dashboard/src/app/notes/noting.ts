import { computed, inject, Injectable } from '@angular/core';
import { placeIn } from '@evenhand/domain';
import { UrlState } from '../data/url-state';

/** Of which place the notes are open. It lives in the query string, so that a link or a reload opens them again. */
@Injectable({ providedIn: 'root' })
export class Noting {
  private readonly url = inject(UrlState);

  /** `city`, `branch:B1`, `unit:00004` or `point:P1`; `null` while no notes are open. */
  readonly place = computed(() => {
    const named = this.url.params().get('notes') ?? '';
    return placeIn(named) === null ? null : named;
  });

  readonly open = (place: string): void => void this.url.set({ notes: place });
  readonly close = (): void => void this.url.set({ notes: null, notes_from: null, notes_to: null });
}
