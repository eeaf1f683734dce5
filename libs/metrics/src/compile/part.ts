import type { Dimension, Question } from '@evenhand/domain';
import { type Fact, has } from '../facts/fact';
import { FACTS } from '../facts/facts';
import { ROLLUP_FACTS, type RollupFact } from '../facts/rollups';
import { type Computation, type Term, termsOf } from '../registry/definition';
import type { Aggregate } from './aggregate';

/** A term with everything that the metrics of a question ask of it. */
export interface Wanted {
  readonly term: Term;
  readonly aggregates: ReadonlySet<Aggregate>;
}

/** The piece of a question that one statement answers: terms of one table, counted by one day column. */
export interface Part {
  readonly fact: Fact;
  readonly from: 'rollup' | 'raw';
  readonly day: string;
  readonly isStock: boolean;
  readonly withSettled?: boolean;
  readonly wanted: readonly Wanted[];
}

/** Whether the columns of the part's table hold numbers that are added up; else each row is a case. */
export const isAddedUp = ({ from, fact }: Pick<Part, 'from' | 'fact'>): boolean => from === 'rollup' && !('holdsCases' in fact);

/** A quantile's column is named by its share in percent. */
export const quantileName = (share: number): `q${number}` => `q${Math.round(share * 100)}`;

/** The column of a quantile of how long cases last, some of them not seen to end. */
export const lastingName = (share: number): `k${number}` => `k${Math.round(share * 100)}`;

const fromRaw = (computation: Computation): readonly Aggregate[] => {
  switch (computation.kind) {
    case 'count':
      return [];
    case 'rate':
    case 'shrunk':
      return ['hits'];
    case 'mean':
      return ['sum', 'squares'];
    case 'quantile':
      return computation.share === 1 ? ['largest'] : [quantileName(computation.share)];
    case 'ratio':
      return computation.by === 'n' ? [] : ['sum'];
    case 'total':
      return ['sum'];
    case 'survival':
      return [computation.asks === 'quantile' ? lastingName(computation.share) : 'beyond'];
  }
};

const fromRollup = (computation: Computation): readonly Aggregate[] => {
  if (computation.kind === 'survival')
    return computation.asks === 'quantile' ? ['bins', 'openBins', 'largest'] : ['bins', 'openBins', 'largest', 'limit'];
  return computation.kind === 'quantile' && computation.share < 1 ? ['bins', 'largest'] : fromRaw(computation);
};

// No rollup holds bins of waits by half-hour; where the city has too many tickets to sort them, they are put into bins as they are read.
const isBinned = ({ question, readsBins }: Planned, computation: Computation): boolean =>
  readsBins &&
  !question.exact &&
  question.asOf === undefined &&
  dimensionsOf(question).includes('half_hour') &&
  termsOf(computation).every(({ rollup }) => rollup?.bins === 'wait_bins');

const fromPlace = (planned: Planned, { from, fact }: Omit<Part, 'wanted'>, computation: Computation): readonly Aggregate[] =>
  isAddedUp({ from, fact }) || (needsEachCase(computation) && isBinned(planned, computation))
    ? fromRollup(computation)
    : fromRaw(computation);

const STORED = ['sum', 'squares', 'largest', 'bins', 'openBins'] as const;
const isStored = (aggregate: Aggregate): aggregate is (typeof STORED)[number] => (STORED as readonly Aggregate[]).includes(aggregate);

/** The column of a rollup that holds an aggregate of a term; `undefined` where none does. */
export function rollupColumn({ rollup }: Term, aggregate: Aggregate | 'n'): string | undefined {
  if (aggregate === 'n') return rollup?.n;
  if (aggregate === 'hits') return rollup?.hits ?? rollup?.misses;
  return isStored(aggregate) ? rollup?.[aggregate] : undefined;
}

const dimensionsOf = ({ by, where }: Question): readonly Dimension[] => [...by, ...where.map(({ dimension }) => dimension)];

/** A question, and whether the city has so many tickets that bins of waits must stand in for the waits themselves. */
export interface Planned {
  readonly question: Question;
  readonly readsBins: boolean;
}

// A percentile rests on every single case; bins only approach it.
const needsEachCase = (computation: Computation): boolean => computation.kind === 'quantile' && computation.share < 1;

/** The cheapest rollup that has every number and every dimension of the question; `undefined` when the raw rows must answer. */
export function rollupFor({ question, readsBins }: Planned, computation: Computation, term: Term): RollupFact | undefined {
  if (question.exact || question.asOf !== undefined || (needsEachCase(computation) && !readsBins)) return undefined;
  const stored = (['n', ...fromRollup(computation)] as const).filter((aggregate) => aggregate !== 'limit');
  const columns = stored.map((aggregate) => rollupColumn(term, aggregate));
  return ROLLUP_FACTS.find(
    (fact) =>
      fact.entity === term.entity &&
      dimensionsOf(question).every((dimension) => has(fact, dimension)) &&
      (fact.holdsCases === true || columns.every((column) => column !== undefined && fact.numbers.includes(column))),
  );
}

/** The raw rows over which a term is counted. */
export function rawPlaceOf(term: Term): Omit<Part, 'wanted'> {
  const fact = FACTS[term.entity];
  const { isStock = false, withSettled = false } = term;
  return { fact, from: 'raw', day: term.day ?? fact.day, isStock, withSettled };
}

/** Where a term of the question is counted. */
export function placeOf(planned: Planned, computation: Computation, term: Term): Omit<Part, 'wanted'> {
  const rollup = rollupFor(planned, computation, term);
  if (rollup) return { fact: rollup, from: 'rollup', day: rollup.day, isStock: false };
  return rawPlaceOf(term);
}

const key = ({ fact, day, isStock, withSettled }: Omit<Part, 'wanted'>): string =>
  `${fact.entity} ${fact.table} ${day} ${isStock} ${withSettled === true}`;

/** The statements that a question needs, with each term in exactly the ones that must count it. */
export function partsOf(planned: Planned, computations: readonly Computation[]): readonly Part[] {
  const parts = new Map<string, { place: Omit<Part, 'wanted'>; wanted: Map<Term, Set<Aggregate>> }>();
  for (const computation of computations) {
    for (const term of computation.kind === 'ratio' ? [computation.top, computation.bottom] : [computation.of]) {
      const place = placeOf(planned, computation, term);
      const part = parts.get(key(place)) ?? { place, wanted: new Map<Term, Set<Aggregate>>() };
      const aggregates = part.wanted.get(term) ?? new Set<Aggregate>();
      for (const aggregate of fromPlace(planned, place, computation)) aggregates.add(aggregate);
      part.wanted.set(term, aggregates);
      parts.set(key(place), part);
    }
  }
  return [...parts.values()].map(({ place, wanted }) => ({
    ...place,
    wanted: [...wanted].map(([term, aggregates]) => ({ term, aggregates })),
  }));
}
