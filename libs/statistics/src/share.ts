import { betaShareBelow, logGamma } from './beta';
import { type Bounds, checkLevel, type Level, USUAL_LEVEL } from './bounds';
import { twoSidedZ } from './normal';

const clip = (x: number): number => Math.min(1, Math.max(0, x));

function checkShare(hits: number, n: number): void {
  if (!(hits >= 0 && hits <= n)) throw new RangeError(`${hits} of ${n} is no share`);
}

/**
 * Wilson's score interval for a share of `hits` among `n` independent cases; `null` for n = 0. It stays inside 0…1 and
 * keeps its promise for small n and for shares near 0 and 1, where the textbook interval does not.
 * Source: E. B. Wilson, JASA 22 (1927) 209–212. Throws RangeError unless 0 ≤ hits ≤ n.
 */
export function wilson(hits: number, n: number, level: Level = USUAL_LEVEL): Bounds | null {
  checkShare(hits, n);
  if (n === 0) return null;
  const z = twoSidedZ(level);
  const middle = 2 * hits + z * z;
  const spread = z * Math.sqrt(z * z + 4 * hits * (1 - hits / n));
  const scale = 2 * (n + z * z);
  // At 0 and n the formula gives the end exactly; rounding must not move it.
  return { low: hits === 0 ? 0 : clip((middle - spread) / scale), high: hits === n ? 1 : clip((middle + spread) / scale) };
}

const MOST_STEPS = 100;
/** A step of Newton's this small leaves an error of its square. */
const SMALL = 1e-12;

/**
 * The value below which the given share of a Beta(a, b) distribution lies. Newton's steps along the density, halving instead
 * wherever a step would leave the interval that is known to enclose the value.
 */
export function betaQuantile(share: number, a: number, b: number): number {
  const logScale = logGamma(a + b) - logGamma(a) - logGamma(b);
  let [low, high, x] = [0, 1, a / (a + b)];
  for (let step = 0; step < MOST_STEPS; step++) {
    const above = betaShareBelow(x, a, b) - share;
    if (above > 0) high = x;
    else low = x;
    const density = Math.exp(logScale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
    const along = x - above / density;
    if (along === x || Math.abs(along - x) <= SMALL * Math.min(x, 1 - x)) return along;
    const next = along > low && along < high ? along : (low + high) / 2;
    if (next <= low || next >= high) return next;
    x = next;
  }
  return x;
}

/**
 * Jeffreys' interval: quantiles of Beta(hits + ½, n − hits + ½), drawn to the end at 0 and at n; `null` for n = 0.
 * Source: L. D. Brown, T. T. Cai, A. DasGupta, Statistical Science 16 (2001) 101–133.
 */
export function jeffreys(hits: number, n: number, level: Level = USUAL_LEVEL): Bounds | null {
  checkShare(hits, n);
  checkLevel(level);
  if (n === 0) return null;
  const tail = (1 - level) / 2;
  const at = (share: number): number => betaQuantile(share, hits + 0.5, n - hits + 0.5);
  return { low: hits === 0 ? 0 : at(tail), high: hits === n ? 1 : at(1 - tail) };
}

/** The exact interval of Clopper and Pearson (Biometrika 26, 1934, 404–413): never too short, often too long. */
export function exactShare(hits: number, n: number, level: Level = USUAL_LEVEL): Bounds | null {
  checkShare(hits, n);
  checkLevel(level);
  if (n === 0) return null;
  const tail = (1 - level) / 2;
  return {
    low: hits === 0 ? 0 : betaQuantile(tail, hits, n - hits + 1),
    high: hits === n ? 1 : betaQuantile(1 - tail, hits + 1, n - hits),
  };
}

/**
 * What the share among all served people can be when only `answers` of them answered: those who are silent may all be
 * dissatisfied or all be satisfied. `null` when nobody was served.
 * Source: C. F. Manski, Partial Identification of Probability Distributions (2003) ch. 1.
 */
export function silenceBounds(hits: number, answers: number, served: number): Bounds | null {
  checkShare(hits, answers);
  checkShare(answers, served);
  return served === 0 ? null : { low: hits / served, high: (hits + served - answers) / served };
}
