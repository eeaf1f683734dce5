import type { FunnelLimits, FunnelPoint } from '@evenhand/charts';
import type { Comparison, Interval, PointComparison } from '@evenhand/domain';
import type { CatalogMetric } from './city-facts';
import { flagOf, funnelMark } from './flags';

/** A point that can be drawn in a funnel, with the limits of its own. */
export interface PlacedPoint {
  readonly point: string;
  readonly drawn: Omit<FunnelPoint, 'name'>;
  readonly limits: FunnelLimits;
}

type Adjusting = Pick<Comparison, 'adjust' | 'city'>;

/** Where a figure of a point would lie with the work of the city: in the same ratio to the city as to what is expected of it. */
function withCityWork(figure: number, expected: number, city: number, metric: CatalogMetric): number {
  // Of a share that should be high, the cases that fail it are what is compared.
  const moved =
    metric.kind === 'rate' && metric.direction === 'up' ? 1 - ((1 - figure) / (1 - expected)) * (1 - city) : (figure / expected) * city;
  return metric.unit === 'share' ? Math.min(1, Math.max(0, moved)) : moved;
}

function placed(one: PointComparison, { adjust, city }: Adjusting, metric: CatalogMetric): PlacedPoint | null {
  const { point, n, value, adjusted, expected, limits } = one;
  if (n === null || value.value === null || limits === null) return null;
  const isMoved = adjust !== 'none' && adjusted !== null && expected !== null && city.value !== null;
  const at = (figure: number): number => (isMoved ? withCityWork(figure, expected, city.value ?? 0, metric) : figure);
  const ends = ({ low, high }: Interval): Interval => ({ low: at(low), high: at(high) });
  // A rim calls out what is worse again; who is better again needs no look.
  const isPersistent = one.isPersistent && one.verdict === 'worse';
  return {
    point,
    drawn: { n, value: isMoved ? adjusted.value : value.value, mark: funnelMark(flagOf(one)), isPersistent },
    limits: { n, look: ends(limits.look), review: ends(limits.review) },
  };
}

/** The points of a comparison in a funnel, all as if they had the work of the city where that is allowed for. */
export const placedPoints = (
  { points, ...comparison }: Pick<Comparison, 'points' | 'adjust' | 'city'>,
  metric: CatalogMetric,
): readonly PlacedPoint[] => points.flatMap((one) => placed(one, comparison, metric) ?? []);
