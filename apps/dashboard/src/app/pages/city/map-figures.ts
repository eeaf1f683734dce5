import { quantileEdges, SEQUENTIAL_STEPS, type ClassEdges, stepOf } from '@evenhand/charts';
import type { CatalogMetric } from '../../data/city-facts';
import type { RankedPoint } from '../../data/ranking';

/** A map shows a rate as a shade, or how many cases there are as a circle. */
export const MAP_MEASURES = ['rate', 'count'] as const;
export type MapMeasure = (typeof MAP_MEASURES)[number];

type Metric = Pick<CatalogMetric, 'unit' | 'direction' | 'kind'>;

/** What is shown of a row; nothing where too little has arrived. */
export const valueOf = ({ verdict, figure }: RankedPoint): number | null => (verdict === 'partial' ? null : (figure?.value ?? null));

/** Which cases a count of a metric is of: what it counts, what falls short of it, or all that it rests on. */
export const countedPart = ({ kind, direction }: Metric): 'cases' | 'short' | 'all' =>
  kind !== 'rate' ? 'all' : direction === 'up' ? 'short' : 'cases';

/** How many cases of a row the map counts; `null` where that is not known or not told. */
export function countOf(row: RankedPoint, metric: Metric): number | null {
  const { n = null, cases = null } = row.figure ?? {};
  if (valueOf(row) === null || n === null) return null;
  const part = countedPart(metric);
  return part === 'all' ? n : cases === null ? null : part === 'short' ? n - cases : cases;
}

/** Darker is worse: where more is better, the unit is shaded by what is missing to the whole. */
export const shadeOf = (row: RankedPoint, { direction }: Metric): number | null => {
  const value = valueOf(row);
  return value === null || direction !== 'up' ? value : 1 - value;
};

/** The value by which a unit is drawn; a count with its part of the largest. */
export function drawnOf(
  row: RankedPoint,
  { metric, measure, largest }: { readonly metric: Metric; readonly measure: MapMeasure; readonly largest: number },
): { readonly value: number | null; readonly circle?: number } {
  if (measure === 'rate') return { value: shadeOf(row, metric) };
  const count = countOf(row, metric);
  return { value: count, circle: (count ?? 0) / Math.max(1, largest) };
}

/** The classes of a rate, each of about as many units. */
export const classEdges = (rows: readonly RankedPoint[], metric: Metric): ClassEdges =>
  quantileEdges(
    rows.map((row) => shadeOf(row, metric)),
    metric.unit === 'share' ? 0.01 : 1,
  );

/** How many units lie in each class, lightest first, and of how many nothing is known. */
export function unitsByClass(
  rows: readonly RankedPoint[],
  metric: Metric,
  edges: ClassEdges,
): { readonly classes: readonly number[]; readonly unknown: number } {
  const steps = rows.map((row) => {
    const shade = shadeOf(row, metric);
    return shade === null ? null : stepOf(shade, edges);
  });
  return {
    classes: SEQUENTIAL_STEPS.map((step) => steps.filter((one) => one === step).length),
    unknown: steps.filter((one) => one === null).length,
  };
}
