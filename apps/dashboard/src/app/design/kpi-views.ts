import { inject, Injectable } from '@angular/core';
import type { TrendAnswer } from '@evenhand/contracts';
import { type Answer, type Interval, startOfMonth, type TimeRange, type Value } from '@evenhand/domain';
import { changeFrom, type Change } from '../data/change';
import type { CatalogMetric } from '../data/city-facts';
import { Filters } from '../data/filters';
import { isPartialWeek } from '../data/periods';
import { isPartial } from '../data/verdict';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';
import { controlMarks } from './control-marks';
import { IgnoredFilters } from './ignored-filters';
import type { KpiView } from './kpi-card';
import { casesBehind } from '../data/cases-behind';

/** Fewer cases than this are shown and not judged. */
const ENOUGH_CASES = 30;
/** A share of answers below this says little about those who did not answer. */
const ENOUGH_RESPONSE = 0.1;

export interface KpiInput {
  readonly metric: CatalogMetric;
  readonly now: Value;
  readonly before: Value | null;
  readonly weeks: Answer | null;
  readonly weeksRange: TimeRange;
  /** The share of the served who answered, for metrics of ratings. */
  readonly response: Value | null;
  /** The control chart of the figure, where one was asked for. */
  readonly trend?: TrendAnswer | null;
}

type Compared = Pick<KpiInput, 'now' | 'before' | 'metric' | 'response'>;

const isBetween = (value: number, { low, high }: Interval): boolean => low <= value && value <= high;

/** Puts a figure, its change and its standard into words. */
@Injectable({ providedIn: 'root' })
export class KpiViews {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly filters = inject(Filters);
  private readonly ignored = inject(IgnoredFilters);

  of({ metric, now, before, weeks, weeksRange, response, trend = null }: KpiInput): KpiView {
    const { say } = this.words;
    const rows = weeks?.rows ?? [];
    const known = rows.map((row) => row.values[metric.id]?.value ?? null);
    const series = known.every((value) => value === null) ? [] : known;
    const lastWeek = rows.at(-1)?.key.week ?? null;
    return {
      id: metric.id,
      label: this.labelOf(metric),
      description: this.words.label(metric.description),
      value: now.value === null ? null : this.formats.figure(now.value, metric.unit),
      unit: this.formats.unit(metric.unit),
      isHidden: now.reason === 'suppressed',
      bounds: this.formats.bounds(now, metric.unit),
      whyNone: now.value === null ? say(`reason.${now.reason ?? 'no_data'}`) : '',
      change: this.changeWords(changeFrom(before, now, metric), { now, before, metric, response }),
      series,
      buckets: rows.map(({ key }) => key.week ?? ''),
      standard: metric.standard?.value ?? null,
      isLastPartial: lastWeek !== null && isPartialWeek(lastWeek, weeksRange),
      trend: say('kpi.trend', { weeks: series.length }),
      target: this.formats.standard(metric.standard, metric.unit),
      ...this.gapOf(now, metric),
      marks: trend === null ? null : controlMarks(trend, weeksRange),
      basis: this.basis(now, metric, response),
      about: this.about(now, metric),
      ignored: this.ignored.said(metric),
      rows: { ...this.filters.carried(), metric: metric.id, part: now.cases === null || metric.direction === 'up' ? 'n' : 'cases' },
    };
  }

  /** A card has room for a few words only; the catalogue's label stands in where none were chosen. */
  labelOf({ id, label }: CatalogMetric): string {
    return this.words.sayIfKnown(`card.${id}`, this.words.label(label));
  }

  private changeWords(change: Change, { now, before, metric, response }: Compared): KpiView['change'] {
    const { say } = this.words;
    if (now.value === null) return null;
    if (isPartial(now)) return { tone: 'watch', arrow: null, way: '', amount: '', rest: say('change.partial') };
    if (metric.kind !== 'count' && casesBehind(now) < ENOUGH_CASES)
      return { tone: 'watch', arrow: null, way: '', amount: '', rest: say('change.few') };
    if (response?.value != null && response.value < ENOUGH_RESPONSE) {
      return {
        tone: 'watch',
        arrow: null,
        way: '',
        amount: '',
        rest: say('change.few_answers', { share: this.formats.share(response.value) }),
      };
    }
    if (change.kind === 'unknown') return { tone: 'neutral', arrow: null, way: '', amount: '', rest: say('change.unknown') };
    // What rounds to nothing is nothing: an arrow beside "0,0" would say both.
    if (this.amount(Math.abs(change.delta), metric) === this.amount(0, metric))
      return { tone: 'neutral', arrow: null, way: '', amount: '', rest: say('change.same', { period: this.comparedWith() }) };
    if (change.kind === 'better' && before?.value != null && now.bounds !== null && isBetween(before.value, now.bounds))
      return { tone: 'watch', arrow: null, way: '', amount: '', rest: say('change.partial') };
    const isUp = change.delta > 0;
    return {
      tone: change.kind === 'better' || change.kind === 'worse' ? change.kind : 'neutral',
      arrow: isUp ? 'solid_up' : 'solid_down',
      way: say(isUp ? 'change.up' : 'change.down'),
      amount: this.amount(Math.abs(change.delta), metric),
      rest: change.kind === 'within' ? say('change.within') : say('change.against', { period: this.comparedWith() }),
    };
  }

  private amount(delta: number, metric: CatalogMetric): string {
    return metric.unit === 'share'
      ? this.words.say('change.points', { number: this.formats.number(delta * 100, 1) })
      : this.formats.withUnit(delta, metric.unit);
  }

  /** "tháng trước" for a whole month, "kỳ trước" otherwise. */
  private comparedWith(): string {
    const range = this.filters.range();
    const isMonth = range !== null && range.from.endsWith('-01') && range.to === startOfMonth(range.from, 1);
    return this.words.say(isMonth ? 'change.month' : 'change.period');
  }

  private basis(now: Value, metric: CatalogMetric, response: Value | null): string {
    if (metric.kind === 'count' || now.value === null) return '';
    const n = this.words.say('kpi.n', { n: this.formats.number(casesBehind(now)) });
    return response?.value == null ? n : `${n} (${this.formats.share(response.value)})`;
  }

  /** How far a figure is from its standard; in points for a share. */
  private gapOf({ value }: Value, metric: CatalogMetric): { readonly gap: string; readonly isKept: boolean } {
    if (value === null || metric.standard === null) return { gap: '', isKept: false };
    const { comparison, value: standard } = metric.standard;
    const isKept = comparison === 'at_most' ? value <= standard : value >= standard;
    const gap = this.amount(Math.abs(value - standard), metric);
    return { gap: this.words.say(isKept ? 'kpi.gap_kept' : 'kpi.gap', { gap }), isKept };
  }

  private about(now: Value, metric: CatalogMetric): readonly string[] {
    const { say } = this.words;
    const asOf = now.asOf === null ? '' : say('kpi.as_of', { instant: this.formats.instant(now.asOf) });
    const coverage = now.coverage === null ? '' : say('kpi.coverage', { share: this.formats.share(now.coverage) });
    const spelled = now.value === null ? '' : this.formats.spelled(now, metric.unit);
    return [this.words.label(metric.description), spelled, [asOf, coverage].filter((part) => part !== '').join(' · ')].filter(
      (line) => line !== '',
    );
  }
}
