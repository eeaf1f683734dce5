import { computed, inject, Injectable, Injector } from '@angular/core';
import { followSidePanel } from '../design/follow-side-panel';
import { Explaining } from './explaining';

/** Shows the panel while the query string names a figure, and takes it away when it does not. */
@Injectable({ providedIn: 'root' })
export class ExplainOutlet {
  private readonly explaining = inject(Explaining);
  private readonly injector = inject(Injector);

  /** Begins to follow the query string. */
  follow(): void {
    followSidePanel(this.injector, {
      isWanted: computed(() => this.explaining.figure() !== null),
      close: this.explaining.close,
      open: async (mayClose) => (await import('./open-panel')).openPanel(this.injector, mayClose),
    });
  }
}
