import type { Interval, Value } from '@evenhand/domain';
import { countedShare, errorOfCountedShare, shareCounted, twoSidedZ, USUAL_LEVEL } from '@evenhand/statistics';

/** One point in one period, and what it would have had with everybody's rates. Amounts are hits, or sums in the engine's unit. */
export interface PointCells {
  readonly point: string;
  readonly n: number;
  readonly amount: number;
  readonly expected: number;
  readonly variance: number;
}

/** On which scale points are compared: that of a counted share, or the metric's own. `scale` divides amounts into its unit. */
export type Scale = { readonly kind: 'share' } | { readonly kind: 'plain'; readonly scale: number };

/** A point on the scale on which it is compared. */
export interface Standing {
  readonly point: string;
  readonly n: number;
  /** In the unit of the metric. */
  readonly value: number;
  readonly expected: number;
  /** How far chance alone moves the value, in the unit of the metric. */
  readonly unitError: number;
  /** Value, expectation and error on the scale. */
  readonly place: number;
  readonly expectedPlace: number;
  readonly error: number;
}

const placeOfShare = (share: number): number => Math.asin(Math.sqrt(Math.min(1, Math.max(0, share))));

/** Where a true figure lies on the scale. */
export const placeOf = (figure: number, { kind }: Scale): number => (kind === 'share' ? placeOfShare(figure) : figure);

/** Puts counted cases on their scale; `null` where nothing can differ: nobody is expected to be hit, or everybody. */
export function standingOf({ point, n, amount, expected, variance }: PointCells, scale: Scale, { of }: DayEffect): Standing | null {
  if (!(n > 0 && variance > 0)) return null;
  const dayEffect = of(point);
  const unitError = Math.sqrt(dayEffect * variance) / n;
  if (scale.kind === 'plain') {
    const [value, mean, error] = [amount, expected, unitError * n].map((sum) => sum / n / scale.scale) as [number, number, number];
    return { point, n, value, expected: mean, unitError: error, place: value, expectedPlace: mean, error };
  }
  const [value, share] = [amount / n, expected / n];
  // A mix of rare and frequent strata scatters less than one rate for all would.
  const mixed = variance / (n * share * (1 - share));
  return {
    ...{ point, n, value, expected: share, unitError },
    place: countedShare(amount, n) ?? 0,
    expectedPlace: placeOfShare(share),
    error: Math.sqrt(dayEffect * mixed) * errorOfCountedShare(n),
  };
}

/** Puts a figure on its own scale by its interval, where its cases cannot be added up; `null` without an interval. */
export function standingOfValue(point: string, { value, n, interval }: Value, expected: number, { of }: DayEffect): Standing | null {
  if (value === null || n === null || interval === null || !(interval.high > interval.low)) return null;
  const error = (Math.sqrt(of(point)) * (interval.high - interval.low)) / (2 * twoSidedZ(USUAL_LEVEL));
  return { point, n, value, expected, unitError: error, place: value, expectedPlace: expected, error };
}

/** The figure at a place of the scale that so many cases can have. */
export const figureAt = (place: number, n: number, { kind }: Scale): number =>
  kind === 'share' ? shareCounted(place, n) : Math.max(0, place);

/** The figure that a place of the scale stands for, whatever the number of cases. */
export const trueFigureAt = (place: number, { kind }: Scale): number =>
  kind === 'share' ? Math.sin(Math.min(Math.PI / 2, Math.max(0, place))) ** 2 : Math.max(0, place);

/** Figures between two places of the scale. */
export const figuresWithin = (middle: number, spread: number, at: (place: number) => number): Interval => ({
  low: at(middle - spread),
  high: at(middle + spread),
});

/** How the days of one point scatter; `squares` are those of single cases, the others of whole days. */
export interface DayScatter {
  readonly point: string;
  readonly days: number;
  readonly n: number;
  readonly amount: number;
  readonly squares: number;
  readonly amounts: number;
  readonly products: number;
  readonly sizes: number;
}

const LEAST_DAYS = 10;
const LEAST_CASES = 100;

/** A variance from few days lies below the true one more often than above: its median, by Wilson and Hilferty (1931). */
const middleOfVariance = (freedom: number): number => (1 - 2 / (9 * freedom)) ** 3;

/** How alike the cases of one day are, 0 when not at all; `null` where a point has too little to tell. */
function likenessOf({ days, n, amount, squares, amounts, products, sizes }: DayScatter): number | null {
  const aDay = sizes / n;
  if (days < LEAST_DAYS || n < LEAST_CASES || aDay <= 1) return null;
  const mean = amount / n;
  const independent = n * (squares / n - mean * mean);
  const ofDays = ((amounts - 2 * mean * products + mean * mean * sizes) * (days / (days - 1))) / middleOfVariance(days - 1);
  return independent > 0 ? (ofDays / independent - 1) / (aDay - 1) : null;
}

/** How much more figures scatter than independent cases would, because people who come on the same day share its queue. */
export interface DayEffect {
  /** Of a point with the middle number of cases a day. */
  readonly usual: number;
  /** Of single points; the usual one where it is not known. */
  readonly of: (point: string) => number;
}

export const NO_DAY_EFFECT: DayEffect = { usual: 1, of: () => 1 };

const middleOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

/**
 * The design effect of days: 1 + (cases a day − 1) × likeness, where the likeness is the median of all points.
 * Source: L. Kish, Survey Sampling (1965) §5.4, days as clusters.
 */
export function dayEffectOf(scatters: readonly DayScatter[]): DayEffect {
  const likeness = Math.max(0, middleOf(scatters.map(likenessOf).filter((one) => one !== null)));
  const effects = new Map(scatters.map(({ point, n, sizes }) => [point, 1 + Math.max(0, sizes / n - 1) * likeness]));
  const usual = Math.max(1, middleOf([...effects.values()]));
  return { usual, of: (point) => effects.get(point) ?? usual };
}
