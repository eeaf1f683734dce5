import type { Random } from './random';

const { log, sqrt } = Math;

/**
 * Draws from the standard normal distribution, two for each pair of accepted shares.
 * Source: G. Marsaglia, T. A. Bray, SIAM Review 6 (1964) 260–264, the polar method.
 */
export function normalsFrom(random: Random): () => number {
  let kept: number | null = null;
  return () => {
    if (kept !== null) {
      const draw = kept;
      kept = null;
      return draw;
    }
    for (;;) {
      const [x, y] = [2 * random.share() - 1, 2 * random.share() - 1];
      const square = x * x + y * y;
      if (square === 0 || square >= 1) continue;
      const scale = sqrt((-2 * log(square)) / square);
      kept = y * scale;
      return x * scale;
    }
  };
}
