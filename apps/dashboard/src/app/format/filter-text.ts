import { inject, Injectable } from '@angular/core';
import type { Filter } from '@evenhand/domain';
import { CityFacts } from '../data/city-facts';
import { Words } from '../i18n/words';

/** Says filters in words: `Điểm phục vụ: Cửa Nam`. */
@Injectable({ providedIn: 'root' })
export class FilterText {
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);

  readonly of = ({ dimension, values }: Filter): string => {
    const name = this.facts.labelOf('dimension', dimension);
    const named = values.map((value) => this.valueText(dimension, value)).join(', ');
    return `${name === null ? dimension : this.words.label(name)}: ${named}`;
  };

  /** A value of a dimension in words; empty stands for what the source did not say. */
  valueText(dimension: string, value: string): string {
    if (value === '') return this.words.say('rows.not_said');
    if (dimension === 'point') return this.facts.point(value)?.name ?? value;
    if (dimension === 'ward') return this.facts.points().find(({ wardCode }) => wardCode === value)?.wardName ?? value;
    if (dimension === 'branch') return this.facts.branch(value)?.name ?? value;
    if (dimension === 'weekday') return this.words.sayIfKnown(`weekday_long.${value}`, value);
    if (dimension === 'field' || dimension === 'channel' || dimension === 'procedure' || dimension === 'outcome') {
      const label = this.facts.labelOf(dimension, value);
      return label === null ? value : this.words.label(label);
    }
    return value;
  }
}
