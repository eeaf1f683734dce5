import { type Random, randomFrom } from './random';

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

/** So many lists are kept, none of them longer: what is drawn for the points of a city is drawn alike each time. */
const MOST_KEPT = 12;
const MOST_NUMBERS = 200_000;
const kept = new Map<string, Float64Array>();

/** So many draws from the standard normal distribution as a seed determines them. */
export function normalsOf(seed: number, length: number): Float64Array {
  const name = `${seed} ${length}`;
  const known = kept.get(name);
  if (known) return known;
  const normals = Float64Array.from({ length }, normalsFrom(randomFrom(seed)));
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  if (length <= MOST_NUMBERS) kept.set(name, normals);
  return normals;
}
