import { binomialAtMost } from './beta';
import { type Bounds, type Level, USUAL_LEVEL } from './bounds';
import { meanReaching } from './count';
import { gammaShareBelow } from './gamma';
import { whereReached } from './invert';
import { twoSidedZ } from './normal';
import { quantile } from './quantile';
import { excessVariance } from './real-spread';

const clip = (x: number): number => Math.min(1, Math.max(0, x));

function checkCentre(centre: number): void {
  if (!(centre >= 0 && centre <= 1)) throw new RangeError(`The centre of a funnel is a share from 0 to 1, not ${centre}`);
}

/**
 * Where the share of a point with `n` cases falls by chance alone when its true share is `centre`: score limits, clipped to 0…1.
 * Ask at 0.95 for "look" and at 0.998 for "review". Source: D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202.
 */
export function funnelLimits(centre: number, n: number, level: Level = USUAL_LEVEL): Bounds | null {
  checkCentre(centre);
  if (n <= 0) return null;
  const spread = twoSidedZ(level) * Math.sqrt((centre * (1 - centre)) / n);
  return { low: clip(centre - spread), high: clip(centre + spread) };
}

function smallestReaching(probability: number, n: number, share: number): number {
  let [below, reached] = [-1, n];
  while (reached - below > 1) {
    const middle = Math.floor((below + reached) / 2);
    if (binomialAtMost(middle, n, share) < probability) below = middle;
    else reached = middle;
  }
  return reached;
}

/** The same from the binomial distribution itself, interpolated between counts, as Spiegelhalter gives it in his appendix. */
export function exactFunnelLimits(centre: number, n: number, level: Level = USUAL_LEVEL): Bounds | null {
  checkCentre(centre);
  if (n <= 0) return null;
  const at = (probability: number): number => {
    const count = smallestReaching(probability, n, centre);
    const reached = binomialAtMost(count, n, centre);
    const here = reached - binomialAtMost(count - 1, n, centre);
    return clip((count - (here > 0 ? (reached - probability) / here : 0)) / n);
  };
  return { low: at((1 - level) / 2), high: at(1 - (1 - level) / 2) };
}

/**
 * Where observed over expected falls by chance alone when `expected` cases are expected: exact Poisson limits; `null` when
 * nothing is expected. Source: as {@link funnelLimits}.
 */
export function ratioLimits(expected: number, level: Level = USUAL_LEVEL): Bounds | null {
  if (!(expected > 0)) return null;
  const tail = (1 - level) / 2;
  // χ² with 2E degrees of freedom over 2E is a gamma variable of shape E over E.
  const low = whereReached(tail, (x) => gammaShareBelow(x, expected), 0, expected);
  return { low: low / expected, high: meanReaching(expected + 1, 1 - tail) / expected };
}

/** A point on a scale on which chance moves it by a standard error that does not depend on its value. */
export interface Scaled {
  readonly value: number;
  readonly standardError: number;
}

/** A scale for limits that allow for over-dispersion: there and back. */
export interface FunnelScale {
  readonly to: (value: number) => number;
  readonly from: (scaled: number) => number;
  /** Standard error on the scale from the size: cases for a share, expected cases for a ratio. */
  readonly error: (size: number) => number;
}

/** For shares: arcsine of the square root. */
export const SHARE_SCALE: FunnelScale = {
  to: (share) => Math.asin(Math.sqrt(share)),
  from: (scaled) => Math.sin(Math.min(Math.PI / 2, Math.max(0, scaled))) ** 2,
  error: (n) => 1 / (2 * Math.sqrt(n)),
};
/** For observed over expected: the square root. */
export const RATIO_SCALE: FunnelScale = {
  to: Math.sqrt,
  from: (scaled) => Math.max(0, scaled) ** 2,
  error: (expected) => 1 / (2 * Math.sqrt(expected)),
};
/** For observed over expected where nothing is 0: the logarithm. */
export const LOG_RATIO_SCALE: FunnelScale = { to: Math.log, from: Math.exp, error: (expected) => 1 / Math.sqrt(expected) };

/** How much more points scatter than chance alone makes them. */
export interface OverDispersion {
  /** 1 when chance explains all. */
  readonly phi: number;
  /** Variance between points on the scale of the funnel; 0 when chance explains all. */
  readonly tauSquared: number;
}

/** Scores of points against the centre are drawn in to these quantiles, so that the few that stand out excuse nobody. */
const WINSORISED = 0.1;

/**
 * Measures over-dispersion of points around a centre, all on one scale. With `winsorise` 0 nothing is drawn in.
 * Sources: D. J. Spiegelhalter, Quality and Safety in Health Care 14 (2005) 347–351; D. J. Spiegelhalter and others,
 * JRSS A 175 (2012) 1–47.
 */
export function overDispersion(points: readonly Scaled[], centre: number, winsorise = WINSORISED): OverDispersion {
  const scores = points.map(({ value, standardError }) => (value - centre) / standardError);
  const ascending = [...scores].sort((a, b) => a - b);
  const [low, high] = [quantile(ascending, winsorise) ?? 0, quantile(ascending, 1 - winsorise) ?? 0];
  const squares = scores.map((score) => Math.min(high, Math.max(low, score)) ** 2);
  const k = points.length;
  const phi = k === 0 ? 1 : squares.reduce((sum, square) => sum + square, 0) / k;
  if (k * phi < k - 1) return { phi, tauSquared: 0 };
  return {
    phi,
    tauSquared: excessVariance(
      k * phi,
      points.map(({ standardError }) => 1 / standardError ** 2),
    ),
  };
}

/** `additive`: points truly differ by τ; `multiplicative`: chance is larger than counted, by √φ. */
export type Allowance = 'additive' | 'multiplicative';

export interface AdjustedFunnel {
  readonly scale: FunnelScale;
  /** In the unit of the figure, not of the scale. */
  readonly centre: number;
  readonly dispersion: OverDispersion;
  readonly allowance?: Allowance;
}

/** Limits for a point of the given size that allow for over-dispersion, in the unit of the figure. */
export function adjustedLimits(
  { scale, centre, dispersion, allowance = 'additive' }: AdjustedFunnel,
  size: number,
  level: Level = USUAL_LEVEL,
): Bounds {
  const error = scale.error(size);
  const { phi, tauSquared } = dispersion;
  const wide = allowance === 'additive' ? Math.sqrt(error ** 2 + tauSquared) : error * Math.sqrt(Math.max(1, phi));
  const spread = twoSidedZ(level) * wide;
  return { low: scale.from(scale.to(centre) - spread), high: scale.from(scale.to(centre) + spread) };
}
