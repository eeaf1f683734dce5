import { because, type CitySettings, type Filter, InvalidQuery, type Question, type Scope, type TimeRange } from '@evenhand/domain';
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
import { checkSeen } from './seen';

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
export interface Selection {
  readonly term: Term;
  readonly isHits: boolean;
}

function selectionOf({ id, computation }: MetricDefinition, part: 'n' | 'cases'): Selection {
  if (computation.kind === 'ratio') return { term: part === 'n' ? computation.bottom : computation.top, isHits: false };
  if (part === 'cases' && computation.kind !== 'rate' && computation.kind !== 'shrunk')
    throw new InvalidQuery('part', `"${id}" counts no cases of its own; ask for part "n".`, because('no_cases_of_its_own', { metric: id }));
  return { term: computation.of, isHits: part === 'cases' };
}

/** Which rows are the cases of a selection. */
export const conditionOf = ({ term, isHits }: Selection, asked: Asked, draft: Draft): Sql => {
  const context = contextOf(asked, draft);
  return isHits && term.hits ? sql`(${term.cases(context)}) AND (${term.hits(context)})` : term.cases(context);
};

interface Statements {
  readonly rows: Sql;
  readonly total: Sql;
}

function statements(
  selection: Selection,
  asked: Asked,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Statements {
  const { term } = selection;
  const chosen = draftBy(CHOOSING, asked);
  const condition = conditionOf(selection, asked, chosen);
  const where = whereOf({ ...chosen, where: [...chosen.where, sql`(${condition})`] });
  const columns = join(
    detailOf(term, asked.scope).map((column) => caseColumn(term, column)),
    ', ',
  );
  const order = join((term.distinct ?? asked.part.fact.order).map(identifier), ', ');
  const wanted = sql`LIMIT ${param('UInt32', limit)} OFFSET ${param('UInt32', offset)}`;
  const group = term.distinct ? sql` GROUP BY ${order}` : sql``;
  return {
    rows: sql`${withOf(chosen)}SELECT ${columns} FROM ${chosen.from}${where}${group} ORDER BY ${order} ${wanted}`,
    total: sql`${withOf(chosen)}SELECT ${caseCount(term, sql`1`)} AS total FROM ${chosen.from}${where}`,
  };
}

const MOST_ROWS = 500;

function checkPage({ page, size }: RowsRequest): void {
  if (!Number.isInteger(page) || page < 1)
    throw new InvalidQuery('page', `"${page}" is no page; the first page is 1.`, because('no_page', { value: page }));
  if (!Number.isInteger(size) || size < 1 || size > MOST_ROWS)
    throw new InvalidQuery(
      'size',
      `"${size}" is no size of a page; ask for 1 to ${MOST_ROWS} rows.`,
      because('no_page_size', { value: size, most: MOST_ROWS }),
    );
}

/** Which cases are wanted, however many of them. */
export type CasesRequest = Omit<RowsRequest, 'page' | 'size'>;

/** Where the cases of a request stand, and the statements that read them. */
export interface ChosenCases {
  readonly selection: Selection;
  readonly asked: Asked;
  readonly columns: readonly DetailColumn[];
  readonly statements: (page: { readonly limit: number; readonly offset: number }) => Statements;
}

/** Finds the cases of a request for the points of the scope. Throws InvalidQuery. */
export function chosenCases(
  city: CitySettings,
  { metric: id, part: wanted, from, to, where, asOf }: CasesRequest,
  scope: Scope,
): ChosenCases {
  const question: Question = { metrics: [id], by: [], from, to, where, exact: true, asOf };
  const [metric] = checkQuestion(question);
  checkSeen(question, scope);
  if (!metric) throw new InvalidQuery('metric', 'Name a metric.', because('name_a_metric'));
  const selection = selectionOf(metric, wanted);
  const part = { ...rawPlaceOf(selection.term), wanted: [] };
  const asked = { part, question, scope, city, known: knownAt(asOf) };
  return { selection, asked, columns: detailOf(selection.term, scope), statements: (page) => statements(selection, asked, page) };
}

/** The cases behind a figure, for the points of the scope. Throws InvalidQuery. */
export async function rowsBehind(
  { warehouse, city }: { readonly warehouse: Warehouse; readonly city: CitySettings },
  request: RowsRequest,
  scope: Scope,
): Promise<RowsBehind> {
  checkPage(request);
  const { selection, columns, statements: of } = chosenCases(city, request, scope);
  const { rows, total } = of({ limit: request.size, offset: (request.page - 1) * request.size });
  const [found, [count]] = await Promise.all([warehouse.rows<RowsBehind['rows'][number]>(rows), warehouse.rows<{ total: number }>(total)]);
  return { entity: selection.term.entity, columns: [...columns], rows: found, total: count?.total ?? 0 };
}
