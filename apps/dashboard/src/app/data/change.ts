import type { Value } from '@evenhand/domain';
import type { CatalogMetric } from './city-facts';
import { Z_95 } from './verdict';

/**
 * How a figure moved against the comparable period. `within`: no more than chance explains; `better` and `worse` go by the
 * metric's direction; `moved`: it did move, but which way is better or how sure that is cannot be told.
 */
export interface Change {
  readonly kind: 'unknown' | 'within' | 'better' | 'worse' | 'moved';
  /** In the metric's unit; 0 when unknown. */
  readonly delta: number;
}

const overlaps = (now: Value, before: Value): boolean | null => {
  if (now.interval === null || before.interval === null) return null;
  return now.interval.low <= before.interval.high && before.interval.low <= now.interval.high;
};

/** Two counts of independent cases differ by chance up to z√(a+b). */
const isWithinCounts = (now: number, before: number): boolean => Math.abs(now - before) <= Z_95 * Math.sqrt(now + before);

function isByChance(now: Value, before: Value, delta: number, metric: CatalogMetric): boolean | null {
  if (delta === 0) return true;
  const byInterval = overlaps(now, before);
  if (byInterval !== null || metric.kind !== 'count') return byInterval;
  return isWithinCounts(now.value ?? 0, before.value ?? 0);
}

/** Compares a figure with the one of the comparable period. */
export function changeFrom(before: Value | null, now: Value, metric: CatalogMetric): Change {
  if (before === null || before.value === null || now.value === null) return { kind: 'unknown', delta: 0 };
  const delta = now.value - before.value;
  const byChance = isByChance(now, before, delta, metric);
  if (byChance === true) return { kind: 'within', delta };
  if (byChance === null || metric.direction === 'none') return { kind: 'moved', delta };
  return { kind: delta > 0 === (metric.direction === 'up') ? 'better' : 'worse', delta };
}
