import { checkLevel, type Level } from './bounds';

const SQRT_2 = Math.SQRT2;

// Chebyshev coefficients of erfc: tabulated in Numerical Recipes (3rd ed. 2007) §6.2.2, good to 1.2e-16.
const ERFC = [
  -1.3026537197817094, 0.6419697923564903, 1.9476473204185836e-2, -9.56151478680863e-3, -9.46595344482036e-4, 3.66839497852761e-4,
  4.2523324806907e-5, -2.0278578112534e-5, -1.624290004647e-6, 1.30365583558e-6, 1.5626441722e-8, -8.5238095915e-8, 6.529054439e-9,
  5.059343495e-9, -9.91364156e-10, -2.27365122e-10, 9.6467911e-11, 2.394038e-12, -6.886027e-12, 8.94487e-13, 3.13092e-13, -1.12708e-13,
  3.81e-16, 7.106e-15, -1.523e-15, -9.4e-17, 1.21e-16, -2.8e-17,
];

const LAST_FIRST = ERFC.slice(1).reverse();

function erfcOfPositive(x: number): number {
  const t = 2 / (2 + x);
  const twice = 4 * t - 2;
  let d = 0;
  let dd = 0;
  for (const coefficient of LAST_FIRST) {
    const before = d;
    d = twice * d - dd + coefficient;
    dd = before;
  }
  return t * Math.exp(-x * x + 0.5 * ((ERFC[0] ?? 0) + twice * d) - dd);
}

/** Φ: the share of a standard normal distribution at or below z. Absolute error below 1e-15. */
export const normalShareBelow = (z: number): number => (z < 0 ? 0.5 * erfcOfPositive(-z / SQRT_2) : 1 - 0.5 * erfcOfPositive(z / SQRT_2));

// Rational approximations by P. J. Acklam (2003): relative error 1.15e-9, refined below to machine precision.
const CENTRE = {
  over: [-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1, 2.506628277459239],
  under: [-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1],
};
const TAIL = {
  over: [-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783],
  under: [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1],
};
const TAIL_STARTS = 0.02425;

const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, c) => sum * x + c, 0);

function approximateProbit(share: number): number {
  if (share < TAIL_STARTS) {
    const q = Math.sqrt(-2 * Math.log(share));
    return polynomial(TAIL.over, q) / polynomial(TAIL.under, q);
  }
  const q = share - 0.5;
  return (polynomial(CENTRE.over, q * q) * q) / polynomial(CENTRE.under, q * q);
}

/**
 * Φ⁻¹: the z below which the given share of a standard normal distribution lies. Absolute error below 1e-13 for shares
 * in 1e-12 … 1 − 1e-12 (Acklam's start, two steps of Halley's method). Throws RangeError outside 0 < share < 1.
 */
export function probit(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`A share for a quantile lies strictly between 0 and 1, not ${share}`);
  if (share > 0.5) return -probit(1 - share);
  const halley = (z: number): number => {
    const step = (normalShareBelow(z) - share) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
    return z - step / (1 + (z * step) / 2);
  };
  return halley(halley(approximateProbit(share)));
}

/** Few levels are in use, each of them many times. */
const MOST_ZS = 20;
const ZS = new Map<Level, number>();

/** The z of a two-sided interval: 1.959964 at 95 %, 3.090232 at 99.8 %. */
export function twoSidedZ(level: Level): number {
  const known = ZS.get(level);
  if (known !== undefined) return known;
  checkLevel(level);
  const z = probit(1 - (1 - level) / 2);
  if (ZS.size < MOST_ZS) ZS.set(level, z);
  return z;
}
