import type { Answer, Comparison, Value } from '@evenhand/domain';
import type { CatalogMetric, Point } from '../../data/city-facts';
import { comparedByPoint, figuresByPoint, judge, type Judged } from '../../data/ranking';
import { VERDICTS } from '../../data/verdict';
import { byName } from '../../format/search';
import { byNumber, type Sort } from '../../format/sort';

export interface PointCell extends Judged {
  readonly figure: Value | undefined;
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

/** All points with all figures; what is missing stays missing. */
export function pointRows({ points, branchName, metrics, ...of }: PointRowsInput): readonly PointRow[] {
  const columns = metrics.map((metric) => ({
    metric,
    figures: figuresByPoint(of.answerOf(metric.id), metric.id),
    city: of.cityOf(metric.id),
    compared: comparedByPoint(of.comparisonOf(metric.id)),
  }));
  return points.map((point) => ({
    point,
    branch: branchName(point.branchCode),
    cells: new Map(
      columns.map(({ metric, figures, city, compared }) => {
        const figure = figures.get(point.code);
        return [metric.id, { figure, ...judge(point.code, { compared, figure, city, metric }) }];
      }),
    ),
  }));
}

const valueOf = (row: PointRow, metric: string): number | null => row.cells.get(metric)?.figure?.value ?? null;

/** Sorts by name, by a metric, or by the verdict on one of them. */
export function sortPoints(rows: readonly PointRow[], { column, isDescending }: Sort, judged: CatalogMetric | null): readonly PointRow[] {
  const named = [...rows].sort((a, b) => byName(a.point.name, b.point.name));
  if (column === 'verdict' && judged !== null) {
    const worstFirst = byNumber(named, (row) => valueOf(row, judged.id), judged.direction !== 'up');
    return byNumber(worstFirst, (row) => VERDICTS.indexOf(row.cells.get(judged.id)?.verdict ?? 'unknown'), isDescending);
  }
  if (column === 'name') return isDescending ? named.reverse() : named;
  return byNumber(named, (row) => valueOf(row, column), isDescending);
}
