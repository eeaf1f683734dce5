import { because, InvalidQuery, type Scope, type TimeRange } from '@evenhand/domain';
import { identifier, join, param, sql, type Sql } from '@evenhand/warehouse';
import type { DetailColumn } from '../facts/fact';
import { seenColumns } from '../seen';
import { FACTS } from '../facts/facts';
import { knownAt } from '../facts/known';
import { type CaseRows, caseRows } from '../row-stream';
import { asKnown, breachColumns, breachesOf, caseContext, pointsKept } from './case-sql';
import type { Place } from './gather-evidence';
import { casesOfShare, shareTerm } from './metric-cases';
import type { StandardDefinition } from './standard';
import { type Piece, piecesOf, type RuleVersion } from './versions';

/** Which breaches are wanted. */
export interface BreachesWanted {
  readonly range: TimeRange;
  readonly scope: Scope;
  /** As it was known then (ISO 8601 in UTC); as it is known at present unless given. */
  readonly asOf?: string | undefined;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** The cases that broke a rule. `total` equals the breaches of the verdict. */
export interface Breaches {
  readonly columns: readonly DetailColumn[];
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly total: number;
}

interface Listed {
  readonly columns: readonly DetailColumn[];
  readonly rows: (piece: Piece) => Sql;
}

/** How the single cases of a rule are found. Throws {@link InvalidQuery} for a rule without any. */
function listed(
  { city }: Place,
  { id, judging, scope: standard }: StandardDefinition,
  { scope, asOf }: Pick<BreachesWanted, 'scope' | 'asOf'>,
): Listed {
  const known = knownAt(asOf);
  const wanted = { zone: city.zone, isWanted: pointsKept(scope, standard), known };
  if (judging.kind === 'missing')
    throw new InvalidQuery('standard', `There is no data for "${id}": ${judging.needs.en}`, because('no_data_for_standard'));
  if (judging.kind === 'cases')
    return {
      columns: judging.columns,
      rows: (piece) => asKnown(judging.rows(caseContext(piece, piece.version.limits, wanted)), judging, asOf),
    };
  const term = shareTerm(judging);
  if (!term)
    throw new InvalidQuery('standard', `"${id}" is judged by a ratio of two sums; no single case breaks it.`, because('no_single_case'));
  return {
    columns: FACTS[term.entity].detail.filter((column) => column.id !== 'point_code'),
    rows: ({ version: { limits }, ...range }) => {
      const setting = { city: { ...city, ...judging.settings?.(limits) }, known };
      return casesOfShare(term, judging, caseContext(range, limits, wanted), setting);
    },
  };
}

const MOST_ROWS = 500;

function checkPage({ page, size }: BreachesWanted): void {
  if (!Number.isInteger(page) || page < 1)
    throw new InvalidQuery('page', `"${page}" is no page; the first page is 1.`, because('no_page', { value: page }));
  if (!Number.isInteger(size) || size < 1 || size > MOST_ROWS)
    throw new InvalidQuery(
      'size',
      `"${size}" is no size of a page; ask for 1 to ${MOST_ROWS} rows.`,
      because('no_page_size', { value: size, most: MOST_ROWS }),
    );
}

/** Every breach of a range as one statement; `null` where no version of the rule was in force. */
function statement(
  place: Place,
  definition: StandardDefinition,
  versions: readonly RuleVersion[],
  { range, scope, asOf }: Pick<BreachesWanted, 'range' | 'scope' | 'asOf'>,
): { readonly columns: readonly DetailColumn[]; readonly all: Sql | null } {
  const { columns: all, rows } = listed(place, definition, { scope, asOf });
  const columns = seenColumns(all, scope);
  const pieces = piecesOf(versions, range);
  const parts = pieces.map((piece) => breachesOf({ rows: rows(piece), scope, standard: definition.scope }, columns, piece.version.from));
  return { columns: breachColumns(columns), all: parts.length === 0 ? null : join(parts, '\nUNION ALL\n') };
}

/** The statement that finds the breaches of a range, its values beside it; `null` where no version of the rule was in force. */
export const breachesStatement = (
  place: Place,
  definition: StandardDefinition,
  versions: readonly RuleVersion[],
  wanted: Pick<BreachesWanted, 'range' | 'scope' | 'asOf'>,
): ReturnType<Sql['render']> | null => statement(place, definition, versions, wanted).all?.render() ?? null;

const named = (columns: readonly DetailColumn[]): Sql =>
  join(
    columns.map(({ id }) => identifier(id)),
    ', ',
  );

const counting = (all: Sql): Sql => sql`SELECT count() AS total FROM (${all})`;

/** The breaches of a range, page by page, in order of day and place; each is held against the version of its day. */
export async function breachesIn(
  place: Place,
  definition: StandardDefinition,
  versions: readonly RuleVersion[],
  wanted: BreachesWanted,
): Promise<Breaches> {
  checkPage(wanted);
  const { page, size } = wanted;
  const { columns, all } = statement(place, definition, versions, wanted);
  if (all === null) return { columns, rows: [], total: 0 };
  const [found, [count]] = await Promise.all([
    place.warehouse.rows<Breaches['rows'][number]>(
      sql`SELECT ${named(columns)} FROM (${all}) ORDER BY ALL LIMIT ${param('UInt32', size)} OFFSET ${param('UInt32', (page - 1) * size)}`,
    ),
    place.warehouse.rows<{ total: number }>(counting(all)),
  ]);
  return { columns, rows: found, total: count?.total ?? 0 };
}

async function* noRows(): CaseRows['rows'] {
  yield [];
}

/** The breaches of a range made while they are read, `most` of them, in the order of {@link breachesIn}. */
export async function breachesFile(
  place: Place,
  definition: StandardDefinition,
  versions: readonly RuleVersion[],
  { most, ...wanted }: Pick<BreachesWanted, 'range' | 'scope' | 'asOf'> & { readonly most: number },
): Promise<CaseRows> {
  const { columns, all } = statement(place, definition, versions, wanted);
  if (all === null) return { columns, total: 0, shown: 0, rows: noRows() };
  const [{ total } = { total: 0 }] = await place.warehouse.rows<{ total: number }>(counting(all));
  const rows = sql`SELECT ${named(columns)} FROM (${all}) ORDER BY ALL LIMIT ${param('UInt32', most)}`;
  return { columns, total, shown: Math.min(total, most), rows: caseRows(place.warehouse, rows) };
}
