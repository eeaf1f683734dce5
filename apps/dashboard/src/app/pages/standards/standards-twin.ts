import { inject, Injectable } from '@angular/core';
import type { TableTwin } from '../../design/twin-table';
import { RuleWords } from '../../format/rule-words';
import { Words } from '../../i18n/words';
import type { StandardRow } from './standard-rows';

/** The list of standards as a table: what each promises, the numbers in force and what it comes to. */
@Injectable({ providedIn: 'root' })
export class StandardsTwin {
  private readonly rules = inject(RuleWords);
  private readonly words = inject(Words);

  of(rows: readonly StandardRow[]): TableTwin {
    const heads = ['standards.rule', 'standards.promise', 'standards.threshold', 'ranking.verdict', 'standards.why'];
    return { columns: heads.map((key) => ({ text: this.words.say(key) })), rows: rows.map((row) => this.row(row)) };
  }

  private row({ standard, chosen }: StandardRow): readonly string[] {
    const told = chosen === null ? [] : [this.rules.why(chosen), this.rules.figure(standard, chosen), this.rules.bounds(standard, chosen)];
    return [
      this.words.label(standard.label),
      this.words.label(standard.promise),
      this.rules.inForce(standard),
      chosen === null ? '–' : this.words.say(`standing.${chosen.state}`),
      told.filter((part) => part !== '').join('; ') || '–',
    ];
  }
}
