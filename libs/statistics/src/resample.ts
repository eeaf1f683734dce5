import { type Bounds, checkLevel, type Level, USUAL_LEVEL } from './bounds';
import { quantile } from './quantile';
import { randomFrom } from './random';

export interface Resampling {
  /** Stored with the figure, so that it can be made again. */
  readonly seed: number;
  readonly draws?: number;
  readonly level?: Level;
}

const USUAL_DRAWS = 2_000;

/**
 * Efron's bootstrap interval of a statistic over units that are drawn again with replacement (points of a city, say):
 * the percentiles of what the draws gave; `null` when no draw gave a finite value.
 * Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993) ch. 13.
 */
export function bootstrapInterval<Unit>(
  units: readonly Unit[],
  statistic: (drawn: readonly Unit[]) => number,
  { seed, draws = USUAL_DRAWS, level = USUAL_LEVEL }: Resampling,
): Bounds | null {
  checkLevel(level);
  const random = randomFrom(seed);
  const drawn = (): Unit[] => {
    const again = units.slice();
    for (let place = 0; place < again.length; place++) again[place] = units[random.below(units.length)] as Unit; // always a place
    return again;
  };
  const values = Array.from({ length: draws }, () => statistic(drawn()))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const [low, high] = [quantile(values, (1 - level) / 2), quantile(values, 1 - (1 - level) / 2)];
  return low === null || high === null ? null : { low, high };
}

/** The jackknife's standard error of a statistic; of a mean it is s/√n exactly. `null` for fewer than two units. Source: ibid. ch. 11. */
export function jackknifeError<Unit>(units: readonly Unit[], statistic: (left: readonly Unit[]) => number): number | null {
  const n = units.length;
  if (n < 2) return null;
  const without = units.map((_, index) => statistic(units.toSpliced(index, 1)));
  const mean = without.reduce((sum, value) => sum + value, 0) / n;
  return Math.sqrt(((n - 1) / n) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0));
}
