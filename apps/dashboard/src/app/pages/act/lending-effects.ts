import { computed, inject, Injectable, signal } from '@angular/core';
import { CityFacts } from '../../data/city-facts';
import { readyData } from '../../data/loadable';
import { pageAnswers } from '../../data/page-answers';
import { type LendingEffect, lendingEffect, type Swing, swingOf } from './lending-effect';
import { LoadAnswers } from './load-answers';
import { dayOf, peopleIn } from './people-slots';

/** Eight of ten values lie within so many standard deviations of the mean. */
const EIGHT_OF_TEN = 1.2816;
const NO_SWING: Swing = { low: 1, high: 1 };

/** What lending one officer in the chosen half-hour can be expected to do, by the days of the period. */
@Injectable()
export class LendingEffects {
  private readonly facts = inject(CityFacts);
  private readonly load = inject(LoadAnswers);

  /** The points in need of which the days are wanted. */
  readonly needy = signal<readonly string[]>([], { equal: (one, other) => one.join() === other.join() });

  private readonly asked = pageAnswers(() => {
    const [days, slot, values] = [this.load.days(), this.load.slot(), this.needy()];
    if (days === null || slot === null || values.length === 0 || this.facts.metric('tickets') === null) return null;
    const where = [...days.where, { dimension: 'half_hour', values: [slot] } as const, { dimension: 'point', values } as const];
    return { days: { metrics: ['tickets'], by: ['point', 'day'], ...days.range, where, exact: false } };
  });

  private readonly swings = computed(() => {
    const counts = new Map<string, number[]>();
    for (const { key, values } of readyData(this.asked.of('days'))?.rows ?? []) {
      const count = values['tickets']?.value ?? null;
      if (key.point != null && count !== null && count > 0) counts.set(key.point, [...(counts.get(key.point) ?? []), count]);
    }
    return new Map([...counts].map(([point, all]) => [point, swingOf(all)]));
  });

  /** The minutes beyond which a wait is long. */
  readonly limit = computed(() => this.facts.city()?.longWaitMinutes ?? 0);

  /** Reactive: the effect at both points; `null` where too little is known of one of them. */
  readonly of = (needy: string, lender: string): LendingEffect | null => {
    const [loads, people, slot] = [this.load.loads(), this.load.people(), this.load.slot()];
    if (slot === null || people.size === 0) return null;
    const move = { slot, limit: this.limit(), swing: this.swings().get(needy) ?? this.byChance(needy, slot) };
    return lendingEffect(dayOf(needy, loads, people), dayOf(lender, loads, people), move);
  };

  /** Where days are too few to tell, people come as chance has it. */
  private byChance(point: string, slot: string): Swing {
    const load = this.load.loads().find((one) => one.point === point && one.halfHour === slot);
    const people = load === undefined ? 0 : (peopleIn(this.load.people(), load)?.people ?? 0);
    if (people === 0) return NO_SWING;
    const share = EIGHT_OF_TEN / Math.sqrt(people);
    return { low: Math.max(0, 1 - share), high: 1 + share };
  }
}
