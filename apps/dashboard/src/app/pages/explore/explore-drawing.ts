import { inject, Injectable } from '@angular/core';
import {
  type CountBarData,
  countBarOption,
  type Draw,
  type IntervalRankingData,
  intervalRankingHeight,
  intervalRankingOption,
  type RankedInterval,
  type SeriesLinesData,
  seriesLinesOption,
} from '@evenhand/charts';
import type { Grain, Value } from '@evenhand/domain';
import { bucketRange } from '../../data/buckets';
import type { CatalogMetric } from '../../data/city-facts';
import { casesBehind } from '../../data/cases-behind';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import type { ExploreChoice } from './explore-choice';
import { type ExploreRow, sideOf } from './explore-rows';

/** A drawing with the room it needs and the series that the keyboard walks. */
export interface Drawing {
  readonly draw: Draw;
  readonly height: number;
  readonly walk: { readonly series: number; readonly length: number };
  /** First days of a course over time; empty for what has none. */
  readonly buckets: readonly string[];
}

/** Lines over time, and what was noted of each bucket. */
export interface NotedLines extends Omit<SeriesLinesData, 'height'> {
  readonly noteLines: (index: number) => readonly string[];
}

const NO_COURSE = { buckets: [] } as const;

const BAR = 30;
const LINES_HEIGHT = 320;

/** Draws what was explored: bars for what adds up, dots with intervals for what does not, lines over time. */
@Injectable({ providedIn: 'root' })
export class ExploreDrawing {
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  /** The name of a bucket of time in full. */
  readonly bucketName = (bucket: string, grain: Grain): string =>
    grain === 'day'
      ? this.formats.dayLong(bucket)
      : grain === 'month'
        ? this.formats.month(bucket)
        : this.formats.range(bucketRange(bucket, grain));

  side(rows: readonly ExploreRow[], total: Value | null, choice: ExploreChoice): Drawing {
    const { metric } = choice;
    return metric.kind === 'count' || metric.kind === 'total' ? this.bars(rows, metric) : this.dots(rows, total, choice);
  }

  lines(lines: NotedLines, { metric }: ExploreChoice, grain: Grain): Drawing {
    const { noteLines, ...rest } = lines;
    const data: SeriesLinesData = { ...rest, height: LINES_HEIGHT };
    const short = (bucket: string): string => (grain === 'month' ? this.formats.month(bucket) : this.formats.dayShort(bucket));
    const texts = {
      bucket: short,
      bucketInFull: (bucket: string) => this.bucketName(bucket, grain),
      value: this.valueOf(metric),
      axis: this.axisOf(metric),
      n: this.n,
      standard: this.formats.standard(metric.standard, metric.unit),
      partial: this.words.say('explore.partial'),
      unknown: this.words.say('verdict.unknown'),
      notes: noteLines,
    };
    return {
      draw: (frame) => seriesLinesOption(data, texts, frame),
      height: LINES_HEIGHT,
      walk: { series: 0, length: data.buckets.length },
      buckets: data.buckets,
    };
  }

  private bars(rows: readonly ExploreRow[], { unit }: CatalogMetric): Drawing {
    const data: CountBarData = { direction: 'across', bars: rows.map(({ name, figure }) => ({ name, count: figure.value })) };
    const texts = { count: (value: number) => this.formats.withUnit(value, unit), unknown: this.words.say('verdict.unknown') };
    const walk = { series: 0, length: rows.length };
    return { ...NO_COURSE, walk, draw: (frame) => countBarOption(data, texts, frame), height: rows.length * BAR + 8 };
  }

  private dots(rows: readonly ExploreRow[], total: Value | null, { metric, against }: ExploreChoice): Drawing {
    const data: IntervalRankingData = {
      rows: rows.map(({ name, figure }) => ({
        name,
        value: figure.value,
        low: figure.interval?.low ?? null,
        high: figure.interval?.high ?? null,
        n: casesBehind(figure),
        verdict: this.verdictOf(figure, metric, against),
      })),
      reference: total?.value ?? null,
    };
    const value = this.valueOf(metric);
    const reference = total?.value == null ? '' : this.words.say('explore.whole', { value: value(total.value) });
    const texts = { value, axis: this.axisOf(metric), n: this.n, reference, unknown: this.words.say('verdict.unknown') };
    return {
      ...NO_COURSE,
      draw: (frame) => intervalRankingOption(data, texts, frame),
      height: intervalRankingHeight(data),
      walk: { series: 2, length: rows.length },
    };
  }

  /** Coloured only where a difference to what it is held against is beyond chance. */
  private verdictOf(figure: Value, { direction }: CatalogMetric, against: ExploreChoice['against']): RankedInterval['verdict'] {
    const side = against === null ? 0 : sideOf(figure, against);
    if (side === 0 || direction === 'none') return 'neutral';
    return (side === 1) === (direction === 'up') ? 'better' : 'worse';
  }

  private readonly axisOf =
    ({ unit }: CatalogMetric) =>
    (value: number): string =>
      unit === 'share' ? this.formats.share(value, 0) : this.formats.number(value, value % 1 === 0 ? 0 : 1);
  private readonly n = (n: number): string => this.words.say('point.n', { n: this.formats.number(n) });
  private readonly valueOf =
    ({ unit }: CatalogMetric) =>
    (value: number): string =>
      this.formats.withUnit(value, unit);
}
