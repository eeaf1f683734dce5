import { madeOnce } from './made-once';
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
export const MOST_NUMBERS_KEPT = 200_000;
const lists = madeOnce<Float64Array>(MOST_KEPT, ({ length }) => length <= MOST_NUMBERS_KEPT);

/** So many draws from the standard normal distribution as a seed determines them. */
export const normalsOf = (seed: number, length: number): Float64Array =>
  lists(`${seed} ${length}`, () => Float64Array.from({ length }, normalsFrom(randomFrom(seed))));
