import { inject, Injectable } from '@angular/core';
import type { ExplanationPage } from '@evenhand/contracts';
import { CityFacts } from '../data/city-facts';
import { Words } from '../i18n/words';

type Excluded = ExplanationPage['excluded'][number];

/** Says why records are no part of a figure. */
@Injectable({ providedIn: 'root' })
export class ExcludedWords {
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);

  /** `Không thuộc định nghĩa: bỏ về`, or the law that was broken. */
  readonly of = ({ why, detail, label }: Excluded): string => {
    const what = label === null ? this.detailOf(detail) : this.words.label(label);
    const reason = this.words.say(`explain.why_${why}`);
    return what === '' ? reason : `${reason}: ${what}`;
  };

  /** How a ticket ended, the number of a dossier's status, or a code that nobody named. */
  private detailOf(detail: string): string {
    const outcome = this.facts.labelOf('outcome', detail);
    return outcome === null ? this.words.sayIfKnown(`status.${detail}`, detail) : this.words.label(outcome);
  }
}
