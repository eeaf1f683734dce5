import {
  type Answer,
  because,
  InvalidQuery,
  type MetricKind,
  NotAllowed,
  type Question,
  type Scope,
  timeRange,
  type TimeRange,
  type Value,
  wholeCity,
} from '@evenhand/domain';
import { quantile } from '@evenhand/statistics';
import { beyondTheWall, pointsWithin } from '@evenhand/warehouse';
import type { MetricAnswers } from '../metric-answers';
import { type Contribution, type GroupTotal, safeGroups } from './safe-groups';

/** Which share or mean, over which whole months. */
export interface BenchmarkRequest extends TimeRange {
  readonly metric: string;
}

/** Others taken together. */
export interface BenchmarkGroup {
  /** Code of the branch that manages them. */
  readonly branch: string;
  readonly value: number;
  readonly points: number;
  /** How many cases, to two digits: more would let one take a number of cases from another. */
  readonly about: number;
}

/** The own points beside others who cannot be told apart. */
export interface BenchmarkResult {
  readonly own: Value | null;
  /** From the lowest value on. */
  readonly groups: readonly BenchmarkGroup[];
  /** All groups together; `null` where there is none. */
  readonly others: number | null;
  /** The middle half of the groups; `null` with fewer than three. */
  readonly band: { readonly low: number; readonly median: number; readonly high: number } | null;
}

const LEAST_GROUPS = 3;

const isFirstOfMonth = (day: string): boolean => day.endsWith('-01');

/** To two digits. */
const about = (n: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, n))) - 1);
  return Math.round(n / unit) * unit;
};

function contributionsOf({ rows }: Answer, metric: string, kind: MetricKind): Contribution[] {
  return rows.flatMap(({ key, values }) => {
    const value = values[metric];
    if (!value || value.value === null || value.n === null || !key.point) return [];
    const amount = kind === 'rate' ? (value.cases ?? 0) : value.value * value.n;
    return [{ group: key.branch ?? '', month: key.month ?? '', point: key.point, n: value.n, amount }];
  });
}

const groupOf = ({ group, points, n, amount }: GroupTotal): BenchmarkGroup => ({
  branch: group,
  value: amount / n,
  points,
  about: about(n),
});

const bandOf = (ascending: readonly number[]): BenchmarkResult['band'] => {
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(ascending, share));
  return ascending.length < LEAST_GROUPS || low == null || median == null || high == null ? null : { low, median, high };
};

/** Holds the points of a scope against the rest of the city without giving any single point away. */
export class Benchmark {
  constructor(private readonly answers: MetricAnswers) {}

  /** Throws InvalidQuery, and NotAllowed where there is no own point. */
  async read({ metric, from, to }: BenchmarkRequest, asker: Scope): Promise<BenchmarkResult> {
    const scope = { ...asker, points: pointsWithin(asker.points) };
    timeRange(from, to);
    const wrong = [from, to].find((day) => !isFirstOfMonth(day));
    if (wrong !== undefined)
      throw new InvalidQuery(
        wrong === from ? 'from' : 'to',
        `"${wrong}" is not the first day of a month; others are told of in whole months.`,
        because('not_first_of_month', { value: wrong }),
      );
    const kind = this.answers.catalog().find(({ id }) => id === metric)?.kind;
    if (kind !== undefined && kind !== 'rate' && kind !== 'mean')
      throw new InvalidQuery('metric', `"${metric}" does not add up over points; ask for a share or a mean.`, because('adds_up'));
    if (scope.points !== 'all' && scope.points.length === 0)
      throw new NotAllowed('There is no point that you may see.', because('no_point_seen'));
    const question: Question = { metrics: [metric], by: [], from, to, where: [], exact: false };
    const [own, city] = await this.answers.together(() =>
      Promise.all([
        this.answers.answer(question, scope),
        beyondTheWall('held against peers', () => this.answers.answer({ ...question, by: ['branch', 'point', 'month'] }, wholeCity)),
      ]),
    );
    const mine = new Set(scope.points === 'all' ? [] : scope.points);
    return resultOf(own.rows[0]?.values[metric] ?? null, safeGroups(contributionsOf(city, metric, kind ?? 'rate'), mine));
  }
}

function resultOf(own: Value | null, totals: readonly GroupTotal[]): BenchmarkResult {
  const groups = totals.map(groupOf).toSorted((one, other) => one.value - other.value);
  const n = totals.reduce((sum, total) => sum + total.n, 0);
  return {
    own,
    groups,
    others: n === 0 ? null : totals.reduce((sum, { amount }) => sum + amount, 0) / n,
    band: bandOf(groups.map(({ value }) => value)),
  };
}
