import { logGamma } from './beta';

const PRECISION = 1e-16;
const MOST_TERMS = 100_000;
const TINY = 1e-300;

function bySeries(x: number, shape: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n <= MOST_TERMS && Math.abs(term) > Math.abs(sum) * PRECISION; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum * Math.exp(-x + shape * Math.log(x) - logGamma(shape));
}

// Lentz's evaluation of the continued fraction of the share above x.
function aboveByFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n <= MOST_TERMS; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (Math.abs(a * d + b) < TINY ? TINY : a * d + b);
    c = Math.abs(b + a / c) < TINY ? TINY : b + a / c;
    value *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return value * Math.exp(-x + shape * Math.log(x) - logGamma(shape));
}

/** P(a, x), the regularised lower incomplete gamma function: the share of a Gamma(shape, 1) distribution at or below x. */
export function gammaShareBelow(x: number, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`The shape of a gamma distribution lies above 0, not ${shape}`);
  if (x <= 0) return 0;
  return x < shape + 1 ? bySeries(x, shape) : 1 - aboveByFraction(x, shape);
}

/** P(X ≤ k) of a Poisson count. */
export const poissonAtMost = (k: number, mean: number): number =>
  k < 0 ? 0 : mean <= 0 ? 1 : 1 - gammaShareBelow(mean, Math.floor(k) + 1);
