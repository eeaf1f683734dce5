import type { Part } from '../compile/part';
import type { Term } from '../registry/definition';

const numbers = new WeakMap<Term, number>();
let terms = 0;

function numberOf(term: Term): number {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  numbers.set(term, ++terms);
  return terms;
}

/** A name for what a part asks of its terms, the same for the same statement: a term is one value of the registry. */
export const partName = ({ fact, from, day, wanted }: Part): string =>
  [from, fact.table, day, ...wanted.map(({ term, aggregates }) => `${numberOf(term)} ${[...aggregates].sort().join(' ')}`)].join(' ');
