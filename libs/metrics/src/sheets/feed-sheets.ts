import { identifier, literal, param, sql, type Sql } from '@evenhand/warehouse';
import type { TimeRange } from '@evenhand/domain';
import { toldFact } from '../coverage';
import type { ToldEntity } from '../facts/fact';
import type { Known } from '../facts/known';
import { QUIET, UNAWAITED, UNKNOWN } from '../feed-days';
import { SILENT_COLUMNS } from '../silence';
import type { ColumnName } from './month-sheet';
import { asLists, type SheetColumn } from './sheet-statement';

const flag = (name: string, condition: Sql): SheetColumn & ColumnName => ({ name, takes: 'sum', value: sql`max(${condition})` });

/** What a feed is judged to have sent on each day of each point. */
export const FEED_COLUMNS: readonly (SheetColumn & ColumnName)[] = [
  flag('is_unawaited', UNAWAITED),
  flag('is_unknown', UNKNOWN),
  flag('is_quiet', QUIET),
  ...SILENT_COLUMNS.map((column) => ({ ...column, takes: 'sum' as const })),
];

/** The judgement of a feed by day and point. */
export function feedStatement(entity: ToldEntity, { from, to }: TimeRange): Sql {
  const columns = FEED_COLUMNS.map(({ name }) => ({ name, value: identifier(name) }));
  const counted = FEED_COLUMNS.map(({ name, value }) => sql`, ${value} AS ${identifier(name)}`).reduce((all, one) => sql`${all}${one}`);
  return asLists(
    sql`SELECT day AS key_day, point_code AS key_point${counted}
  FROM feed_day
  WHERE entity = ${literal(entity)} AND point_code != '' AND day >= ${param('Date', from)} AND day < ${param('Date', to)}
  GROUP BY key_day, key_point`,
    columns,
  );
}

/** The days and points on which there are cases of an entity. */
export function toldStatement(entity: ToldEntity, known: Known, { from, to }: TimeRange): Sql {
  const { fact, condition } = toldFact(entity);
  const day = identifier(fact.day);
  return asLists(
    sql`SELECT DISTINCT ${day} AS key_day, point_code AS key_point
  FROM ${known.rows(fact)}
  WHERE ${day} >= ${param('Date', from)} AND ${day} < ${param('Date', to)}${condition}`,
    [],
  );
}
