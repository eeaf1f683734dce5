import type { CitySettings, Dimension, Question, Scope } from '@evenhand/domain';
import { identifier, join, literal, param, sql, type Sql } from '@evenhand/warehouse';
import { keyColumn } from './compile/compile';
import { isGrain } from './compile/buckets';
import { inScope } from './compile/filters';
import { keyFromText, keyTypeOf } from './facts/dimension-text';
import type { Entity } from './facts/fact';
import { FACTS } from './facts/facts';
import { knownUntil } from './facts/known-until';
import { ticketDay } from './facts/ticket-day';

/** How many days of points were expected for a key, and of how many something was told. */
export interface CoverageRow extends Readonly<Record<string, unknown>> {
  readonly expected: number;
  readonly observed: number;
}

const KEYS: Readonly<Partial<Record<Dimension, Sql>>> = {
  point: sql`point_code`,
  ward: sql`ward_code`,
  branch: sql`branch_code`,
  day: sql`day`,
  week: sql`toMonday(day)`,
  month: sql`toStartOfMonth(day)`,
  weekday: sql`toDayOfWeek(day)`,
};

/** The dimensions of a question along which feeds are expected. */
export const coverable = (by: readonly Dimension[]): readonly Dimension[] =>
  by.filter((dimension) => dimension in KEYS && dimension !== 'weekday');

const isDayFilter = (dimension: Dimension): boolean => isGrain(dimension) || dimension === 'weekday';

const filters = ({ where }: Question, isWanted: (dimension: Dimension) => boolean): readonly Sql[] =>
  where.flatMap(({ dimension, values }) => {
    const key = KEYS[dimension];
    if (!key || !isWanted(dimension)) return [];
    const keys = values.map((value) => keyFromText(dimension, value));
    return [sql`${key} IN ${param(`Array(${keyTypeOf(dimension)})`, keys)}`];
  });

/**
 * Expected: every working day of the range, up to the latest known one, on which a point of the scope existed.
 * Observed: those on which the entity has at least one case at the point.
 */
export function coverageOf(entity: Entity, question: Question, scope: Scope, city: CitySettings): Sql {
  const { from, to } = question;
  const fact = entity === 'ticket' ? ticketDay : FACTS[entity];
  const day = identifier(fact.day);
  const keys = coverable(question.by);
  const names = keys.map((dimension) => identifier(keyColumn(dimension)));
  const columns = keys.map((dimension) => sql`${KEYS[dimension] ?? sql`NULL`} AS ${identifier(keyColumn(dimension))}`);
  const expected = join([sql`day >= valid_from`, sql`day < valid_to`, ...filters(question, isDayFilter)], ' AND ');
  const told = sql`(point_code, day) IN (SELECT DISTINCT point_code, ${day} FROM ${identifier(fact.table)} WHERE ${day} >= ${param('Date', from)} AND ${day} < ${param('Date', to)})`;
  const where = [
    sql`valid_from < ${param('Date', to)}`,
    sql`valid_to > ${param('Date', from)}`,
    ...inScope(scope),
    ...filters(question, (dimension) => !isDayFilter(dimension)),
  ];
  return sql`SELECT ${join([...columns, sql`countIf(${expected}) AS expected`, sql`countIf(${expected} AND ${told}) AS observed`], ', ')}
FROM service_point LEFT ARRAY JOIN (
  SELECT groupArray(day) FROM working_day
  WHERE day >= ${param('Date', from)} AND day < ${param('Date', to)} AND day <= toDate(${knownUntil(entity)}, ${literal(city.zone)})
) AS day
WHERE ${join(where, ' AND ')}${
    keys.length === 0
      ? sql``
      : sql`
GROUP BY ${join(names, ', ')}`
  }${
    keys.some(isGrain)
      ? sql`
HAVING expected > 0`
      : sql``
  }`;
}

/** The share of what was expected, at most 1; `null` where nothing was expected. */
export const coverageShare = (row: CoverageRow | undefined): number | null =>
  row === undefined || row.expected === 0 ? null : Math.min(1, row.observed / row.expected);
