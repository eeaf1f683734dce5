import { betaShareBelow, logGamma } from './beta';
import { type Bounds, checkLevel, type Level, USUAL_LEVEL } from './bounds';
import { whereSmallest } from './minimise';
import { betaQuantile } from './share';

/** Hits among the cases of one point. */
export interface Hits {
  readonly hits: number;
  readonly n: number;
}

/** How the true shares of points are spread: Beta(alpha, beta). Large sums mean that points hardly differ. */
export interface Spread {
  readonly alpha: number;
  readonly beta: number;
}

/** Beyond this the points show no difference at all: every share is drawn to the mean. */
const MOST_WEIGHT = 1e6;

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

function spreadAt([logitMean = 0, logWeight = 0]: readonly number[]): Spread {
  const mean = 1 / (1 + Math.exp(-logitMean));
  const weight = Math.min(MOST_WEIGHT, Math.exp(logWeight));
  return { alpha: Math.max(mean * weight, 1e-9), beta: Math.max((1 - mean) * weight, 1e-9) };
}

const START_WEIGHT = 20;

/**
 * Fits how the true shares of many points are spread, by maximum likelihood of the beta-binomial distribution. `null` when
 * all cases are hits or none is: nothing can be learned then.
 * Source: J. G. Skellam, JRSS B 10 (1948) 257–261.
 */
export function spreadOfShares(points: readonly Hits[]): Spread | null {
  const hits = points.reduce((sum, point) => sum + point.hits, 0);
  const n = points.reduce((sum, point) => sum + point.n, 0);
  if (hits <= 0 || hits >= n) return null;
  const cost = (at: readonly number[]): number => {
    const { alpha, beta } = spreadAt(at);
    const before = points.length * logBeta(alpha, beta);
    return points.reduce((sum, point) => sum - logBeta(alpha + point.hits, beta + point.n - point.hits), before);
  };
  return spreadAt(whereSmallest(cost, [Math.log(hits / (n - hits)), Math.log(START_WEIGHT)]));
}

/** What is known of a point's true share once the other points are known too. */
export interface ShrunkShare {
  /** Drawn towards the mean of all points, the more the fewer cases it has. */
  readonly share: number;
  readonly bounds: Bounds;
  /** The part of the estimate that comes from the point itself, from 0 to 1. */
  readonly reliability: number;
}

/** Empirical Bayes: the share of a point under the spread of all. Source: B. Efron, C. Morris, JASA 70 (1975) 311–319. */
export function shrunkShare({ hits, n }: Hits, { alpha, beta }: Spread, level: Level = USUAL_LEVEL): ShrunkShare {
  checkLevel(level);
  const [a, b] = [alpha + hits, beta + n - hits];
  const tail = (1 - level) / 2;
  return {
    share: a / (a + b),
    bounds: { low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) },
    reliability: n / (n + alpha + beta),
  };
}

/** The probability that a point's true share lies below a target. */
export const chanceBelow = (target: number, { hits, n }: Hits, { alpha, beta }: Spread): number =>
  betaShareBelow(target, alpha + hits, beta + n - hits);
