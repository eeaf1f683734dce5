import type { Answer, Comparison, PointComparison, Value } from '@evenhand/domain';
import type { CatalogMetric, Point } from '../../data/city-facts';
import { comparedByPoint, figuresByPoint, judge, type Judged } from '../../data/ranking';
import { byName } from '../../format/search';

export interface PointCell extends Judged {
  readonly figure: Value | undefined;
  /** The fair comparison with the city; `null` where there is none. */
  readonly compared: PointComparison | null;
}

/** A point with one cell a metric. */
export interface PointRow {
  readonly point: Point;
  readonly branch: string;
  readonly cells: ReadonlyMap<string, PointCell>;
}

export interface PointRowsInput {
  readonly points: readonly Point[];
  readonly branchName: (code: string | null) => string;
  readonly metrics: readonly CatalogMetric[];
  readonly answerOf: (metric: string) => Answer | null;
  readonly cityOf: (metric: string) => number | null;
  /** The fair comparison of a metric; `null` where there is none. */
  readonly comparisonOf: (metric: string) => Pick<Comparison, 'points'> | null;
}

/** All points with all figures, by name; what is missing stays missing. */
export function pointRows({ points, branchName, metrics, ...of }: PointRowsInput): readonly PointRow[] {
  const columns = metrics.map((metric) => ({
    metric,
    figures: figuresByPoint(of.answerOf(metric.id), metric.id),
    city: of.cityOf(metric.id),
    compared: comparedByPoint(of.comparisonOf(metric.id)),
  }));
  const named = [...points].sort((a, b) => byName(a.name, b.name));
  return named.map((point) => ({
    point,
    branch: branchName(point.branchCode),
    cells: new Map(
      columns.map(({ metric, figures, city, compared }) => {
        const figure = figures.get(point.code);
        const judged = judge(point.code, { compared, figure, city, metric });
        return [metric.id, { figure, compared: compared?.get(point.code) ?? null, ...judged }];
      }),
    ),
  }));
}
