import { ChangeDetectionStrategy, Component, computed, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { inUnits } from '../data/data-age';
import { StaleAnswers } from '../data/stale-answers';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';

const TICK_MS = 20_000;

/** Says that the warehouse does not answer, and how old the figures are that stand on the page; it counts up. */
@Component({
  selector: 'eh-stale-notice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    @if (text(); as text) {
      <p role="status">
        {{ text }} <button type="button" class="button" (click)="askAgain()">{{ 'stale.again' | transloco }}</button>
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 14px;
      align-items: center;
      justify-content: space-between;
      margin: 0 0 14px;
      padding: 10px 14px;
      border: 1px solid var(--eh-line);
      border-left: 3px solid var(--eh-watch);
      border-radius: var(--eh-radius-small);
      background: var(--eh-surface);
    }
  `,
})
export class StaleNotice {
  private readonly answers = inject(StaleAnswers);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly document = inject(DOCUMENT);
  private readonly now = signal(Date.now());

  protected readonly text = computed(() => {
    const since = this.answers.since();
    if (since === null) return '';
    const { unit, count } = inUnits(Math.max(0, this.now() - Date.parse(since)));
    const age = this.words.say(`age.in_${unit}`, { number: this.formats.number(count) });
    return this.words.say('stale.notice', { instant: this.formats.instant(since), age });
  });

  constructor() {
    const timer = setInterval(() => this.now.set(Date.now()), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected askAgain(): void {
    this.document.location.reload();
  }
}
