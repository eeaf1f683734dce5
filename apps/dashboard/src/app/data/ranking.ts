import type { Answer, Comparison, PointComparison, Value } from '@evenhand/domain';
import type { CatalogMetric, Point } from './city-facts';
import { type Verdict, verdictFrom, verdictOn } from './verdict';

/** What the comparison of a point with the city came to. */
export interface Judged {
  readonly verdict: Verdict;
  /** Worse than the city beyond chance. */
  readonly isWorse: boolean;
}

/** A point with its figure and what the comparison with the city came to. */
export interface RankedPoint extends Judged {
  readonly point: Point;
  readonly branch: string;
  readonly figure: Value | undefined;
  /** The fair comparison with the city; `null` where there is none. */
  readonly compared: PointComparison | null;
}

export interface RankingInput {
  readonly points: readonly Point[];
  readonly branchName: (code: string | null) => string;
  readonly answer: Answer | null;
  readonly city: number | null;
  readonly metric: CatalogMetric;
  /** The fair comparison of the points; without one, verdicts rest on the chance of single cases. */
  readonly comparison: Pick<Comparison, 'points'> | null;
}

/** What a fair comparison found, by point; `null` without one. */
export const comparedByPoint = (comparison: Pick<Comparison, 'points'> | null): ReadonlyMap<string, PointComparison> | null =>
  comparison && new Map(comparison.points.map((one) => [one.point, one]));

/** The verdict on one point: that of the fair comparison where there is one; else only what 99.8 % limits exclude is worse. */
export function judge(
  code: string,
  { compared, figure, city, metric }: { readonly compared: ReturnType<typeof comparedByPoint> } & VerdictInput,
): Judged {
  const one = compared?.get(code);
  if (one !== undefined) return { verdict: verdictFrom(one), isWorse: one.verdict === 'worse' };
  const verdict = verdictOn(figure, city, metric);
  return { verdict, isWorse: verdict === 'beyond' };
}

interface VerdictInput {
  readonly figure: Value | undefined;
  readonly city: number | null;
  readonly metric: CatalogMetric;
}

/** The figures of an answer by point. */
export const figuresByPoint = (answer: Answer | null, metric: string): ReadonlyMap<string, Value> =>
  new Map(
    answer?.rows.flatMap(({ key, values }) => {
      const figure = values[metric];
      return key.point == null || figure === undefined ? [] : [[key.point, figure] as const];
    }),
  );

/** All points, also those without a figure: what is missing is shown as unknown, never left out. */
export function rankPoints({ points, branchName, answer, city, metric, comparison }: RankingInput): readonly RankedPoint[] {
  const figures = figuresByPoint(answer, metric.id);
  const compared = comparedByPoint(comparison);
  return points.map((point) => {
    const figure = figures.get(point.code);
    const judged = judge(point.code, { compared, figure, city, metric });
    return { point, branch: branchName(point.branchCode), figure, compared: compared?.get(point.code) ?? null, ...judged };
  });
}
