import type { TrendLine } from '@evenhand/charts';
import { addDays, type Answer, type Day, type MetricInfo, type TimeRange, type Value, weekdayOf } from '@evenhand/domain';
import { figureIn } from './point-questions';

/** The Mondays of the weeks that a range touches. */
export function weeksOf({ from, to }: TimeRange): readonly Day[] {
  const first = addDays(from, 1 - weekdayOf(from));
  const weeks: Day[] = [];
  for (let week = first; week < to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

/** The figures of a metric week by week; `null` where the answer has none. */
export function figuresByWeek(answer: Answer | null, metric: string, weeks: readonly Day[]): readonly (Value | null)[] {
  const rows = new Map(answer?.rows.map((row) => [row.key.week, row]));
  return weeks.map((week) => figureIn(rows.get(week), metric));
}

/** Figures as a line; the band only where every figure brings its bounds. */
export function lineOf(name: string, role: TrendLine['role'], figures: readonly (Value | null)[]): TrendLine {
  const line = { name, role, values: figures.map((figure) => figure?.value ?? null), n: figures.map((figure) => figure?.n ?? 0) };
  const known = figures.filter((figure) => figure?.value != null);
  if (role !== 'main' || known.length === 0 || known.some((figure) => figure?.interval == null)) return line;
  return {
    ...line,
    band: { low: figures.map((figure) => figure?.interval?.low ?? null), high: figures.map((figure) => figure?.interval?.high ?? null) },
  };
}

export interface WeekComparison {
  /** Weeks in which both are known, the one that is still filling left out. */
  readonly weeks: number;
  /** Of these, in how many the point did worse than the city. */
  readonly worse: number;
}

/** Counts the weeks in which a point did worse than the city. */
export function compareWeeks(
  point: readonly (number | null)[],
  city: readonly (number | null)[],
  { direction, isLastPartial }: { readonly direction: MetricInfo['direction']; readonly isLastPartial: boolean },
): WeekComparison {
  const until = isLastPartial ? point.length - 1 : point.length;
  const pairs = point.slice(0, until).flatMap((value, index) => {
    const other = city[index] ?? null;
    return value === null || other === null ? [] : [{ value, other }];
  });
  const worse = pairs.filter(({ value, other }) => (direction === 'up' ? value < other : value > other));
  return { weeks: pairs.length, worse: worse.length };
}
