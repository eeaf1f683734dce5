import { inject, Injectable } from '@angular/core';
import { placeIn } from '@evenhand/domain';
import { CityFacts } from '../data/city-facts';
import { Words } from '../i18n/words';

/** What the places of notes are called. */
@Injectable({ providedIn: 'root' })
export class NotePlaces {
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);

  /** The name of a place; its code where nobody knows a name. */
  readonly name = (text: string): string => {
    const place = placeIn(text);
    if (place === null) return text;
    const { kind, code } = place;
    switch (kind) {
      case 'city':
        return this.words.say('notes.whole_city');
      case 'branch':
        return this.facts.branch(code)?.name ?? code;
      case 'point':
        return this.facts.point(code)?.name ?? code;
      case 'unit':
        return this.unit(code);
    }
  };

  private unit(code: string): string {
    const point = this.facts.points().find(({ wardCode }) => wardCode === code);
    if (point?.wardName == null) return code;
    return this.words.say('notes.unit', { unit: [point.wardType, point.wardName].filter((part) => part !== null).join(' ') });
  }
}
