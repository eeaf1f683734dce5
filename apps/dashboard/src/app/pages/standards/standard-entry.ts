import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Day } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { Filters } from '../../data/filters';
import { Problem } from '../../design/problem';
import { StandingTag } from '../../design/standing-tag';
import { Words } from '../../i18n/words';
import { MonthStrip } from './month-strip';
import { RuleWords } from '../../format/rule-words';
import type { StandardRow } from './standard-rows';

/** One rule of the list: what it promises and by which text, what it comes to, and how that went before. */
@Component({
  selector: 'eh-standard-entry',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MonthStrip, Problem, RouterLink, StandingTag, TranslocoPipe],
  templateUrl: './standard-entry.html',
  styleUrl: './standard-entry.css',
})
export class StandardEntry {
  readonly row = input.required<StandardRow>();
  readonly months = input.required<readonly Day[]>();
  readonly running = input<Day | null>(null);
  readonly retry = output();

  protected readonly words = inject(Words);
  protected readonly rules = inject(RuleWords);
  protected readonly carried = inject(Filters).carried;

  protected readonly standard = computed(() => this.row().standard);
  protected readonly problem = computed(() => {
    const { load } = this.row();
    return load.state === 'error' ? load.problem : null;
  });
  protected readonly citation = computed(() => {
    const [first] = this.standard().citations.filter(({ to }) => to === null);
    const cited = first ?? this.standard().citations.at(-1);
    return cited === undefined ? '' : `${this.rules.citation(cited)} (${this.words.say(`standards.certainty_${cited.certainty}`)})`;
  });
  protected readonly verdict = computed(() => {
    const { chosen } = this.row();
    if (chosen === null) return null;
    const standard = this.standard();
    const parts = [this.rules.why(chosen), this.rules.figure(standard, chosen), this.rules.bounds(standard, chosen)];
    return { state: chosen.state, said: parts.filter((part) => part !== '').join('; '), basis: this.rules.basis(chosen) };
  });
}
