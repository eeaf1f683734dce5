import { computed, Injectable, signal } from '@angular/core';
import { remembered } from '../preferences/remembered';

/** What is shown, in this order: the first place on the page that matches is pointed at. */
export const TOUR_STEPS = [
  { text: 'tour.filters', at: 'eh-filter-bar' },
  { text: 'tour.answer', at: 'main h1' },
  { text: 'tour.trust', at: 'eh-explain-button button, button.twin' },
  { text: 'tour.search', at: '#search' },
] as const;

/** The way through the product in four steps: offered at the first use, repeated on demand. */
@Injectable({ providedIn: 'root' })
export class Tour {
  private readonly place = signal<number | null>(null);
  private readonly isKnown = signal(remembered.read('tour') === 'seen');

  /** The number of the step that is shown, from 0; `null` while none is. */
  readonly step = this.place.asReadonly();
  /** True until the reader has taken the tour, or said that they need none. */
  readonly isOffered = computed(() => !this.isKnown() && this.place() === null);

  start(): void {
    this.place.set(0);
  }

  /** Goes on or back; after the last step it is over. */
  move(steps: 1 | -1): void {
    const next = (this.place() ?? 0) + steps;
    if (next >= TOUR_STEPS.length) this.end();
    else this.place.set(Math.max(0, next));
  }

  end(): void {
    remembered.write('tour', 'seen');
    this.isKnown.set(true);
    this.place.set(null);
  }
}
