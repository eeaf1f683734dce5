import { computed, Injectable, signal } from '@angular/core';
import { remembered } from './remembered';

export type Density = 'roomy' | 'dense';

const densityIn = (text: string | null): Density => (text === 'dense' ? 'dense' : 'roomy');

/** How close the rows of tables stand: the reader's choice in this browser, no part of a link. */
@Injectable({ providedIn: 'root' })
export class DensityChoice {
  private readonly chosen = signal(densityIn(remembered.read('density')));

  readonly density = this.chosen.asReadonly();
  readonly rowHeight = computed(() => (this.chosen() === 'dense' ? 32 : 46));

  choose(density: Density): void {
    remembered.write('density', density);
    this.chosen.set(density);
  }
}
