import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Verdict } from '../data/verdict';

const TONES: Readonly<Record<Verdict, 'worse' | 'watch' | 'better' | 'neutral'>> = {
  beyond: 'worse',
  look: 'watch',
  better: 'better',
  within: 'neutral',
  few: 'neutral',
  partial: 'neutral',
  unknown: 'neutral',
};

/** The colour role of a verdict. */
export const toneOf = (verdict: Verdict): 'worse' | 'watch' | 'better' | 'neutral' => TONES[verdict];

/** A verdict in words; the colour only repeats them. */
@Component({
  selector: 'eh-verdict-tag',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `<span [class]="tone()">{{ 'verdict.' + verdict() | transloco }}</span>`,
  styles: `
    span {
      display: inline-block;
      padding: 2px 7px;
      border-radius: 6px;
      background: var(--eh-neutral-soft);
      color: var(--eh-neutral-strong);
      font-size: 11.5px;
      font-weight: 600;
      white-space: nowrap;
    }
    .worse {
      background: var(--eh-worse-soft);
      color: var(--eh-worse-strong);
    }
    .watch {
      background: var(--eh-watch-soft);
      color: var(--eh-watch-strong);
    }
    .better {
      background: var(--eh-better-soft);
      color: var(--eh-better-strong);
    }
  `,
})
export class VerdictTag {
  readonly verdict = input.required<Verdict>();
  protected readonly tone = computed(() => toneOf(this.verdict()));
}
