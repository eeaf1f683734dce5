import type { Day, Scope, TimeRange, VerdictGrain, VerdictUnit } from '@evenhand/domain';
import { identifier, join, literal, param, sql, type Sql } from '@evenhand/warehouse';
import type { DetailColumn } from '../facts/fact';
import { FACTS } from '../facts/facts';
import { withSteps } from '../facts/tables-under';
import { type Kept, type Known, knownAt } from '../facts/known';
import type { CaseContext, CaseSource, Limits, StandardScope } from './standard';

const KEEP_ALL = sql`1`;

/** The first day of the bucket that holds a day. */
export const bucketOf = (cut: VerdictGrain, day: Sql, from: Day): Sql => {
  switch (cut) {
    case 'day':
      return day;
    case 'week':
      return sql`toMonday(${day})`;
    case 'month':
      return sql`toStartOfMonth(${day})`;
    case 'whole':
      return sql`${param('Date', from)}`;
  }
};

/** Keeps the points that the asker may see and that the rule is about. */
export function pointsKept(scope: Scope, { points }: StandardScope): Sql {
  const lists = [scope.points, points].filter((list) => list !== 'all');
  return lists.length === 0
    ? KEEP_ALL
    : join(
        lists.map((list) => sql`point_code IN ${param('Array(String)', list)}`),
        ' AND ',
      );
}

const listed = (column: string, values: 'all' | readonly string[]): readonly Sql[] =>
  values === 'all' ? [] : [sql`toString(${identifier(column)}) IN ${param('Array(String)', values)}`];

const casesKept = (scope: Scope, standard: StandardScope): Sql =>
  join([pointsKept(scope, standard), ...listed('channel', standard.channels), ...listed('field_code', standard.fields)], ' AND ');

/** What is looked at, and as it was known when. */
interface Looking {
  readonly zone: string;
  readonly isWanted: Sql;
  readonly known: Known;
}

export const caseContext = (range: TimeRange, limits: Limits, { zone, isWanted, known }: Looking): CaseContext => ({
  range,
  limits,
  isWanted,
  zone: literal(zone),
  latestDay: sql`(SELECT toDate(maxOrNull(latest_at), ${literal(zone)}) FROM ${known.told})`,
  toldUntil: (entity) =>
    sql`(SELECT toDate(maxOrNull(latest_at), ${literal(zone)}) FROM ${known.told} WHERE entity IN (${join(tellersOf(entity), ', ')}))`,
});

// A step of a dossier is news of the dossier.
const tellersOf = (entity: string): readonly Sql[] => (entity === 'dossier' ? ['dossier', 'dossier_event'] : [entity]).map(literal);

/** Every table that a rule reads, dossiers with their steps: a limit follows from both. */
export const tablesOf = ({ feeds, registers }: Pick<CaseSource, 'feeds' | 'registers'>): readonly string[] =>
  withSteps([...feeds, ...registers]);

/** The facts as far as they are kept in versions: a dossier's first promise stays as it was first told. */
const keptOf = (table: string): Kept => Object.values(FACTS).find((fact) => fact.table === table && !fact.derived) ?? { table };

/**
 * A statement over the tables of a rule as they were known at an instant: each table's rows of then stand in for it by name,
 * as the rows of worked examples do.
 */
export const asKnown = (statement: Sql, source: Pick<CaseSource, 'feeds' | 'registers'>, asOf: string | undefined): Sql =>
  asOf === undefined
    ? statement
    : sql`WITH ${join(
        tablesOf(source).map((table) => sql`${identifier(table)} AS (SELECT * FROM ${knownAt(asOf).rows(keptOf(table))})`),
        ', ',
      )} SELECT * FROM (${statement})`;

/** Cases of one version of a rule. */
export interface CasesOfPiece {
  readonly rows: Sql;
  readonly scope: Scope;
  readonly standard: StandardScope;
}

/** Counts cases and breaches: rows of `point`, `bucket`, `n` and `breaches`. */
export function countOf(
  { rows, scope, standard }: CasesOfPiece,
  { cut, unit, from }: { readonly cut: VerdictGrain; readonly unit: VerdictUnit; readonly from: Day },
): Sql {
  const point = unit === 'point' ? sql`toString(point_code)` : sql`''`;
  return sql`SELECT ${point} AS point, toString(${bucketOf(cut, sql`day`, from)}) AS bucket, count() AS n, countIf(is_breach) AS breaches
FROM (${rows}) WHERE ${casesKept(scope, standard)} GROUP BY point, bucket ORDER BY point, bucket`;
}

const shownColumns = (columns: readonly DetailColumn[]): Sql =>
  join([sql`toString(point_code) AS point_code`, sql`day`, ...columns.map(({ id }) => identifier(id))], ', ');

/** The columns of every breach: where, on which day, by which version, then those of the rule. */
export const breachColumns = (columns: readonly DetailColumn[]): readonly DetailColumn[] => [
  { id: 'point_code', type: 'text' },
  { id: 'day', type: 'day' },
  { id: 'rule_from', type: 'day' },
  ...columns,
];

/** The breaches of one piece, each with the first day of the version that it broke. */
export const breachesOf = ({ rows, scope, standard }: CasesOfPiece, columns: readonly DetailColumn[], ruleFrom: Day): Sql =>
  sql`SELECT ${shownColumns(columns)}, ${param('Date', ruleFrom)} AS rule_from FROM (${rows}) WHERE is_breach AND ${casesKept(scope, standard)}`;
