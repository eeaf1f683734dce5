import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { SavedViewInfo, ViewHistory } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { paramsOf, SavedViews, screenOf } from '../data/saved-views';
import { Ago } from '../design/ago';
import { Icon } from '../design/icon';

/** One screen that is kept: opens it; its owner renames, shares, overwrites and throws it away. */
@Component({
  selector: 'eh-view-entry',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Ago, Icon, RouterLink, TranslocoPipe],
  templateUrl: './view-entry.html',
  styleUrl: './view-entry.css',
})
export class ViewEntry {
  readonly view = input.required<SavedViewInfo>();
  readonly isHome = input.required<boolean>();
  readonly opened = output();

  private readonly router = inject(Router);
  protected readonly views = inject(SavedViews);
  protected readonly isUnfolded = signal(false);
  protected readonly isCopied = signal(false);
  protected readonly history = signal<ViewHistory | null>(null);
  protected readonly params = computed(() => paramsOf(this.view().query));

  protected async rename(event: Event, name: string): Promise<void> {
    event.preventDefault();
    if (name.trim() !== '' && name.trim() !== this.view().name) await this.views.change(this.view(), { name: name.trim() });
  }

  protected overwrite(): Promise<boolean> {
    return this.views.change(this.view(), screenOf(this.router.url));
  }

  /** The link leads to the screen itself: whoever opens it needs no view. */
  protected async copy(): Promise<void> {
    const { path, query } = this.view();
    await navigator.clipboard.writeText(`${location.origin}${path}${query === '' ? '' : `?${query}`}`).then(
      () => this.isCopied.set(true),
      () => this.isCopied.set(false),
    );
  }

  protected async showHistory(): Promise<void> {
    this.history.set(this.history() === null ? await this.views.history(this.view()) : null);
  }

  protected async restore(version: number): Promise<void> {
    if (await this.views.restore(this.view(), version)) this.history.set(await this.views.history(this.view()));
  }
}
