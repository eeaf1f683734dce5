import type { Answer, AnswerRow, ComparedWith, Day, Dimension, Grain, Value } from '@evenhand/domain';
import { noFigure } from '../../data/no-figure';

/** One line of what was found: a value of a dimension, or a bucket of time. */
export interface ExploreRow {
  /** The value as the API names it; empty where the source did not say. */
  readonly key: string;
  readonly name: string;
  readonly figure: Value;
  /** The filter that leads to its cases: `point:00340`; empty where it is all of them. */
  readonly where: string;
}

/** The value of a dimension in a row of an answer, as a filter writes it. */
export const keyOf = ({ key }: AnswerRow, dimension: Dimension): string => key[dimension] ?? '';

export interface RowsInput {
  readonly answer: Answer;
  readonly metric: string;
  readonly by: Dimension;
  readonly nameOf: (value: string) => string;
}

/** The rows of an answer by one dimension. */
export const rowsBy = ({ answer, metric, by, nameOf }: RowsInput): readonly ExploreRow[] =>
  answer.rows.map((row) => {
    const key = keyOf(row, by);
    return { key, name: nameOf(key), figure: row.values[metric] ?? noFigure('no_data'), where: `${by}:${key}` };
  });

export interface BucketsInput {
  readonly answer: Answer;
  readonly metric: string;
  readonly grain: Grain;
  readonly buckets: readonly Day[];
  readonly nameOf: (bucket: Day) => string;
}

/** One row a bucket, also where nothing was told: a missing day is a gap, not a line. */
export function rowsOverTime({ answer, metric, grain, buckets, nameOf }: BucketsInput): readonly ExploreRow[] {
  const found = new Map(answer.rows.map((row) => [keyOf(row, grain), row.values[metric]]));
  return buckets.map((bucket) => ({
    key: bucket,
    name: nameOf(bucket),
    figure: found.get(bucket) ?? noFigure('no_data'),
    where: `${grain}:${bucket}`,
  }));
}

export interface LineInput {
  readonly metric: string;
  readonly grain: Grain;
  readonly buckets: readonly Day[];
  /** Only the rows of this value; all of them without. */
  readonly only?: { readonly by: Dimension; readonly key: string };
}

/** Figures of one value of a dimension over time; `null` where there is none. */
export function figuresOver(answer: Answer | null, { metric, grain, buckets, only }: LineInput): readonly (Value | null)[] {
  const rows = answer?.rows.filter((row) => only === undefined || keyOf(row, only.by) === only.key) ?? [];
  const found = new Map(rows.map((row) => [keyOf(row, grain), row.values[metric]]));
  return buckets.map((bucket) => found.get(bucket) ?? null);
}

/** −1 below, 1 above what it is held against, 0 where chance explains the difference or nobody can tell. */
export function sideOf(figure: Value, against: ComparedWith): -1 | 0 | 1 {
  const interval = figure.against?.[against]?.interval ?? null;
  if (interval === null) return 0;
  return interval.low > 0 ? 1 : interval.high < 0 ? -1 : 0;
}
