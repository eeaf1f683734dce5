import { inject, Injectable } from '@angular/core';
import { type CityMeasure, type Interval, type UnevennessMeasure, UNEVENNESS_MEASURES } from '@evenhand/domain';
import type { CatalogMetric } from '../../data/city-facts';
import type { TableTwin } from '../../design/twin-table';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

type Kind = 'difference' | 'index' | 'share' | 'times';

const KINDS: Readonly<Record<UnevennessMeasure, Kind>> = {
  range: 'difference',
  real_spread: 'difference',
  gini: 'index',
  variation: 'share',
  tenths_ratio: 'times',
  theil: 'index',
  theil_within: 'index',
  theil_between: 'index',
  explained_by_mix: 'share',
  gap_to_standard: 'difference',
  worst_tenth_gap: 'difference',
};

const INDEX_DIGITS = 2;

/** Figures about the whole city in words: differences of shares in points, indices bare. */
@Injectable({ providedIn: 'root' })
export class MeasureTexts {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  /** What a measure is called. */
  name(id: UnevennessMeasure): string {
    return this.words.say(`measure.${id}`);
  }

  /** A figure with its unit. */
  value(id: UnevennessMeasure, value: number, metric: CatalogMetric): string {
    switch (KINDS[id]) {
      case 'index':
        return this.formats.number(value, INDEX_DIGITS);
      case 'share':
        return this.formats.share(value, 0);
      case 'times':
        return this.words.say('measure.times', { number: this.formats.number(value, 1) });
      case 'difference':
        return this.difference(value, metric);
    }
  }

  /** As {@link value}, beside an axis: no decimals that are zero. */
  tick(id: UnevennessMeasure, value: number, metric: CatalogMetric): string {
    const isWhole = KINDS[id] === 'difference' && metric.unit === 'share' && Number.isInteger(Number((value * 100).toFixed(6)));
    return isWhole ? this.words.say('change.points', { number: this.formats.number(value * 100) }) : this.value(id, value, metric);
  }

  /** `từ 7,8 đến 10,2 điểm %`; a dash where there is none. */
  interval(id: UnevennessMeasure, interval: Interval | null, metric: CatalogMetric): string {
    if (interval === null) return '–';
    return this.words.say('unevenness.from_to', { low: this.bare(id, interval.low, metric), high: this.value(id, interval.high, metric) });
  }

  /** A change with its sign. */
  change(id: UnevennessMeasure, value: number, metric: CatalogMetric): string {
    return `${value > 0 ? '+' : ''}${this.value(id, value, metric)}`;
  }

  /** The sentence of the server, or why there is no figure. */
  sentence({ reason, label }: CityMeasure): string {
    return this.words.label(reason ?? label);
  }

  /** As {@link sentence}; of an index, whose sentence is but its name, how it is read. */
  meaning(id: UnevennessMeasure, measure: CityMeasure): string {
    return KINDS[id] === 'index' && measure.reason === null ? this.words.say('unevenness.index_means') : this.sentence(measure);
  }

  /** Every measure as a table. */
  twin(measures: Readonly<Record<UnevennessMeasure, CityMeasure>>, metric: CatalogMetric): TableTwin {
    const { say } = this.words;
    return {
      columns: [
        { text: say('unevenness.measure') },
        { text: say('ranking.value'), isNumber: true },
        { text: say('ranking.interval'), isNumber: true },
        { text: say('unevenness.by_chance'), isNumber: true },
        { text: say('unevenness.in_words') },
      ],
      rows: UNEVENNESS_MEASURES.map((id) => {
        const one = measures[id];
        return [
          this.name(id),
          one.value === null ? '–' : this.value(id, one.value, metric),
          this.interval(id, one.interval, metric),
          this.interval(id, one.byChance, metric),
          this.sentence(one),
        ];
      }),
    };
  }

  private difference(value: number, { unit }: CatalogMetric): string {
    return unit === 'share'
      ? this.words.say('change.points', { number: this.formats.number(value * 100, 1) })
      : this.formats.withUnit(value, unit);
  }

  private bare(id: UnevennessMeasure, value: number, metric: CatalogMetric): string {
    if (KINDS[id] === 'index') return this.formats.number(value, INDEX_DIGITS);
    if (KINDS[id] === 'share') return this.formats.number(value * 100);
    if (KINDS[id] === 'times') return this.formats.number(value, 1);
    return this.formats.figure(value, metric.unit);
  }
}
