import { binomialAtMost } from './beta';
import { type Bounds, type Level, USUAL_LEVEL } from './bounds';
import { twoSidedZ } from './normal';

/**
 * The quantile of type 7 (R's default, `quantileExactInclusive` of ClickHouse) of ascending values; `null` for none.
 * It interpolates linearly between order statistics: P90 of 1…10 is 9.1.
 * Source: R. J. Hyndman, Y. Fan, The American Statistician 50 (1996) 361–365.
 */
export function quantile(ascending: ArrayLike<number>, share: number): number | null {
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

/** Above this many cases the normal approximation is off by at most one place, and much cheaper than the binomial sums. */
export const QUANTILE_EXACT_UP_TO = 2000;

/** Moves both places to the binomial's exact ones. */
function exactRanks(near: Ranks, n: number, share: number, tail: number): Ranks {
  let { low, high } = near;
  const atMost = (k: number): number => binomialAtMost(k, n, share);
  while (low < n && atMost(low) <= tail) low++;
  while (low > 0 && atMost(low - 1) > tail) low--;
  while (high > 1 && 1 - atMost(high - 2) <= tail) high--;
  while (high <= n && 1 - atMost(high - 1) > tail) high++;
  return { low, high };
}

function ranks(n: number, share: number, level: Level): Ranks | null {
  const spread = twoSidedZ(level) * Math.sqrt(n * share * (1 - share));
  const near = { low: Math.floor(n * share - spread), high: Math.ceil(n * share + spread) + 1 };
  const { low, high } = n > QUANTILE_EXACT_UP_TO ? near : exactRanks(near, n, share, (1 - level) / 2);
  return low < 1 || high > n ? null : { low, high };
}

/** A page asks for the same few numbers of cases again and again, and each costs several binomial sums. */
const found = new Map<string, Ranks | null>();
const MOST_FOUND = 10_000;

/**
 * The places whose values enclose the true quantile with at least the given probability, whatever the distribution:
 * the number of cases below it is binomial. `null` when n is too small to enclose it on both sides.
 * Source: W. J. Conover, Practical Nonparametric Statistics (3rd ed. 1999) §3.2.
 */
export function quantileRanks(n: number, share: number, level: Level = USUAL_LEVEL): Ranks | null {
  const key = `${n} ${share} ${level}`;
  const before = found.get(key);
  if (before !== undefined) return before;
  const answer = ranks(n, share, level);
  if (found.size >= MOST_FOUND) found.clear();
  found.set(key, answer);
  return answer;
}

/** The values at {@link quantileRanks}, in the unit of the values; `null` when there are too few. */
export function quantileInterval(ascending: ArrayLike<number>, share: number, level: Level = USUAL_LEVEL): Bounds | null {
  const places = quantileRanks(ascending.length, share, level);
  const low = places && ascending[places.low - 1];
  const high = places && ascending[places.high - 1];
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
}
