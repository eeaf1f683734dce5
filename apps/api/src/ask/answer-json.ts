import type { Answer, MetricInfo, Unit, Value } from '@evenhand/domain';

type Cell = string | null | (Value & { readonly unit: Unit | null });

/** The answer as plain rows: the dimensions by name, then each metric by its id. */
export function answerJson({ question, rows }: Answer, metrics: readonly MetricInfo[]): Readonly<Record<string, Cell>>[] {
  const units = new Map(metrics.map(({ id, unit }) => [id, unit]));
  return rows.map(({ key, values }) => ({
    ...Object.fromEntries(question.by.map((dimension) => [dimension, key[dimension] ?? null])),
    ...Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { ...value, unit: units.get(id) ?? null }])),
  }));
}
