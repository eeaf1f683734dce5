import { computed, inject, Injectable } from '@angular/core';
import { CityFacts } from '../data/city-facts';
import { Session } from '../data/session';
import { Words } from '../i18n/words';
import { Formats } from './formats';

const only = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined);

/** What everything is called that the reader sees: the city, or the part of it that they answer for. */
@Injectable({ providedIn: 'root' })
export class ScopeName {
  private readonly facts = inject(CityFacts);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  readonly name = computed(() => {
    const points = this.facts.points();
    if (this.session.isWholeCity() || points.length === 0) return this.words.say('points.whole_city');
    const branch = only(this.facts.branches());
    return this.unitName() ?? branch?.name ?? this.words.say('scope.points', { points: this.formats.number(points.length) });
  });

  /** The ward or commune in which all of their points stand; a single point elsewhere is named itself. */
  private unitName(): string | null {
    const points = this.facts.points();
    const units = new Map(points.map(({ wardCode, wardName, wardType }) => [wardCode, { wardName, wardType }]));
    const unit = only([...units.values()]);
    if (unit?.wardName == null) return only(points)?.name ?? null;
    const named = [unit.wardType, unit.wardName].filter((part) => part !== null).join(' ');
    return named.charAt(0).toLocaleUpperCase('vi') + named.slice(1);
  }
}
