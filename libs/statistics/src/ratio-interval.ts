import { type Bounds, type Level, USUAL_LEVEL } from './bounds';
import { twoSidedT } from './mean';
import { wilson } from './share';

/**
 * Interval for the ratio of two counts of independent events. Given how many events there were in all, the upper count is
 * binomial with share ρ/(1+ρ): Wilson's interval for that share, carried over to ρ. `high` is infinite when the lower count is
 * zero; `null` when both are. It is too wide, never too short, where the lower count is planned rather than left to chance.
 * Source: J. Przyborowski, H. Wilenski, Biometrika 31 (1940) 313–323, with Wilson's interval for the exact one.
 */
export function countRatio(top: number, bottom: number, level: Level = USUAL_LEVEL): Bounds | null {
  const share = wilson(top, top + bottom, level);
  return share && { low: share.low / (1 - share.low), high: share.high === 1 ? Infinity : share.high / (1 - share.high) };
}

/** Two sums over one stretch of the cases: a day, a week, a point. */
export interface SumPair {
  readonly top: number;
  readonly bottom: number;
}

const FEWEST_PARTS = 3;

/**
 * Interval for Σtop ÷ Σbottom, from how much the ratio differs between the parts: s² = k/(k−1) · Σ(top − R·bottom)² ÷ (Σbottom)²
 * with Student's t on k−1 degrees of freedom. What varies together in both sums cancels out. `null` below three parts.
 * Source: W. G. Cochran, Sampling Techniques (3rd ed. 1977) §2.11 and §6.3, without the finite population.
 */
export function partsRatio(parts: readonly SumPair[], level: Level = USUAL_LEVEL): Bounds | null {
  const k = parts.length;
  const bottom = parts.reduce((sum, part) => sum + part.bottom, 0);
  if (k < FEWEST_PARTS || bottom <= 0) return null;
  const ratio = parts.reduce((sum, part) => sum + part.top, 0) / bottom;
  const squares = parts.reduce((sum, part) => sum + (part.top - ratio * part.bottom) ** 2, 0);
  const half = (twoSidedT(k - 1, level) * Math.sqrt((k / (k - 1)) * squares)) / bottom;
  return { low: Math.max(0, ratio - half), high: ratio + half };
}
