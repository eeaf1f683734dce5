import { inject, Injectable } from '@angular/core';
import type { Value } from '@evenhand/domain';
import type { CatalogMetric } from '../../data/city-facts';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** Says how a point stands to the cases of its peers taken together. */
@Injectable({ providedIn: 'root' })
export class PeerWords {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  /** A sentence, also where nothing can be held against one another: then why. Empty where nothing was asked. */
  pooled({ against }: Pick<Value, 'against'>, { unit }: Pick<CatalogMetric, 'unit'>): string {
    const held = against?.peers;
    const { say } = this.words;
    if (held === undefined) return '';
    if (held.alike === null) return say('point.peers_few');
    const { value, difference, interval } = held;
    if (value.value === null || difference === null)
      return say('point.peers_withheld', { reason: say(`reason.${value.reason ?? 'no_data'}`) });
    const params = { value: this.formats.withUnit(value.value, unit) };
    if (difference === 0) return say('point.peers_level', params);
    const isBeyond = interval !== null && (interval.low > 0 || interval.high < 0);
    return say(interval === null ? 'point.peers_plain' : 'point.peers_pooled', {
      ...params,
      way: say(difference > 0 ? 'point.higher' : 'point.lower'),
      difference: this.amount(this.figure(Math.abs(difference), unit), unit),
      interval: interval === null ? '' : this.amount(this.between(interval, unit), unit),
      chance: say(isBeyond ? 'point.beyond_chance' : 'point.by_chance'),
    });
  }

  private between({ low, high }: { readonly low: number; readonly high: number }, unit: CatalogMetric['unit']): string {
    return this.words.say('point.peers_interval', { low: this.figure(low, unit), high: this.figure(high, unit) });
  }

  private figure(value: number, unit: CatalogMetric['unit']): string {
    return unit === 'share' ? this.formats.number(value * 100, 1) : this.formats.figure(value, unit);
  }

  private amount(number: string, unit: CatalogMetric['unit']): string {
    return unit === 'share' ? this.words.say('point.percentage_points', { number }) : `${number} ${this.formats.unit(unit)}`.trim();
  }
}
