import { inject, Injectable } from '@angular/core';
import type { ClassEdges, LegendEntry } from '@evenhand/charts';
import type { CatalogMetric } from '../../data/city-facts';
import type { RankedPoint } from '../../data/ranking';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { lopsided } from './ranking-rows';

/** What the map of the city says, in words. */
@Injectable({ providedIn: 'root' })
export class MapWords {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  /** `15,9 % (14,2–17,8 %), n 1.204 · Trong mức chung`. */
  detail({ figure, verdict }: RankedPoint, { unit }: CatalogMetric): string {
    const lived = figure === undefined ? this.words.say('reason.no_data') : this.formats.spelled(figure, unit);
    return `${lived} · ${this.words.say(`verdict.${verdict}`)}`;
  }

  /** What stands out in one sentence; where a few points make the level of the city, that they do. */
  finding(rows: readonly RankedPoint[], city: number | null, { unit, direction }: CatalogMetric): string {
    const worse = rows.filter(({ isWorse }) => isWorse).length;
    const few = lopsided(rows, city, direction);
    if (few === null) {
      const better = rows.filter(({ verdict }) => verdict === 'better').length;
      return this.words.say('map.caption', { beyond: this.formats.number(worse), better: this.formats.number(better) });
    }
    return this.words.say(direction === 'up' ? 'map.caption_few_up' : 'map.caption_few', {
      beyond: this.formats.number(few.worse),
      city: this.formats.withUnit(city, unit),
      median: this.formats.withUnit(few.median, unit),
    });
  }

  /** The classes of the colours, in the unit of the metric, with the hatch and the outline. */
  legend([a, b, c, d]: ClassEdges, { unit, direction }: CatalogMetric): readonly LegendEntry[] {
    const isTurned = direction === 'up';
    const isShare = unit === 'share';
    const valueAt = (edge: number): number => (isShare && isTurned ? 1 - edge : edge);
    const number = (edge: number): string => this.formats.number(valueAt(edge) * (isShare ? 100 : 1));
    const inFull = (edge: number): string =>
      isShare ? this.formats.share(valueAt(edge), 0) : `${number(edge)} ${this.formats.unit(unit)}`;
    const between = (low: number, high: number): string => (isTurned ? `${number(high)}–${number(low)}` : `${number(low)}–${number(high)}`);
    return [
      { swatch: 0, text: `${isTurned ? '≥' : '≤'} ${inFull(a)}` },
      { swatch: 1, text: between(a, b) },
      { swatch: 2, text: between(b, c) },
      { swatch: 3, text: between(c, d) },
      { swatch: 4, text: `${isTurned ? '<' : '>'} ${inFull(d)}` },
      { swatch: 'unknown', text: this.words.say('map.unknown') },
      { swatch: 'outline', text: this.words.say('map.outlined') },
    ];
  }
}
