import { type Bounds, type Level, USUAL_LEVEL } from './bounds';
import { twoSidedT } from './mean';

/** An estimate with its interval at the usual level. */
export interface Bounded {
  readonly value: number;
  readonly interval: Bounds;
}

/**
 * Interval for the difference of two independent estimates from their own intervals, by squares and adding. With Wilson's
 * intervals it is Newcombe's method 10 for two shares (Statistics in Medicine 17, 1998, 873–890); in general G. Y. Zou,
 * A. Donner, Statistics in Medicine 27 (2008) 1693–1702. Too wide, never too short, where one is a part of the other.
 */
export function differenceInterval(a: Bounded, b: Bounded): Bounds {
  const difference = a.value - b.value;
  return {
    low: difference - Math.hypot(a.value - a.interval.low, b.interval.high - b.value),
    high: difference + Math.hypot(a.interval.high - a.value, b.value - b.interval.low),
  };
}

/** A mean with Student's interval and the cases it rests on. */
export interface BoundedMean extends Bounded {
  readonly n: number;
}

const errorSquared = ({ interval, n }: BoundedMean, level: Level): number =>
  ((interval.high - interval.low) / 2 / twoSidedT(n - 1, level)) ** 2;

/**
 * Welch's interval for the difference of two means, whose scatter may differ; `null` below two cases on either side.
 * Source: B. L. Welch, Biometrika 34 (1947) 28–35.
 */
export function meanDifference(a: BoundedMean, b: BoundedMean, level: Level = USUAL_LEVEL): Bounds | null {
  if (a.n < 2 || b.n < 2) return null;
  const [va, vb] = [errorSquared(a, level), errorSquared(b, level)];
  const freedom = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const half = va + vb === 0 ? 0 : twoSidedT(freedom, level) * Math.sqrt(va + vb);
  return { low: a.value - b.value - half, high: a.value - b.value + half };
}
