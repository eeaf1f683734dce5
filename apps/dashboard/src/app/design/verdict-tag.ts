import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Verdict } from '../data/verdict';
import { type Tone, ToneTag } from './tone-tag';

const TONES: Readonly<Record<Verdict, Tone>> = {
  beyond: 'worse',
  look: 'watch',
  better: 'better',
  within: 'neutral',
  few: 'neutral',
  partial: 'neutral',
  unknown: 'neutral',
};

/** The colour role of a verdict. */
export const toneOf = (verdict: Verdict): Tone => TONES[verdict];

/** A verdict in words; the colour only repeats them. */
@Component({
  selector: 'eh-verdict-tag',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ToneTag, TranslocoPipe],
  template: `<eh-tone-tag [tone]="tone()">{{ 'verdict.' + verdict() | transloco }}</eh-tone-tag>`,
})
export class VerdictTag {
  readonly verdict = input.required<Verdict>();
  protected readonly tone = computed(() => toneOf(this.verdict()));
}
