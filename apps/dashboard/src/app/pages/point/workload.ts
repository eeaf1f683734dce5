import type { Answer, Dimension, Value } from '@evenhand/domain';
import { figureIn } from './point-questions';

/** One counter or officer with its figures; `null` where a figure does not exist for it. */
export interface WorkloadRow {
  /** `null` when the source did not say which. */
  readonly key: string | null;
  readonly figures: Readonly<Record<string, Value | null>>;
}

/** What answers by the same dimension say of each of its values, most people served first. */
export function workloadRows(
  answers: Readonly<Record<string, Answer | null>>,
  dimension: Dimension,
  orderBy: string,
): readonly WorkloadRow[] {
  const keys = new Set(Object.values(answers).flatMap((answer) => answer?.rows.map((row) => row.key[dimension] ?? null) ?? []));
  const rows = [...keys].map((key): WorkloadRow => {
    const figures = Object.entries(answers).map(([metric, answer]) => {
      const row = answer?.rows.find((candidate) => (candidate.key[dimension] ?? null) === key);
      return [metric, figureIn(row, metric)] as const;
    });
    return { key, figures: Object.fromEntries(figures) };
  });
  const size = (row: WorkloadRow): number => row.figures[orderBy]?.value ?? -1;
  // Who left before being called was at no counter: a nameless row without work says nothing.
  return rows
    .filter((row) => row.key !== null || size(row) > 0)
    .sort((a, b) => size(b) - size(a) || (a.key ?? '').localeCompare(b.key ?? ''));
}

/** How many rows lie beyond a threshold, of how many that are known. */
export function countBeyond(
  rows: readonly WorkloadRow[],
  metric: string,
  threshold: number,
): { readonly beyond: number; readonly known: number } {
  const values = rows.flatMap((row) => row.figures[metric]?.value ?? []);
  return { beyond: values.filter((value) => value > threshold).length, known: values.length };
}

/** The largest figure of a column, for the length of its bars. */
export const largest = (rows: readonly WorkloadRow[], metric: string): number =>
  Math.max(0, ...rows.map((row) => row.figures[metric]?.value ?? 0));
