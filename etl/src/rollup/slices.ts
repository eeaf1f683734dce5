import { identifier, join, literal, param, type Sql, sql, trusted, type Warehouse } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import type { EntityName } from '../contract/entity-contract';
import { type FactRollup, type Rollup, type RollupSettings, rootOf, type Telling } from './rollup';

/** The facts of an entity as they will be once a load is published. */
export interface ComingFacts {
  readonly entity: EntityName;
  /** Months (202610) of the entity's own day in which rows come or go. */
  readonly months: readonly number[];
  /** The rows of one of those months as they will be: a table, or a query in parentheses. */
  readonly relation: (month: number) => Sql;
  /** All rows as they will be, as a query in parentheses; put together from the months unless given, which takes long for many. */
  readonly all?: Sql;
  /** Rows that come and rows that go, as a table or a query in parentheses; all rows of the months unless given. */
  readonly changes?: Sql;
}

/** The month of a day, as partitions are named. */
export const monthOf = (day: Sql): Sql => sql`toYYYYMM(${day})`;

const inMonths = (day: Sql, months: readonly number[]): Sql => sql`${monthOf(day)} IN ${param('Array(UInt32)', months)}`;

/** All rows of the entity as they will be. */
export function allRows({ entity, months, relation, all }: ComingFacts): Sql {
  if (all) return all;
  if (months.length === 0) return identifier(entity);
  const day = identifier(CONTRACTS[entity].cohortDay);
  const others = sql`SELECT * FROM ${identifier(entity)} WHERE NOT ${inMonths(day, months)}`;
  return sql`(${join([others, ...months.map((month) => sql`SELECT * FROM ${relation(month)}`)], '\nUNION ALL\n')})`;
}

/** Rows of the entity as they will be, with all that count for days of some months. */
export function rowsOfMonths({ days }: FactRollup, coming: ComingFacts, months: readonly number[]): Sql {
  if (days.length !== 1 || days[0] !== CONTRACTS[coming.entity].cohortDay) return allRows(coming);
  const day = identifier(CONTRACTS[coming.entity].cohortDay);
  const standing = months.filter((month) => !coming.months.includes(month));
  const pieces = months.filter((month) => coming.months.includes(month)).map((month) => sql`SELECT * FROM ${coming.relation(month)}`);
  if (standing.length > 0) pieces.push(sql`SELECT * FROM ${identifier(coming.entity)} WHERE ${inMonths(day, standing)}`);
  return sql`(${join(pieces, '\nUNION ALL\n')})`;
}

function changesOf({ entity, months, relation, changes }: ComingFacts): Sql {
  if (changes) return changes;
  const gone = sql`SELECT * FROM ${identifier(entity)} WHERE ${inMonths(identifier(CONTRACTS[entity].cohortDay), months)}`;
  return sql`(${join([gone, ...months.map((month) => sql`SELECT * FROM ${relation(month)}`)], '\nUNION ALL\n')})`;
}

const daysIn = (columns: readonly string[], rows: Sql, where: Sql): Sql => sql`
  SELECT DISTINCT assumeNotNull(touched) AS day FROM (SELECT arrayJoin([${trusted(columns.map((name) => `toNullable(${name})`).join(', '))}]) AS touched FROM ${rows} WHERE ${where})
  WHERE touched IS NOT NULL`;

/** The days of a rollup whose slices a load touches, as a query. */
function touchedDays(root: FactRollup, coming: ComingFacts, telling: Telling, settings: RollupSettings): Sql {
  const pieces = [];
  if (coming.changes || coming.months.length > 0) pieces.push(daysIn(root.days, changesOf(coming), trusted('1')));
  // A day that lost all of its rows is among the changes, or else only in the rollup itself.
  if (!coming.changes && coming.months.length > 0)
    pieces.push(sql`SELECT DISTINCT day FROM ${identifier(root.table)} WHERE ${inMonths(sql`day`, coming.months)}`);
  const { before, after } = telling;
  if (root.restless && after && (!before || after > before))
    pieces.push(daysIn(root.days, identifier(coming.entity), root.restless(telling, settings)));
  return pieces.length === 0 ? sql`SELECT toDate(0) AS day WHERE 0` : sql`SELECT DISTINCT day FROM (${join(pieces, '\nUNION ALL\n')})`;
}

type Alike = readonly [FactRollup, ...FactRollup[]];

/** Rollups whose slices are touched by the same rows are listed in one look at them. */
function touchedAlike(rollups: readonly Rollup[]): readonly Alike[] {
  const groups: Alike[] = [];
  for (const root of new Set(rollups.map(rootOf))) {
    const at = groups.findIndex(([first]) => first.restless === root.restless && first.days.join() === root.days.join());
    const group = groups[at];
    if (group) groups[at] = [...group, root];
    else groups.push([root]);
  }
  return groups;
}

/** Lists the slices that a load touches, by the table they belong to. */
export async function listSlices(
  warehouse: Warehouse,
  list: Sql,
  { rollups, coming, telling, settings }: { rollups: readonly Rollup[]; coming: ComingFacts; telling: Telling; settings: RollupSettings },
): Promise<void> {
  await warehouse.run(sql`CREATE TABLE ${list} (name LowCardinality(String), day Date) ENGINE = MergeTree ORDER BY (name, day)`);
  for (const alike of touchedAlike(rollups))
    await warehouse.run(sql`
      INSERT INTO ${list}
      SELECT arrayJoin([${join(
        alike.map(({ table }) => literal(table)),
        ', ',
      )}]) AS name, day FROM (${touchedDays(alike[0], coming, telling, settings)})`);
}

/** The days of the listed slices of a rollup, by month. */
export async function daysListed(warehouse: Warehouse, list: Sql, rollup: Rollup): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await warehouse.rows<{ month: number; days: string[] }>(sql`
    SELECT toYYYYMM(day) AS month, arraySort(groupUniqArray(day)) AS days FROM ${list}
    WHERE name = ${literal(rootOf(rollup).table)} GROUP BY month ORDER BY month`);
  return new Map(rows.map(({ month, days }) => [month, days]));
}

/** Whether a day's slice is listed. */
export const isListed = (list: Sql, rollup: Rollup, day: Sql): Sql =>
  sql`${day} IN (SELECT day FROM ${list} WHERE name = ${literal(rootOf(rollup).table)})`;
