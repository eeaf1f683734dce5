import { inject, Injectable } from '@angular/core';
import { type ClassEdges, type LegendEntry, SEQUENTIAL_STEPS } from '@evenhand/charts';
import type { CatalogMetric } from '../../data/city-facts';
import type { RankedPoint } from '../../data/ranking';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { countOf, type MapMeasure, type unitsByClass, valueOf } from './map-figures';
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

  /** The figure as it is printed in a tile. */
  inTile(row: RankedPoint, metric: CatalogMetric, measure: MapMeasure): string {
    const value = measure === 'rate' ? valueOf(row) : countOf(row, metric);
    if (value === null) return '–';
    return this.formats.number(measure === 'rate' && metric.unit === 'share' ? value * 100 : value);
  }

  /** What is shown of a unit in full: a count before the rate that it stands behind. */
  shown(row: RankedPoint, metric: CatalogMetric, measure: MapMeasure): string {
    const count = measure === 'rate' ? null : countOf(row, metric);
    const detail = this.detail(row, metric);
    return count === null ? detail : `${this.words.say('map.cases', { count: this.formats.number(count) })} · ${detail}`;
  }

  /** What circles mean. */
  circles(largest: number): readonly LegendEntry[] {
    return [
      { swatch: 'circle', text: this.words.say('map.circle', { largest: this.formats.number(largest) }) },
      { swatch: 'unknown', text: this.words.say('map.unknown') },
      { swatch: 'outline', text: this.words.say('map.outlined') },
    ];
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

  /** The classes of the colours, in the unit of the metric, each with its number of units, with the hatch and the outline. */
  legend([a, b, c, d]: ClassEdges, { unit, direction }: CatalogMetric, units: ReturnType<typeof unitsByClass>): readonly LegendEntry[] {
    const isTurned = direction === 'up';
    const isShare = unit === 'share';
    const valueAt = (edge: number): number => (isShare && isTurned ? 1 - edge : edge);
    const number = (edge: number): string => this.formats.number(valueAt(edge) * (isShare ? 100 : 1));
    const inFull = (edge: number): string =>
      isShare ? this.formats.share(valueAt(edge), 0) : `${number(edge)} ${this.formats.unit(unit)}`;
    const between = (low: number, high: number): string => (isTurned ? `${number(high)}–${number(low)}` : `${number(low)}–${number(high)}`);
    const classes = [
      `${isTurned ? '≥' : '≤'} ${inFull(a)}`,
      ...[between(a, b), between(b, c), between(c, d)],
      `${isTurned ? '<' : '>'} ${inFull(d)}`,
    ];
    const counted = (text: string, count: number): string => `${text} (${this.formats.number(count)})`;
    return [
      ...SEQUENTIAL_STEPS.map((swatch) => ({ swatch, text: counted(classes[swatch] ?? '', units.classes[swatch] ?? 0) })),
      { swatch: 'unknown', text: counted(this.words.say('map.unknown'), units.unknown) },
      { swatch: 'outline', text: this.words.say('map.outlined') },
    ];
  }
}
