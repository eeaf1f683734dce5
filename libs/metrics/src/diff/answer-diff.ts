import {
  because,
  type CitySettings,
  type Filter,
  InvalidQuery,
  type Question,
  type Scope,
  type TimeRange,
  type Value,
} from '@evenhand/domain';
import { identifier, join, param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import { checkQuestion } from '../check-question';
import type { Asked } from '../compile/draft';
import { inScope } from '../compile/filters';
import { rawPlaceOf } from '../compile/part';
import type { DetailColumn, Entity } from '../facts/fact';
import { knownAt } from '../facts/known';
import { caseColumn, detailOf } from '../detail';
import type { MetricDefinition, Term } from '../registry/definition';
import { checkSeen } from '../seen';
import { caseKeyOf, type Moved, movedPage, movedTotal, type MovedTotal, type Sides } from './contributions';

/** Which figure, and between which moments. */
export interface DiffRequest extends TimeRange {
  readonly metric: string;
  readonly where: readonly Filter[];
  /** The earlier moment: an instant or a day, as `asOf` of a question. */
  readonly then: string;
  /** The later moment; what is known at present unless given. */
  readonly asOf?: string | undefined;
  /**
   * Which cases of a ratio: those below the line, or those above it. A metric that is no ratio has only the first.
   */
  readonly part: 'n' | 'cases';
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

export type CaseRow = Readonly<Record<string, string | number | boolean | null>>;

/** One case that moved a figure: what was said of it then and now, and what it adds to each number of the figure. */
export interface DiffRow {
  /** `null` when nobody had told of it, or when it had been withdrawn. */
  readonly then: CaseRow | null;
  readonly now: CaseRow | null;
  readonly moved: Movement;
}

/** What is added to the numbers of a figure; negative when it is taken away. */
export interface Movement {
  /** To the cases that the figure rests on (of a ratio's upper part: to the cases it counts). */
  readonly n: number;
  /** To the cases that a share counts; `null` for other metrics. */
  readonly cases: number | null;
  /** To what is measured, in milliseconds; `null` where nothing is. */
  readonly amount: number | null;
}

/** Why a figure is another than it was. The movements of all rows add up to `moved`. */
export interface AnswerDiff {
  readonly entity: Entity;
  readonly columns: DetailColumn[];
  /** The moments that are compared, in UTC; `null` for what is known at present. */
  readonly asOf: { readonly then: string; readonly now: string | null };
  readonly then: Value;
  readonly now: Value;
  readonly moved: Movement;
  readonly rows: DiffRow[];
  readonly total: number;
}

interface Place {
  readonly warehouse: Warehouse;
  readonly city: CitySettings;
}

function termOf({ id, computation }: MetricDefinition, part: DiffRequest['part']): Term {
  if (computation.kind === 'ratio') return part === 'n' ? computation.bottom : computation.top;
  if (part === 'cases')
    throw new InvalidQuery(
      'part',
      `"${id}" is no ratio: all of its cases are in part "n".`,
      because('no_cases_of_its_own', { metric: id }),
    );
  return computation.of;
}

const movementOf = (term: Term, { n, cases, amount }: Omit<Moved, 'key'>): Movement => ({
  n,
  cases: term.hits ? cases : null,
  amount: term.amount ? amount : null,
});

/** What a moment said of cases, whether or not they were part of the figure then. */
function saidOf(term: Term, { part, known, scope }: Asked, keys: readonly string[]): Sql {
  const key = caseKeyOf(term);
  const where = join([sql`${key} IN ${param('Array(UInt64)', keys.map(BigInt))}`, ...inScope(scope)], ' AND ');
  const columns = join(
    detailOf(term, scope).map((column) => caseColumn(term, column)),
    ', ',
  );
  const group = term.distinct ? sql` GROUP BY ${join(term.distinct.map(identifier), ', ')}` : sql``;
  return sql`SELECT toString(${key}) AS case_key, ${columns} FROM ${known.rows(part.fact)} WHERE ${where}${group}`;
}

type SaidRow = CaseRow & { readonly case_key: string };

async function said(warehouse: Warehouse, term: Term, asked: Asked, keys: readonly string[]): Promise<ReadonlyMap<string, CaseRow>> {
  const rows = keys.length === 0 ? [] : await warehouse.rows<SaidRow>(saidOf(term, asked, keys));
  return new Map(rows.map(({ case_key: key, ...row }) => [key, row]));
}

/** The cases that make a figure another than it was, for the points of the scope. Throws InvalidQuery. */
export async function answerDiff(
  { warehouse, city }: Place,
  { metric: id, from, to, where, then, asOf, part: wantedPart, page, size }: DiffRequest,
  scope: Scope,
): Promise<Omit<AnswerDiff, 'asOf' | 'then' | 'now'>> {
  const question: Question = { metrics: [id], by: [], from, to, where, exact: true };
  const [metric] = checkQuestion(question);
  checkSeen(question, scope);
  if (!metric) throw new InvalidQuery('metric', 'Name a metric.', because('name_a_metric'));
  const term = termOf(metric, wantedPart);
  const part = { ...rawPlaceOf(term), wanted: [] };
  const askedAt = (moment: string | undefined): Asked => ({
    part,
    question: { ...question, asOf: moment },
    scope,
    city,
    known: knownAt(moment),
  });
  const sides: Sides = { then: askedAt(then), now: askedAt(asOf) };
  const moved = await warehouse.rows<Moved>(movedPage(term, sides, { page, size }));
  const [total] = await warehouse.rows<MovedTotal>(movedTotal(term, sides));
  const keys = moved.map(({ key }) => key);
  const [before, after] = [await said(warehouse, term, sides.then, keys), await said(warehouse, term, sides.now, keys)];
  return {
    entity: term.entity,
    columns: [...detailOf(term, scope)],
    moved: movementOf(term, total ?? { n: 0, cases: 0, amount: 0 }),
    rows: moved.map((one) => ({ then: before.get(one.key) ?? null, now: after.get(one.key) ?? null, moved: movementOf(term, one) })),
    total: total?.total ?? 0,
  };
}
