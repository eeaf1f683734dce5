import { type Question, wholeCity } from '@evenhand/domain';
import type { TermNumbers } from '../compile/aggregate';
import { columnOf } from '../compile/measures';
import { type Part, partsOf } from '../compile/part';
import { type Counted, countedKeys, numbersOf } from '../counted';
import type { Computation, KindOfCase, Term, Weighing } from '../registry/definition';
import { type Key, keyText } from '../results';
import type { Of } from './part-sheets';

/** Counts a part of a question; `null` where sheets cannot tell. */
type CountPart = (part: Part, of: Of) => Promise<Counted> | null;

interface Weighed {
  readonly term: Term;
  readonly weighing: Weighing;
}

/** The only term of a part, where it is weighed and nothing but the sum of its weights is asked. */
function weighedTerm({ wanted }: Part, { exact, asOf, by, where }: Question): Weighed | null {
  const [one, ...others] = wanted;
  const weighing = one?.term.weighing;
  if (!one || !weighing || others.length > 0 || exact || asOf !== undefined) return null;
  const knowsKind = [...by, ...where.map(({ dimension }) => dimension)].includes(weighing.by);
  return knowsKind || [...one.aggregates].some((name) => name !== 'sum') ? null : { term: one.term, weighing };
}

/** What tells a number of cases by kind, and how to read it. */
interface ByKind {
  readonly counted: Counted;
  readonly numbersAt: (row: number) => TermNumbers;
}

function byKind(count: CountPart, computation: Computation & { readonly of: Term }, of: Of): Promise<ByKind> | null {
  const [part] = partsOf({ question: of.question, readsBins: true }, [computation]);
  if (!part) return null;
  return count(part, of)?.then((counted) => ({ counted, numbersAt: numbersOf(part, computation.of, counted) })) ?? null;
}

/** Counts a part of which each case weighs as much as its kind does in the whole city; `null` where sheets cannot tell. */
export function weighedPart(count: CountPart, part: Part, of: Of): Promise<Counted> | null {
  const found = weighedTerm(part, of.question);
  if (!found) return null;
  const { weighing, term } = found;
  const { question } = of;
  const inCity: Of = { ...of, question: { ...question, by: [weighing.by], where: [] }, scope: wholeCity };
  const own = byKind(count, { kind: 'count', of: weighing.cases }, { ...of, question: { ...question, by: [...question.by, weighing.by] } });
  const cases = byKind(count, { kind: 'count', of: weighing.cases }, inCity);
  const measured = byKind(count, { kind: 'total', of: weighing.measured, scale: 1 }, inCity);
  if (!own || !cases || !measured) return null;
  const columns = { n: columnOf(part, term, 'n'), sum: columnOf(part, term, 'sum') };
  return Promise.all([own, cases, measured]).then(([counted, ...city]) => {
    const weights = weighing.weights(kindsOf(weighing, ...city));
    return summed(counted, { by: question.by, kind: weighing.by, weights, columns });
  });
}

const rowsIn = ({ counted: { keys } }: ByKind): readonly number[] => Array.from({ length: keys.size }, (_, row) => row);

function kindsOf({ by }: Weighing, cases: ByKind, measured: ByKind): readonly KindOfCase[] {
  return rowsIn(cases).map((row) => {
    const told = measured.numbersAt(measured.counted.keys.rowOf(cases.counted.keys.nameAt(row)));
    return {
      kind: cases.counted.keys.at(row)[by] ?? '',
      cases: cases.numbersAt(row).number('n'),
      measured: told.number('n'),
      amount: told.number('sum'),
    };
  });
}

interface Summing {
  readonly by: Question['by'];
  readonly kind: Weighing['by'];
  readonly weights: ReadonlyMap<string, number>;
  readonly columns: { readonly n: string; readonly sum: string };
}

/** Puts the kinds of each row of an answer into one. */
function summed(own: ByKind, { by, kind, weights, columns }: Summing): Counted {
  const groups = new Map<string, { readonly key: Key; n: number; sum: number }>();
  if (by.length === 0) groups.set('', { key: {}, n: 0, sum: 0 });
  for (const row of rowsIn(own)) {
    const key = own.counted.keys.at(row);
    const text = keyText(key, by);
    const held = groups.get(text) ?? { key, n: 0, sum: 0 };
    const n = own.numbersAt(row).number('n');
    held.n += n;
    held.sum += n * (weights.get(key[kind] ?? '') ?? 0);
    groups.set(text, held);
  }
  return countedKeys([...groups.values()], by, { [columns.n]: ({ n }) => n, [columns.sum]: ({ sum }) => sum });
}
