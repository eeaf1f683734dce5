import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { formatAgo } from '../format/ago';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';

const TICK_MS = 30_000;

/** How long ago something happened, counting up while the page is open; the instant itself stands in the tooltip. */
@Component({
  selector: 'eh-ago',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<time [attr.datetime]="instant()" [title]="title()">{{ text() }}</time>`,
})
export class Ago {
  /** ISO 8601, on the real clock: the moments of a simulated city do not pass. */
  readonly instant = input.required<string>();

  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly now = signal(Date.now());

  protected readonly text = computed(() => formatAgo(this.instant(), this.now(), this.words.language()));
  protected readonly title = computed(() => `${this.text()} · ${this.formats.instant(this.instant())}`);

  constructor() {
    const timer = setInterval(() => this.now.set(Date.now()), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
