import { type Interval, LEAST_COVERAGE, type PointComparison, type Value } from '@evenhand/domain';
import type { CatalogMetric } from './city-facts';
import { casesBehind } from './cases-behind';
import { type Flag, flagOf } from './flags';

/** What a comparison with the city came to: `beyond` asks for a review, `look` for a look. */
export type Verdict = 'beyond' | 'look' | 'within' | 'better' | 'few' | 'partial' | 'unknown';

/** Most serious first: the order of a ranking. */
export const VERDICTS: readonly Verdict[] = ['beyond', 'look', 'within', 'better', 'few', 'partial', 'unknown'];

/** Two-sided normal quantiles: 95 % asks for a look, 99.8 % is beyond chance. */
export const Z_95 = 1.959963984540054;
export const Z_998 = 3.090232306167813;

/** True when too little of the expected data has arrived to judge a figure. */
export const isPartial = ({ coverage }: Value): boolean => coverage !== null && coverage < LEAST_COVERAGE;

/** Fewer cases than this are never judged, nor are shares with fewer than five expected on either side. */
const ENOUGH_CASES = 30;
const ENOUGH_EXPECTED = 5;

/** Where the share of a point of `n` cases lies by chance alone when the city's share is `share`: θ₀ ± z√(θ₀(1−θ₀)/n), cut to 0…1. */
export function shareLimits(share: number, n: number, z: number): Interval {
  const half = z * Math.sqrt((share * (1 - share)) / n);
  return { low: Math.max(0, share - half), high: Math.min(1, share + half) };
}

/** An interval at 95 % widened to 99.8 %, each side by itself. */
const widened = (value: number, { low, high }: Interval): Interval => {
  const factor = Z_998 / Z_95;
  return { low: value - (value - low) * factor, high: value + (high - value) * factor };
};

const sideOf = (reference: number, { low, high }: Interval): -1 | 0 | 1 => (reference < low ? 1 : reference > high ? -1 : 0);

/** −1 below, 0 inside, 1 above what chance explains, at 95 % and at 99.8 %. */
function sides(
  value: number,
  figure: Value,
  city: number,
  metric: CatalogMetric,
): { readonly look: number; readonly beyond: number } | null {
  if (metric.unit === 'share' && metric.kind === 'rate') {
    const side = (z: number): number => -sideOf(value, shareLimits(city, casesBehind(figure), z));
    return { look: side(Z_95), beyond: side(Z_998) };
  }
  // A point's count is a part of the city's: the one says nothing about the other.
  if (figure.interval === null || metric.kind === 'count') return null;
  return { look: sideOf(city, figure.interval), beyond: sideOf(city, widened(value, figure.interval)) };
}

const isFew = (figure: Value, city: number, metric: CatalogMetric): boolean =>
  casesBehind(figure) < ENOUGH_CASES || (metric.kind === 'rate' && casesBehind(figure) * Math.min(city, 1 - city) < ENOUGH_EXPECTED);

/** What silent feeds did not tell might make the figure no better than the city's. */
const mayBeOtherwise = ({ bounds }: Value, city: number): boolean => bounds !== null && bounds.low <= city && city <= bounds.high;

const BY_FLAG: Readonly<Record<Flag, Verdict>> = {
  review: 'beyond',
  look: 'look',
  better: 'better',
  higher: 'within',
  lower: 'within',
  as_expected: 'within',
  too_few: 'few',
  suppressed: 'few',
  unknown: 'partial',
  no_cases: 'unknown',
};

/** The verdict of a fair comparison, which allows for the kind of work, for days that share a queue and for many points at once. */
export const verdictFrom = (compared: Pick<PointComparison, 'verdict' | 'flag'>): Verdict => BY_FLAG[flagOf(compared)];

/** Compares the figure of a point with the city's by the chance of single cases alone. Only what exceeds chance is called different, and only for the worse is it called out. */
export function verdictOn(figure: Value | undefined, city: number | null, metric: CatalogMetric): Verdict {
  if (figure?.reason === 'unknown') return 'partial';
  if (figure?.reason === 'suppressed') return 'few';
  if (figure === undefined || figure.value === null) return 'unknown';
  if (isPartial(figure)) return 'partial';
  if (city === null || isFew(figure, city, metric)) return 'few';
  const side = sides(figure.value, figure, city, metric);
  if (side === null) return 'few';
  const worse = metric.direction === 'up' ? -1 : 1;
  if (metric.direction === 'none' || side.look === 0) return 'within';
  if (side.beyond === worse) return 'beyond';
  if (side.beyond === -worse) return mayBeOtherwise(figure, city) ? 'within' : 'better';
  return side.look === worse ? 'look' : 'within';
}
