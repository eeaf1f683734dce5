import type { Day, Scope, TimeRange, VerdictGrain, VerdictUnit } from '@evenhand/domain';
import { join, literal, param, sql, type Sql } from '@evenhand/warehouse';
import type { Known } from '../facts/known';
import { bucketOf, pointsKept } from './case-sql';
import type { StandardScope } from './standard';

interface Asked {
  readonly feeds: readonly string[];
  readonly range: TimeRange;
  readonly scope: Scope;
  readonly standard: StandardScope;
  readonly cut: VerdictGrain;
  readonly unit: VerdictUnit;
}

const entities = (names: readonly string[]): Sql => join(names.map(literal), ', ');

/**
 * How many days of each feed were expected and told: rows of `point`, `bucket`, `expected` and `told`. A day is told when
 * none of the sources that owe it was silent or thin.
 */
export function toldDays({ feeds, range: { from, to }, scope, standard, cut, unit }: Asked): Sql {
  const point = unit === 'point' ? sql`point_name` : sql`''`;
  return sql`SELECT ${point} AS point, toString(${bucketOf(cut, sql`day`, from)}) AS bucket, count() AS expected, countIf(NOT is_silent) AS told
FROM (
  SELECT toString(point_code) AS point_name, entity, day, countIf(state IN ('thin', 'missing')) > 0 AS is_silent
  FROM feed_day
  WHERE entity IN (${entities(feeds)}) AND point_code != '' AND state IN ('complete', 'thin', 'missing')
    AND day >= ${param('Date', from)} AND day < ${param('Date', to)} AND ${pointsKept(scope, standard)}
  GROUP BY point_name, entity, day
)
GROUP BY point, bucket`;
}

/** The day up to which each entity has told: rows of `name`, `day` and the instant `at`. */
export const toldUntilEach = (zone: string, known: Known): Sql =>
  sql`SELECT toString(entity) AS name, toDate(max(latest_at), ${literal(zone)}) AS day, max(latest_at) AS at FROM ${known.told} GROUP BY name`;

/** True when each entity has told of the period; a register holds from its first telling on. */
export const hasTold = (
  until: ReadonlyMap<string, Day>,
  { feeds, registers }: { readonly feeds: readonly string[]; readonly registers: readonly string[] },
  from: Day,
): boolean => feeds.every((entity) => (until.get(entity) ?? '') >= from) && registers.every((entity) => until.has(entity));
