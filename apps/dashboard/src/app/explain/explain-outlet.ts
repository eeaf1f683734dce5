import type { DialogRef } from '@angular/cdk/dialog';
import { computed, effect, inject, Injectable, Injector, untracked } from '@angular/core';
import { Explaining } from './explaining';

/** Shows the panel while the query string names a figure, and takes it away when it does not. */
@Injectable({ providedIn: 'root' })
export class ExplainOutlet {
  private readonly explaining = inject(Explaining);
  private readonly injector = inject(Injector);
  private readonly isWanted = computed(() => this.explaining.figure() !== null);
  private shown: Pick<DialogRef, 'close'> | null = null;

  /** Begins to follow the query string. */
  follow(): void {
    effect(
      () => {
        if (this.isWanted()) void untracked(() => this.show());
        else this.hide();
      },
      { injector: this.injector },
    );
  }

  private async show(): Promise<void> {
    const { openPanel } = await import('./open-panel');
    if (!this.isWanted() || this.shown !== null) return;
    this.shown = openPanel(this.injector, () => {
      // Escape, a click beside the panel and its own button only ask: the query string decides.
      if (this.isWanted()) this.explaining.close();
      return !this.isWanted();
    });
  }

  private hide(): void {
    this.shown?.close();
    this.shown = null;
  }
}
