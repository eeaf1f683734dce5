import { inject, Injectable } from '@angular/core';
import type { PointComparison, Value } from '@evenhand/domain';
import type { CatalogMetric } from '../../data/city-facts';
import { type Verdict, verdictFrom, verdictOn } from '../../data/verdict';
import type { KpiView } from '../../design/kpi-card';
import { toneOf } from '../../design/verdict-tag';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** What the figure of a point is held against. */
export interface Yardstick {
  /** The figure of the whole city. */
  readonly city: Value | null;
  /** The fair comparison; where there is none, only the chance of single cases is allowed for. */
  readonly compared: PointComparison | null;
}

/** Puts the difference between a point and the city into words: called better or worse only beyond chance. */
@Injectable({ providedIn: 'root' })
export class AgainstCity {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  change(now: Value, yardstick: Yardstick, metric: CatalogMetric): KpiView['change'] {
    const { say } = this.words;
    const reference = this.referenceOf(yardstick);
    if (now.value === null) return null;
    if (reference === null) return { ...SILENT, rest: say('point.no_city') };
    const params = { city: this.formats.withUnit(reference, metric.unit) };
    const verdict = this.verdict(now, yardstick, metric);
    if (verdict === 'within') return { ...SILENT, rest: say(this.isFair(yardstick) ? 'point.is_expected' : 'point.is_within', params) };
    if (verdict === 'few' || verdict === 'partial' || verdict === 'unknown') {
      return { ...SILENT, tone: 'watch', rest: say(`point.is_${verdict}`, params) };
    }
    const delta = now.value - reference;
    return {
      tone: toneOf(verdict),
      arrow: delta > 0 ? 'solid_up' : 'solid_down',
      way: say(delta > 0 ? 'point.higher' : 'point.lower'),
      amount: this.amount(Math.abs(delta), metric),
      rest: say(this.isFair(yardstick) ? 'point.against_expected' : 'point.against_city', params),
    };
  }

  /** The verdict in a word of its own: that of the comparison, so that no two pages disagree. */
  verdict(now: Value | null, { city, compared }: Yardstick, metric: CatalogMetric): Verdict {
    if (compared !== null) return verdictFrom(compared);
    return now === null ? 'unknown' : verdictOn(now, city?.value ?? null, metric);
  }

  /** What the city does with the work of the point, else what it does with its own. */
  private referenceOf({ city, compared }: Yardstick): number | null {
    return compared?.expected ?? city?.value ?? null;
  }

  private isFair({ compared }: Yardstick): boolean {
    return compared !== null && compared.expected !== null;
  }

  private amount(delta: number, metric: CatalogMetric): string {
    return metric.unit === 'share'
      ? this.words.say('point.percentage_points', { number: this.formats.number(delta * 100, 1) })
      : this.formats.withUnit(delta, metric.unit);
  }
}

const SILENT = { tone: 'neutral', arrow: null, way: '', amount: '', rest: '' } as const;
