import { A11yModule } from '@angular/cdk/a11y';
import { ChangeDetectionStrategy, Component, computed, effect, inject, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SavedViews, screenOf } from '../data/saved-views';
import { Refusal } from '../design/refusal';
import { ViewEntry } from './view-entry';

/** How long a deletion can be taken back beside the list. */
const UNDO_MS = 10_000;

/** Keeps the screen that is shown, and lists those that are kept. */
@Component({
  selector: 'eh-views-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [A11yModule, Refusal, TranslocoPipe, ViewEntry],
  templateUrl: './views-panel.html',
  styleUrl: './views-panel.css',
})
export class ViewsPanel {
  /** A view was opened. */
  readonly opened = output();

  private readonly router = inject(Router);
  protected readonly views = inject(SavedViews);
  protected readonly name = signal('');
  protected readonly isShared = signal(false);
  protected readonly own = computed(() => this.views.found().views.filter(({ isOwn }) => isOwn));
  protected readonly shared = computed(() => this.views.found().views.filter(({ isOwn }) => !isOwn));

  constructor() {
    effect((onCleanup) => {
      if (this.views.thrownAway() === null) return;
      const timer = setTimeout(() => this.views.thrownAway.set(null), UNDO_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.name.set(event.target.value);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.name().trim() === '') return;
    if (await this.views.save(this.name().trim(), screenOf(this.router.url), this.isShared())) this.name.set('');
  }
}
