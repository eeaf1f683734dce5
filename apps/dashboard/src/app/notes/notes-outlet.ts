import { computed, inject, Injectable, Injector } from '@angular/core';
import { followSidePanel } from '../design/follow-side-panel';
import { Noting } from './noting';

/** Shows the notes while the query string names their place, and takes them away when it does not. */
@Injectable({ providedIn: 'root' })
export class NotesOutlet {
  private readonly noting = inject(Noting);
  private readonly injector = inject(Injector);

  /** Begins to follow the query string. */
  follow(): void {
    followSidePanel(this.injector, {
      isWanted: computed(() => this.noting.place() !== null),
      close: this.noting.close,
      open: async (mayClose) => (await import('./open-notes')).openNotes(this.injector, mayClose),
    });
  }
}
