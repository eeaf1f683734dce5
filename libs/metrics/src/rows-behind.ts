import { type CitySettings, type Filter, InvalidQuery, type Question, type Scope, type TimeRange } from '@evenhand/domain';
import { identifier, join, param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import { checkQuestion } from './check-question';
import { CHOOSING, draftBy } from './compile/compile';
import { type Asked, contextOf, type Draft, whereOf, withOf } from './compile/draft';
import { caseCount } from './compile/measures';
import { rawPlaceOf } from './compile/part';
import { caseColumn, detailOf } from './detail';
import type { DetailColumn, Entity } from './facts/fact';
import { knownAt } from './facts/known';
import type { MetricDefinition, Term } from './registry/definition';

/** Which rows are wanted: all cases a figure rests on (`n`), or those that a share or a ratio counts (`cases`). */
export interface RowsRequest extends TimeRange {
  readonly metric: string;
  readonly part: 'n' | 'cases';
  /** The filters of the question, and the key of the row of its answer. */
  readonly where: readonly Filter[];
  /** From 1. */
  readonly page: number;
  readonly size: number;
  /** As in a question. */
  readonly asOf?: string | undefined;
}

/** The proof of a figure: the cases it counts. `total` equals its `n` or its `cases`. */
export interface RowsBehind {
  readonly entity: Entity;
  readonly columns: DetailColumn[];
  readonly rows: Record<string, string | number | boolean | null>[];
  readonly total: number;
}

/** The cases of one part of a figure, as SQL. */
interface Selection {
  readonly term: Term;
  readonly isHits: boolean;
}

function selectionOf({ id, computation }: MetricDefinition, part: 'n' | 'cases'): Selection {
  if (computation.kind === 'ratio') return { term: part === 'n' ? computation.bottom : computation.top, isHits: false };
  if (part === 'cases' && computation.kind !== 'rate' && computation.kind !== 'shrunk')
    throw new InvalidQuery('part', `"${id}" counts no cases of its own; ask for part "n".`);
  return { term: computation.of, isHits: part === 'cases' };
}

const conditionOf = ({ term, isHits }: Selection, asked: Asked, draft: Draft): Sql => {
  const context = contextOf(asked, draft);
  return isHits && term.hits ? sql`(${term.cases(context)}) AND (${term.hits(context)})` : term.cases(context);
};

function statements(selection: Selection, asked: Asked, { page, size }: RowsRequest): { readonly rows: Sql; readonly total: Sql } {
  const { term } = selection;
  const chosen = draftBy(CHOOSING, asked);
  const condition = conditionOf(selection, asked, chosen);
  const where = whereOf({ ...chosen, where: [...chosen.where, sql`(${condition})`] });
  const columns = join(
    detailOf(term).map((column) => caseColumn(term, column)),
    ', ',
  );
  const order = join((term.distinct ?? asked.part.fact.order).map(identifier), ', ');
  const limit = sql`LIMIT ${param('UInt32', size)} OFFSET ${param('UInt32', (page - 1) * size)}`;
  const group = term.distinct ? sql` GROUP BY ${order}` : sql``;
  return {
    rows: sql`${withOf(chosen)}SELECT ${columns} FROM ${chosen.from}${where}${group} ORDER BY ${order} ${limit}`,
    total: sql`${withOf(chosen)}SELECT ${caseCount(term, sql`1`)} AS total FROM ${chosen.from}${where}`,
  };
}

const MOST_ROWS = 500;

function checkPage({ page, size }: RowsRequest): void {
  if (!Number.isInteger(page) || page < 1) throw new InvalidQuery('page', `"${page}" is no page; the first page is 1.`);
  if (!Number.isInteger(size) || size < 1 || size > MOST_ROWS)
    throw new InvalidQuery('size', `"${size}" is no size of a page; ask for 1 to ${MOST_ROWS} rows.`);
}

/** The cases behind a figure, for the points of the scope. Throws InvalidQuery. */
export async function rowsBehind(
  { warehouse, city }: { readonly warehouse: Warehouse; readonly city: CitySettings },
  request: RowsRequest,
  scope: Scope,
): Promise<RowsBehind> {
  checkPage(request);
  const { from, to, where, asOf } = request;
  const question: Question = { metrics: [request.metric], by: [], from, to, where, exact: true, asOf };
  const [metric] = checkQuestion(question);
  if (!metric) throw new InvalidQuery('metric', 'Name a metric.');
  const selection = selectionOf(metric, request.part);
  const { term } = selection;
  const part = { ...rawPlaceOf(term), wanted: [] };
  const { rows, total } = statements(selection, { part, question, scope, city, known: knownAt(asOf) }, request);
  const [found, [count]] = await Promise.all([warehouse.rows<RowsBehind['rows'][number]>(rows), warehouse.rows<{ total: number }>(total)]);
  return { entity: term.entity, columns: [...detailOf(term)], rows: found, total: count?.total ?? 0 };
}
