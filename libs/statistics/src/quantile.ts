import { binomialAtMost } from './beta';
import { type Bounds, type Level, USUAL_LEVEL } from './bounds';
import { twoSidedZ } from './normal';

/**
 * The quantile of type 7 (R's default, `quantileExactInclusive` of ClickHouse) of ascending values; `null` for none.
 * It interpolates linearly between order statistics: P90 of 1…10 is 9.1.
 * Source: R. J. Hyndman, Y. Fan, The American Statistician 50 (1996) 361–365.
 */
export function quantile(ascending: readonly number[], share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A quantile is asked at a share from 0 to 1, not ${share}`);
  const place = (ascending.length - 1) * share;
  const below = ascending[Math.floor(place)];
  const above = ascending[Math.ceil(place)];
  return below === undefined || above === undefined ? null : below + (place - Math.floor(place)) * (above - below);
}

/** Two places in a sample of n ascending values, counted from 1. */
export interface Ranks {
  readonly low: number;
  readonly high: number;
}

/** Above this the normal approximation is off by at most one place, and much cheaper than the binomial sums. */
const EXACT_UP_TO = 2000;

/**
 * The places whose values enclose the true quantile with at least the given probability, whatever the distribution:
 * the number of cases below it is binomial. `null` when n is too small to enclose it on both sides.
 * Source: W. J. Conover, Practical Nonparametric Statistics (3rd ed. 1999) §3.2.
 */
export function quantileRanks(n: number, share: number, level: Level = USUAL_LEVEL): Ranks | null {
  const tail = (1 - level) / 2;
  const spread = twoSidedZ(level) * Math.sqrt(n * share * (1 - share));
  let low = Math.floor(n * share - spread);
  let high = Math.ceil(n * share + spread) + 1;
  if (n <= EXACT_UP_TO) {
    while (low < n && binomialAtMost(low, n, share) <= tail) low++;
    while (low > 0 && binomialAtMost(low - 1, n, share) > tail) low--;
    while (high > 1 && 1 - binomialAtMost(high - 2, n, share) <= tail) high--;
    while (high <= n && 1 - binomialAtMost(high - 1, n, share) > tail) high++;
  }
  return low < 1 || high > n ? null : { low, high };
}

/** The values at {@link quantileRanks}, in the unit of the values; `null` when there are too few. */
export function quantileInterval(ascending: readonly number[], share: number, level: Level = USUAL_LEVEL): Bounds | null {
  const ranks = quantileRanks(ascending.length, share, level);
  const low = ranks && ascending[ranks.low - 1];
  const high = ranks && ascending[ranks.high - 1];
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
}
