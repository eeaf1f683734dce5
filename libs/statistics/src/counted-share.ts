// On this scale chance moves a share by an amount that hardly depends on the share, also where only a few cases are hits.
const HITS = 3 / 8;
const CASES = 3 / 4;

/**
 * The arcsine of the square root of a counted share, shifted so that few cases do not distort it; `null` for n = 0.
 * Source: F. J. Anscombe, Biometrika 35 (1948) 246–254.
 */
export const countedShare = (hits: number, n: number): number | null => (n > 0 ? Math.asin(Math.sqrt((hits + HITS) / (n + CASES))) : null);

/** The standard error on that scale of a share of n independent cases. Source: ibid. */
export const errorOfCountedShare = (n: number): number => 1 / (2 * Math.sqrt(n + 0.5));

/** The share of n cases that lies at a place of the scale; from 0 to 1. */
export function shareCounted(place: number, n: number): number {
  const sine = Math.sin(Math.min(Math.PI / 2, Math.max(0, place))) ** 2;
  return Math.min(1, Math.max(0, (sine * (n + CASES) - HITS) / n));
}
