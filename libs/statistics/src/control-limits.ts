/** Where a point of a series is expected to lie. */
export interface ControlLimits {
  readonly centre: number;
  readonly low: number;
  readonly high: number;
}

/** Mean moving range to three standard deviations, and to the limit of a moving range: 3/d₂ and D₄ for ranges of two. */
const THREE_SIGMA = 2.66;
const RANGE_LIMIT = 3.267;
/** Mean moving range of two to one standard deviation. */
const D2 = 1.128;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const rangesOf = (values: readonly number[]): number[] => values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));

export interface XmrLimits extends ControlLimits {
  readonly meanRange: number;
}

/**
 * Limits of a chart of single values: mean ± 2.66 mean moving ranges. Screened, moving ranges at or beyond 3.267 times
 * their mean are left out once, so that one outlier does not hide the next. `null` for fewer than two values.
 * Source: D. J. Wheeler, Understanding Variation (2nd ed. 2000); screening as in NHSRplotthedots.
 */
export function xmrLimits(values: readonly number[], { isScreened = true }: { readonly isScreened?: boolean } = {}): XmrLimits | null {
  if (values.length < 2) return null;
  const ranges = rangesOf(values);
  const plain = meanOf(ranges);
  const kept = isScreened ? ranges.filter((range) => range < RANGE_LIMIT * plain || plain === 0) : ranges;
  const meanRange = kept.length === 0 ? plain : meanOf(kept);
  const centre = meanOf(values);
  return { centre, meanRange, low: centre - THREE_SIGMA * meanRange, high: centre + THREE_SIGMA * meanRange };
}

/** Hits among the cases of one period. */
export interface PeriodShare {
  readonly hits: number;
  readonly n: number;
}

function poolOf(periods: readonly PeriodShare[]): number | null {
  const n = periods.reduce((sum, period) => sum + period.n, 0);
  return n === 0 ? null : periods.reduce((sum, period) => sum + period.hits, 0) / n;
}

const errorAt = (centre: number, n: number): number => Math.sqrt((centre * (1 - centre)) / n);
const around = (centre: number, spread: number): ControlLimits => ({
  centre,
  low: Math.max(0, centre - spread),
  high: Math.min(1, centre + spread),
});

/** Limits of a share per period by its own number of cases; `null` without cases. Source: W. A. Shewhart (1931); D. C. Montgomery, Introduction to Statistical Quality Control ch. 7. */
export function shareLimits(periods: readonly PeriodShare[]): ControlLimits[] | null {
  const centre = poolOf(periods);
  return centre === null ? null : periods.map(({ n }) => around(centre, n > 0 ? 3 * errorAt(centre, n) : Infinity));
}

export interface LaneyLimits {
  /** How much more the periods scatter than chance alone makes them; 1 when chance explains all. */
  readonly sigmaZ: number;
  readonly limits: readonly ControlLimits[];
}

/**
 * Limits of a share per period that allow for ordinary differences between periods; right for very many cases, where
 * plain limits would find every period special. `null` for fewer than two periods with cases.
 * Source: D. B. Laney, Quality Engineering 14 (2002) 531–537.
 */
export function laneyLimits(periods: readonly PeriodShare[]): LaneyLimits | null {
  const centre = poolOf(periods);
  const counted = periods.filter(({ n }) => n > 0);
  if (centre === null || counted.length < 2) return null;
  if (centre === 0 || centre === 1) return { sigmaZ: 1, limits: periods.map(() => around(centre, 0)) };
  const scores = counted.map(({ hits, n }) => (hits / n - centre) / errorAt(centre, n));
  const sigmaZ = meanOf(rangesOf(scores)) / D2;
  return { sigmaZ, limits: periods.map(({ n }) => around(centre, n > 0 ? 3 * errorAt(centre, n) * sigmaZ : Infinity)) };
}
