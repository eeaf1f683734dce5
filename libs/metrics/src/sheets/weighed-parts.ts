import { type Question, wholeCity } from '@evenhand/domain';
import { keyColumn } from '../compile/compile';
import { columnOf } from '../compile/measures';
import { type Part, partsOf } from '../compile/part';
import type { Computation, KindOfCase, Term, Weighing } from '../registry/definition';
import { keyText, keyIn, numbersIn, type ResultRow } from '../results';
import type { Of } from './part-sheets';

/** Counts a part of a question; `null` where sheets cannot tell. */
type CountPart = (part: Part, of: Of) => Promise<readonly ResultRow[]> | null;

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

/** Rows that tell a number of cases by kind, and how to read it. */
interface ByKind {
  readonly rows: readonly ResultRow[];
  readonly read: (row: ResultRow, name: 'n' | 'sum') => number;
}

function byKind(count: CountPart, computation: Computation & { readonly of: Term }, of: Of): Promise<ByKind> | null {
  const [part] = partsOf({ question: of.question, readsBins: true }, [computation]);
  if (!part) return null;
  const read = (row: ResultRow, name: 'n' | 'sum'): number => numbersIn(part, computation.of, row).number(name);
  return count(part, of)?.then((rows) => ({ rows, read })) ?? null;
}

/** The rows of a part of which each case weighs as much as its kind does in the whole city; `null` where sheets cannot tell. */
export function weighedPart(count: CountPart, part: Part, of: Of): Promise<readonly ResultRow[]> | null {
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

function kindsOf({ by }: Weighing, cases: ByKind, measured: ByKind): readonly KindOfCase[] {
  const measuredOf = new Map(measured.rows.map((row) => [String(row[keyColumn(by)]), row]));
  return cases.rows.map((row) => {
    const kind = String(row[keyColumn(by)]);
    const told = measuredOf.get(kind);
    return {
      kind,
      cases: cases.read(row, 'n'),
      measured: told ? measured.read(told, 'n') : 0,
      amount: told ? measured.read(told, 'sum') : 0,
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
function summed({ rows, read }: ByKind, { by, kind, weights, columns }: Summing): readonly ResultRow[] {
  const groups = new Map<string, Record<string, unknown> & { n: number; sum: number }>();
  if (by.length === 0) groups.set('', { n: 0, sum: 0 });
  for (const row of rows) {
    const text = keyText(keyIn(row, by), by);
    const held = groups.get(text) ?? {
      ...Object.fromEntries(by.map((dimension) => [keyColumn(dimension), row[keyColumn(dimension)]])),
      n: 0,
      sum: 0,
    };
    const n = read(row, 'n');
    held.n += n;
    held.sum += n * (weights.get(String(row[keyColumn(kind)])) ?? 0);
    groups.set(text, held);
  }
  return [...groups.values()].map(({ n, sum, ...key }) => ({ ...key, [columns.n]: n, [columns.sum]: sum }));
}
