/** Draws that a seed determines: the same seed gives the same figures for ever. */
export interface Random {
  /** A number from 0 up to, but not, 1. */
  share(): number;
  /** A whole number from 0 up to, but not, `end`. */
  below(end: number): number;
}

const SPREAD = 0x9e3779b9;
const rotated = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));

const { floor, imul } = Math;

function mixed(x: number): number {
  let y = imul(x ^ (x >>> 16), 0x21f0aaad);
  y = imul(y ^ (y >>> 15), 0x735a2d97);
  return y ^ (y >>> 15);
}

/**
 * A generator of 128 bits. Source: D. Blackman, S. Vigna, ACM Transactions on Mathematical Software 47 (2021), xoshiro128**,
 * its state drawn from the seed.
 */
export function randomFrom(seed: number): Random {
  const drawn = (place: number): number => mixed((seed + place * SPREAD) | 0);
  let [a, b, c, d] = [drawn(1), drawn(2), drawn(3), drawn(4)];
  const next = (): number => {
    const result = imul(rotated(imul(b, 5), 7), 9);
    const [shifted, last] = [b << 9, d ^ b];
    const first = c ^ a;
    b ^= first;
    a ^= last;
    c = first ^ shifted;
    d = rotated(last, 11);
    return result >>> 0;
  };
  return {
    share: () => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53,
    below: (end) => floor((next() / 2 ** 32) * end),
  };
}
