import { inject, Injectable } from '@angular/core';
import type { Value } from '@evenhand/domain';
import type { CatalogMetric } from '../../data/city-facts';
import { type Verdict, verdictOn } from '../../data/verdict';
import type { KpiView } from '../../design/kpi-card';
import { toneOf } from '../../design/verdict-tag';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** Puts the difference between a point and the whole city into words: called better or worse only beyond chance. */
@Injectable({ providedIn: 'root' })
export class AgainstCity {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  change(now: Value, city: Value | null, metric: CatalogMetric): KpiView['change'] {
    const { say } = this.words;
    if (now.value === null) return null;
    if (city?.value == null) return { ...SILENT, rest: say('point.no_city') };
    const params = { city: this.formats.withUnit(city.value, metric.unit) };
    const delta = now.value - city.value;
    // A ratio brings no interval: how far it lies from the city is told, whether that is chance is not.
    const judged = verdictOn(now, city.value, metric);
    const verdict = now.interval === null && metric.kind === 'ratio' && judged !== 'partial' ? 'told' : judged;
    if (verdict === 'within') return { ...SILENT, rest: say('point.is_within', params) };
    if (verdict === 'few' || verdict === 'partial' || verdict === 'unknown') {
      return { ...SILENT, tone: 'watch', rest: say(`point.is_${verdict}`, params) };
    }
    return {
      tone: verdict === 'told' ? 'neutral' : toneOf(verdict),
      arrow: delta > 0 ? 'solid_up' : 'solid_down',
      way: say(delta > 0 ? 'point.higher' : 'point.lower'),
      amount: this.amount(Math.abs(delta), metric),
      rest: say('point.against_city', params),
    };
  }

  /** The verdict in a word of its own, for sentences. */
  verdict(now: Value | null, city: Value | null, metric: CatalogMetric): Verdict {
    return now === null ? 'unknown' : verdictOn(now, city?.value ?? null, metric);
  }

  private amount(delta: number, metric: CatalogMetric): string {
    return metric.unit === 'share'
      ? this.words.say('point.percentage_points', { number: this.formats.number(delta * 100, 1) })
      : this.formats.withUnit(delta, metric.unit);
  }
}

const SILENT = { tone: 'neutral', arrow: null, way: '', amount: '', rest: '' } as const;
