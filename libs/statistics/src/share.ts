import { type Bounds, type Level, USUAL_LEVEL } from './bounds';
import { twoSidedZ } from './normal';

const clip = (x: number): number => Math.min(1, Math.max(0, x));

/**
 * Wilson's score interval for a share of `hits` among `n` independent cases; `null` for n = 0. It stays inside 0…1 and
 * keeps its promise for small n and for shares near 0 and 1, where the textbook interval does not.
 * Source: E. B. Wilson, JASA 22 (1927) 209–212. Throws RangeError unless 0 ≤ hits ≤ n.
 */
export function wilson(hits: number, n: number, level: Level = USUAL_LEVEL): Bounds | null {
  if (!(hits >= 0 && hits <= n)) throw new RangeError(`${hits} of ${n} is no share`);
  if (n === 0) return null;
  const z = twoSidedZ(level);
  const middle = 2 * hits + z * z;
  const spread = z * Math.sqrt(z * z + 4 * hits * (1 - hits / n));
  const scale = 2 * (n + z * z);
  // At 0 and n the formula gives the end exactly; rounding must not move it.
  return { low: hits === 0 ? 0 : clip((middle - spread) / scale), high: hits === n ? 1 : clip((middle + spread) / scale) };
}

/**
 * Where the share of a point with `n` cases falls by chance alone when its true share is `centre`: score limits, clipped to 0…1.
 * Ask at 0.95 for "look" and at 0.998 for "review". Source: D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202.
 */
export function funnelLimits(centre: number, n: number, level: Level = USUAL_LEVEL): Bounds | null {
  if (!(centre >= 0 && centre <= 1)) throw new RangeError(`The centre of a funnel is a share from 0 to 1, not ${centre}`);
  if (n <= 0) return null;
  const spread = twoSidedZ(level) * Math.sqrt((centre * (1 - centre)) / n);
  return { low: clip(centre - spread), high: clip(centre + spread) };
}
