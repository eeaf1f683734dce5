import type { Dimension, Question } from '@evenhand/domain';
import { ticketDay } from '../facts/ticket-day';
import { type Fact, has } from '../facts/fact';
import { FACTS } from '../facts/facts';
import type { Computation, Term } from '../registry/definition';

/** What a computation asks of a term beyond its number of cases. */
export type Aggregate = 'hits' | 'sum' | 'squares' | 'largest' | 'bins' | `q${number}`;

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
  readonly wanted: readonly Wanted[];
}

/** A quantile's column is named by its share in percent. */
export const quantileName = (share: number): `q${number}` => `q${Math.round(share * 100)}`;

const fromRaw = (computation: Computation): readonly Aggregate[] => {
  switch (computation.kind) {
    case 'count':
      return [];
    case 'rate':
      return ['hits'];
    case 'mean':
      return ['sum', 'squares'];
    case 'quantile':
      return computation.share === 1 ? ['largest'] : [quantileName(computation.share)];
    case 'ratio':
      return computation.by === 'sum' ? ['sum'] : [];
  }
};

// An interval of a mean needs the spread, which a rollup can read off its bins where it has them.
const fromRollup = (computation: Computation): readonly Aggregate[] => {
  if (computation.kind === 'mean') return computation.of.rollup?.bins ? ['sum', 'bins', 'largest'] : ['sum'];
  if (computation.kind === 'quantile' && computation.share < 1) return ['bins', 'largest'];
  return fromRaw(computation);
};

const ROLLUP_COLUMN = { hits: 'hits', sum: 'sum', largest: 'largest', bins: 'bins' } as const;

const isInRollup = (term: Term, aggregate: Aggregate): boolean =>
  aggregate in ROLLUP_COLUMN && term.rollup !== undefined && ROLLUP_COLUMN[aggregate as keyof typeof ROLLUP_COLUMN] in term.rollup;

const dimensionsOf = ({ by, where }: Question): readonly Dimension[] => [...by, ...where.map(({ dimension }) => dimension)];

/** A question, and whether the city has so many tickets that bins of waits must stand in for the waits themselves. */
export interface Planned {
  readonly question: Question;
  readonly readsBins: boolean;
}

// A percentile and the spread around a mean rest on every single case; sums only approach them.
const needsEachCase = (computation: Computation): boolean =>
  computation.kind === 'mean' || (computation.kind === 'quantile' && computation.share < 1);

/** Whether the rollup answers this term of the question: it has the numbers, and pays where it only approaches them. */
export const isRolledUp = ({ question, readsBins }: Planned, computation: Computation, term: Term): boolean =>
  !question.exact &&
  term.rollup !== undefined &&
  dimensionsOf(question).every((dimension) => has(ticketDay, dimension)) &&
  (readsBins || !needsEachCase(computation)) &&
  fromRollup(computation).every((aggregate) => isInRollup(term, aggregate));

const placeOf = (planned: Planned, computation: Computation, term: Term): Omit<Part, 'wanted'> => {
  const isRollup = isRolledUp(planned, computation, term);
  const fact = isRollup ? ticketDay : FACTS[term.entity];
  return { fact, from: isRollup ? 'rollup' : 'raw', day: isRollup ? fact.day : (term.day ?? fact.day), isStock: term.isStock === true };
};

const key = ({ fact, day, isStock }: Omit<Part, 'wanted'>): string => `${fact.table} ${day} ${isStock}`;

/** The statements that a question needs, with each term in exactly the ones that must count it. */
export function partsOf(planned: Planned, computations: readonly Computation[]): readonly Part[] {
  const parts = new Map<string, { place: Omit<Part, 'wanted'>; wanted: Map<Term, Set<Aggregate>> }>();
  for (const computation of computations) {
    for (const term of computation.kind === 'ratio' ? [computation.top, computation.bottom] : [computation.of]) {
      const place = placeOf(planned, computation, term);
      const part = parts.get(key(place)) ?? { place, wanted: new Map<Term, Set<Aggregate>>() };
      const aggregates = part.wanted.get(term) ?? new Set<Aggregate>();
      for (const aggregate of place.from === 'rollup' ? fromRollup(computation) : fromRaw(computation)) aggregates.add(aggregate);
      part.wanted.set(term, aggregates);
      parts.set(key(place), part);
    }
  }
  return [...parts.values()].map(({ place, wanted }) => ({
    ...place,
    wanted: [...wanted].map(([term, aggregates]) => ({ term, aggregates })),
  }));
}
