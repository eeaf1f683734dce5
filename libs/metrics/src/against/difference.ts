import type { Against, Interval, MetricKind, SingleValue } from '@evenhand/domain';
import { differenceInterval, meanDifference } from '@evenhand/statistics';

interface Sides {
  readonly kind: MetricKind;
  readonly figure: SingleValue;
  readonly other: SingleValue;
}

/** Percentiles come with intervals that say nothing about their difference. */
const INCOMPARABLE: readonly MetricKind[] = ['quantile'];

function intervalOf({ kind, figure, other }: Sides): Interval | null {
  if (INCOMPARABLE.includes(kind) || figure.value === null || other.value === null) return null;
  if (figure.interval === null || other.interval === null) return null;
  if (!Number.isFinite(figure.interval.high) || !Number.isFinite(other.interval.high)) return null;
  const a = { value: figure.value, interval: figure.interval, n: figure.n ?? 0 };
  const b = { value: other.value, interval: other.interval, n: other.n ?? 0 };
  return kind === 'mean' ? meanDifference(a, b) : differenceInterval(a, b);
}

/** How far a figure is from another, and how sure that is. */
export function differenceOf(sides: Sides): Pick<Against, 'difference' | 'interval'> {
  const { figure, other } = sides;
  if (figure.value === null || other.value === null) return { difference: null, interval: null };
  return { difference: figure.value - other.value, interval: intervalOf(sides) };
}
