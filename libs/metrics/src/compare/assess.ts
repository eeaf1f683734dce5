import type { Direction, FlagLevel, FunnelPlace, Interval } from '@evenhand/domain';
import {
  adjustedForMany,
  normalShareBelow,
  overDispersion,
  rankSets,
  type RankSet,
  type RealSpread,
  realSpread,
  twoSidedZ,
} from '@evenhand/statistics';
import { figuresLike, type Yardstick } from './adjusted';
import { figureAt, figuresWithin, placeOf, type Standing } from './standing';

/** Below so many points their scatter says nothing about ordinary differences. */
export const LEAST_POINTS = 10;

/** Limits that 95 % and 99.8 % of equal points keep. */
const LEVELS: Readonly<Record<FlagLevel, number>> = { look: 0.95, review: 0.998 };
const Z: Readonly<Record<FlagLevel, number>> = { look: twoSidedZ(LEVELS.look), review: twoSidedZ(LEVELS.review) };

/** A tenth more or less than expected is no news, however sure. */
const MARGIN = 0.1;

/** The share of false flags among all flags that is put up with. */
const FALSE_SHARE: Readonly<Record<FlagLevel, number>> = { look: 0.1, review: 0.01 };

/**
 * How many false flags of each level a city of equal points may show in a year of monthly comparisons. By Benjamini and
 * Hochberg a month has one with a probability of at most the false share, so at most about 1.2 and 0.12 are expected.
 */
export const FALSE_FLAGS_A_YEAR: Readonly<Record<FlagLevel, number>> = { look: 3, review: 1 };

/** How points scatter around what is expected of them, on their scale. */
export interface Dispersion {
  readonly phi: number;
  /** Variance of the ordinary differences between points; 0 with too few points to know. */
  readonly tauSquared: number;
  readonly spread: RealSpread | null;
}

/** How one point stands, as far as it can be told. */
export interface Assessed extends Standing {
  /** Distance from what is as good as expected, in standard deviations of chance. */
  readonly score: number;
  readonly falseShare: number;
  readonly funnel: FunnelPlace;
  readonly flag: FlagLevel | null;
  readonly limits: Readonly<Record<FlagLevel, Interval>>;
}

export interface Assessment {
  readonly dispersion: Dispersion;
  readonly points: readonly Assessed[];
}

const deviations = (standings: readonly Standing[]) =>
  standings.map(({ place, expectedPlace, error }) => ({ value: place - expectedPlace, standardError: error }));

/** Measures how points scatter. */
export function dispersionOf(standings: readonly Standing[]): Dispersion {
  const estimates = deviations(standings);
  const spread = realSpread(estimates);
  if (standings.length < LEAST_POINTS) return { phi: 1, tauSquared: 0, spread };
  return { ...overDispersion(estimates, 0), spread };
}

const funnelPlace = (score: number): FunnelPlace =>
  Math.abs(score) > Z.review ? 'beyond_review' : Math.abs(score) > Z.look ? 'beyond_look' : 'inside';

/** How far beyond all that is as good as expected a point lies, in standard deviations of chance. */
function scoreOf({ place, expected, expectedPlace, error }: Standing, measure: Measure): number {
  const { low, high } = figuresLike(expected, MARGIN, measure);
  if (place > expectedPlace) return Math.max(0, place - placeOf(high, measure.scale)) / error;
  return Math.min(0, place - placeOf(low, measure.scale)) / error;
}

const flagFor = (falseShare: number, funnel: FunnelPlace): FlagLevel | null => {
  if (falseShare > FALSE_SHARE.look) return null;
  return falseShare <= FALSE_SHARE.review && funnel !== 'inside' ? 'review' : 'look';
};

/** On which scale points are compared, and which way is better. */
export type Measure = Pick<Yardstick, 'scale' | 'direction'>;

/**
 * Holds every point against what is expected of it. A flag says that it differs by more than a tenth and beyond chance,
 * controlled for how many points are looked at. Limits also allow for the ordinary differences between points (additive, the
 * tenths at both ends drawn in): only who lies outside them is worth a review.
 */
export function assess(standings: readonly Standing[], measure: Measure): Assessment {
  const dispersion = dispersionOf(standings);
  const wide = (error: number): number => Math.sqrt(error ** 2 + dispersion.tauSquared);
  const scores = standings.map((standing) => scoreOf(standing, measure));
  const falseShares = adjustedForMany(scores.map((score) => 2 * normalShareBelow(-Math.abs(score))));
  const limits = ({ expectedPlace, error, n }: Standing, level: FlagLevel): Interval =>
    figuresWithin(expectedPlace, Z[level] * wide(error), (place) => figureAt(place, n, measure.scale));
  const points = standings.map((standing, index) => {
    const [score, falseShare] = [scores[index] ?? 0, falseShares[index] ?? 1];
    const funnel = funnelPlace((standing.place - standing.expectedPlace) / wide(standing.error));
    return {
      ...standing,
      ...{ score, falseShare, funnel, flag: flagFor(falseShare, funnel) },
      limits: { look: limits(standing, 'look'), review: limits(standing, 'review') },
    };
  });
  return { dispersion, points };
}

const SEED = 20_240_101;
/** Pairs of points that the draws of one ranking may look at: a few milliseconds. */
const MOST_PAIRS = 2_000_000;
const FEWEST_DRAWS = 200;

/** The places that each point can have, 1 being the best for the people served. */
export function placesOf(standings: readonly Standing[], direction: Direction): RankSet[] {
  const sign = direction === 'down' ? -1 : 1;
  const pairs = Math.max(1, (standings.length * (standings.length - 1)) / 2);
  const draws = Math.max(FEWEST_DRAWS, Math.min(2_000, Math.floor(MOST_PAIRS / pairs)));
  return rankSets(
    deviations(standings).map(({ value, standardError }) => ({ value: sign * value, standardError })),
    { seed: SEED, draws },
  );
}
