import type { Points012, PointsRange } from '@evenhand/domain';
import { classOf, type Criterion, type EvaluationClass, type QuarterFacts, type UnitLevel } from './quarterly-evaluation';

/** What each fact may be: one value where it is known, several where it is not. */
export type PossibleFacts = { readonly [Name in keyof QuarterFacts]: readonly QuarterFacts[Name][] };

/** Nothing is known: every value that leads to other points. */
export const ANYTHING: PossibleFacts = {
  totalTime: ['shorter', 'equal', 'longer'],
  agencyTime: ['shorter', 'equal', 'longer'],
  contacts: [0, 1, 2],
  agencies: [0, 1, 2],
  atOnePlace: [0, 1],
  onTheSpot: [0, 1],
  published: ['posted_and_electronic', 'one_of_them', 'not'],
  attitude: ['early_without_complaint', 'on_time_without_complaint', 'late_without_complaint', 'upheld_complaint'],
  petitionsInTime: [null, 0, 0.9],
  proceduresOnline: [0, 1],
  dossiersOnline: [0, 0.15, 0.3],
  isAnyOnlineLate: [false, true],
};

const ONE_OF_EACH: QuarterFacts = {
  ...{ totalTime: 'shorter', agencyTime: 'shorter', contacts: 0, agencies: 0, atOnePlace: 0, onTheSpot: 0, published: 'not' },
  ...{ attitude: 'upheld_complaint', petitionsInTime: null, proceduresOnline: 0, dossiersOnline: 0, isAnyOnlineLate: false },
};

/** Every combination of what the facts that a criterion reads may be. */
const combinations = ({ reads }: Criterion, possible: PossibleFacts): readonly QuarterFacts[] =>
  reads.reduce<readonly QuarterFacts[]>(
    (all, name) => all.flatMap((facts) => possible[name].map((value) => ({ ...facts, [name]: value }))),
    [ONE_OF_EACH],
  );

/** The least and the most points that a criterion may bring. */
export function pointsPossible(criterion: Criterion, possible: PossibleFacts, level: UnitLevel): PointsRange {
  const points = combinations(criterion, possible).map((facts): Points012 => criterion.points(facts, level));
  return { low: Math.min(...points), high: Math.max(...points) };
}

/** The class of a total; `null` while what is not known could still change it. */
export function classWithin({ low, high }: PointsRange): EvaluationClass | null {
  const lowest = classOf(low);
  return lowest === classOf(high) ? lowest : null;
}
