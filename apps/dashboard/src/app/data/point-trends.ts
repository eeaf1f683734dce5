import { computed, inject, type Signal } from '@angular/core';
import { addDays, type Answer, type Day, startOfMonth, type TimeRange } from '@evenhand/domain';
import { bucketsOf } from './buckets';
import { type CatalogMetric, CityFacts } from './city-facts';
import { Filters } from './filters';
import { readyData } from './loadable';
import { pageAnswers } from './page-answers';
import type { KnownDays } from './periods';

/** So many months a trend goes back, where data goes back as far. */
export const TREND_MONTHS = 6;

/** A figure of each point over the last months, the oldest first; `null` where nothing is known. */
export interface PointTrends {
  readonly byPoint: ReadonlyMap<string, readonly (number | null)[]>;
  readonly months: readonly Day[];
  /** True where the last month is still running. */
  readonly isLastPartial: boolean;
}

/** Whole months up to the end of a period or of the data, none before the data begins. */
export function monthsUpTo({ to }: Pick<TimeRange, 'to'>, months: number, { firstDay, lastDay }: KnownDays): TimeRange {
  const last = to <= lastDay ? addDays(to, -1) : lastDay;
  const [from, first] = [startOfMonth(last, 1 - months), startOfMonth(firstDay)];
  return { from: from < first ? first : from, to: startOfMonth(last, 1) };
}

/** The figures of an answer by point and month, one place a month. */
export function seriesByPoint(answer: Answer | null, metric: string, months: readonly Day[]): PointTrends['byPoint'] {
  const places = new Map(months.map((month, place) => [month, place]));
  const found = new Map<string, (number | null)[]>();
  for (const { key, values } of answer?.rows ?? []) {
    const place = places.get(key.month ?? '');
    if (key.point == null || place === undefined) continue;
    const series = found.get(key.point) ?? months.map(() => null);
    series[place] = values[metric]?.value ?? null;
    found.set(key.point, series);
  }
  return found;
}

/** Asks for the last months of every point in one question; `null` waits. Call it while a component is being made. */
export function pointTrends(wanted: () => CatalogMetric | null): Signal<PointTrends | null> {
  const [filters, facts] = [inject(Filters), inject(CityFacts)];
  const range = computed(() => {
    const [chosen, known] = [filters.range(), facts.knownDays()];
    return chosen === null || known === null ? null : monthsUpTo(chosen, TREND_MONTHS, known);
  });
  const answers = pageAnswers(() => {
    const [metric, months] = [wanted(), range()];
    return metric === null || months === null ? null : { months: filters.question(metric, ['point', 'month'], months) };
  });
  return computed(() => {
    const [metric, months, answer] = [wanted(), range(), readyData(answers.of('months'))];
    if (metric === null || months === null || answer === null) return null;
    const buckets = bucketsOf(months, 'month');
    const lastDay = facts.knownDays()?.lastDay ?? months.to;
    return { byPoint: seriesByPoint(answer, metric.id, buckets), months: buckets, isLastPartial: lastDay < addDays(months.to, -1) };
  });
}
