import { type Bounds, type Level, USUAL_LEVEL } from './bounds';
import { gammaShareBelow } from './gamma';
import { whereReached } from './invert';

/** A figure of one point and how far chance alone moves it. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

/** How far points truly differ once chance is taken away. */
export interface RealSpread {
  /** The common value that the estimates scatter around. */
  readonly centre: number;
  /** Standard deviation of the true values, in the unit of the values; 0 when chance explains all. */
  readonly tau: number;
  /** Cochran's Q; about k − 1 when chance explains all. */
  readonly q: number;
  /** The part of the scatter that is real, from 0 to 1. */
  readonly reliability: number;
}

const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number => items.reduce((sum, item) => sum + of(item), 0);

function excessOf({ q, weights, squaredWeights, units }: Pick<ScatterGiven, 'q' | 'weights' | 'squaredWeights' | 'units'>): number {
  const free = weights - squaredWeights / weights;
  return free <= 0 ? 0 : Math.max(0, (q - (units - 1)) / free);
}

/** τ² of DerSimonian and Laird from Q over k estimates with weights 1/s². */
export const excessVariance = (q: number, weights: readonly number[], scale = 1): number =>
  excessOf({
    q: scale * q,
    weights: sumOf(weights, (weight) => weight),
    squaredWeights: sumOf(weights, (weight) => weight * weight),
    units: weights.length,
  });

/** How estimates scatter around what they have in common, thought to differ by a variance besides chance. */
interface ScatterGiven {
  /** Those that chance moves: of estimates known exactly no weight can be told, and they take no part. */
  readonly units: number;
  readonly centre: number;
  /** Cochran's Q; it falls as that variance grows. */
  readonly q: number;
  /** By how much Q falls with the variance, as far as the centre stays. */
  readonly slope: number;
  readonly weights: number;
  readonly squaredWeights: number;
  /** The variances of chance, added up. */
  readonly byChance: number;
}

// A city is drawn hundreds of times for one interval: loops over plain numbers, and nothing made on the way.
function scatterGiven(variance: number, estimates: readonly Estimate[]): ScatterGiven {
  let [units, weights, squaredWeights, sum, byChance] = [0, 0, 0, 0, 0];
  for (const { value, standardError } of estimates) {
    if (!(standardError > 0)) continue;
    const weight = 1 / (standardError * standardError + variance);
    units++;
    weights += weight;
    squaredWeights += weight * weight;
    sum += weight * value;
    byChance += standardError * standardError;
  }
  const centre = sum / weights;
  let [q, slope] = [0, 0];
  for (const { value, standardError } of estimates) {
    if (!(standardError > 0)) continue;
    const weight = 1 / (standardError * standardError + variance);
    const square = weight * (value - centre) * (value - centre);
    q += square;
    slope += square * weight;
  }
  return { units, centre, q, slope, weights, squaredWeights, byChance };
}

/**
 * Takes the scatter that chance alone makes from the scatter of many estimates: what remains is real. `null` for fewer
 * than two estimates. Source: R. DerSimonian, N. Laird, Controlled Clinical Trials 7 (1986) 177–188.
 */
export function realSpread(estimates: readonly Estimate[]): RealSpread | null {
  const { units, centre, byChance, ...scatter } = scatterGiven(0, estimates);
  if (units < 2) return null;
  const variance = excessOf({ units, ...scatter });
  return { centre, tau: Math.sqrt(variance), q: scatter.q, reliability: variance / (variance + byChance / units) };
}

const MOST_STEPS = 50;

/**
 * τ at which the scatter that is left is what chance makes, k − 1: unlike that of DerSimonian and Laird it lies inside the
 * interval of {@link spreadBounds}. `null` for fewer than two estimates.
 * Source: R. C. Paule, J. Mandel, Journal of Research of the National Bureau of Standards 87 (1982) 377–385; the steps are
 * Newton's, as in R. DerSimonian, R. Kacker, Contemporary Clinical Trials 28 (2007) 105–114.
 */
export function profiledSpread(estimates: readonly Estimate[]): number | null {
  let variance = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { units, q, slope } = scatterGiven(variance, estimates);
    if (units < 2) return null;
    const excess = q - (units - 1);
    if (slope === 0) break;
    const next = Math.max(0, variance + excess / slope);
    if (Math.abs(next - variance) <= 1e-12 * next) return Math.sqrt(next);
    variance = next;
    if (next === 0 && excess < 0) return 0;
  }
  return Math.sqrt(variance);
}

/**
 * The interval of τ by the Q-profile method: the spreads at which the scatter that is left is neither too large nor too small
 * for chance; `null` for fewer than two estimates. Source: W. Viechtbauer, Statistics in Medicine 26 (2007) 37–52.
 */
export function spreadBounds(estimates: readonly Estimate[], level: Level = USUAL_LEVEL): Bounds | null {
  const known = estimates.filter(({ standardError }) => standardError > 0);
  if (known.length < 2) return null;
  const values = known.map(({ value }) => value);
  const widest =
    (Math.max(...values) - Math.min(...values)) ** 2 * known.length + Math.max(...known.map(({ standardError }) => standardError ** 2));
  // χ² with k − 1 degrees of freedom is twice a gamma variable of half that shape.
  const chiShare = (q: number): number => gammaShareBelow(q / 2, (known.length - 1) / 2);
  const at = (share: number): number =>
    1 - chiShare(scatterGiven(0, known).q) >= share
      ? 0
      : Math.sqrt(whereReached(share, (variance) => 1 - chiShare(scatterGiven(variance, known).q), 0, widest));
  const tail = (1 - level) / 2;
  return { low: at(tail), high: at(1 - tail) };
}

/**
 * The part of the real difference between points that comes from what people come for: 1 − τ²(adjusted)/τ²(as it is), both
 * on one scale. Below 0 when the mix was hiding differences; `null` when there is no real difference to explain.
 */
export const explainedByMix = (asItIs: RealSpread, adjusted: RealSpread): number | null =>
  asItIs.tau === 0 ? null : 1 - adjusted.tau ** 2 / asItIs.tau ** 2;
