import { identifier, join, param, type Sql, sql, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import type { Counting, Rollup, RollupSettings } from './rollup';
import { rootOf } from './rollup';
import { ROLLUPS } from './rollups';
import { monthOf } from './slices';
import { toldUntilSql } from './told-until';

/** A number that a rollup keeps and that its rows do not come to. */
export interface Difference {
  readonly table: string;
  /** What makes the row, its day first. */
  readonly key: Readonly<Record<string, string>>;
  readonly column: string;
  /** As text; `null` where there is no such row. */
  readonly stored: string | null;
  readonly recomputed: string | null;
}

/** How far a check has come. */
export interface VerifyProgress {
  readonly table: string;
  readonly month: number;
  readonly monthsDone: number;
  readonly months: number;
  readonly differences: number;
}

/** A table that differs everywhere is not printed row by row. */
const MOST_ROWS_OF_A_MONTH = 1_000;

/** The rows of a rollup for one month, counted from the facts. */
function recount(rollup: Rollup, month: number, settings: RollupSettings): Sql {
  const root = rootOf(rollup);
  const counting: Counting = { ...settings, toldUntil: toldUntilSql(root.entity, null) };
  const isWanted = (day: Sql): Sql => sql`${monthOf(day)} = ${trusted(String(month))}`;
  const counted = root.select(identifier(root.entity), isWanted, counting);
  return 'of' in rollup ? rollup.select(sql`(${counted})`) : counted;
}

async function numbersOf(warehouse: Warehouse, { table, keys }: Rollup): Promise<string[]> {
  const columns = await warehouse.rows<{ name: string }>(sql`
    SELECT name FROM system.columns WHERE database = currentDatabase() AND table = ${param('String', table)} ORDER BY position`);
  return columns.map(({ name }) => name).filter((name) => name !== 'day' && !keys.includes(name));
}

/** Rows whose numbers are not the same on both sides; a row that stands twice differs from one that stands once. */
function differing(rollup: Rollup, numbers: readonly string[], month: number, settings: RollupSettings): Sql {
  const keys = ['day', ...rollup.keys].map(identifier);
  const texts = trusted(numbers.map((name) => `toString(${name})`).join(', '));
  const stored = sql`SELECT ${join(keys, ', ')}, 1 AS is_stored, [${texts}] AS said FROM ${identifier(rollup.table)} WHERE ${monthOf(sql`day`)} = ${trusted(String(month))}`;
  const recounted = sql`SELECT ${join(keys, ', ')}, 0 AS is_stored, [${texts}] AS said FROM (${recount(rollup, month, settings)})`;
  const key = trusted(`map(${['day', ...rollup.keys].map((name) => `'${name}', toString(${name})`).join(', ')})`);
  return sql`
    SELECT ${key} AS key, groupArrayIf(said, is_stored = 1) AS stored, groupArrayIf(said, is_stored = 0) AS recomputed
    FROM (${stored} UNION ALL ${recounted}) GROUP BY ${join(keys, ', ')} HAVING stored != recomputed
    ORDER BY ${join(keys, ', ')} LIMIT ${param('UInt32', MOST_ROWS_OF_A_MONTH)}`;
}

interface DifferingRow {
  readonly key: Readonly<Record<string, string>>;
  readonly stored: readonly (readonly string[])[];
  readonly recomputed: readonly (readonly string[])[];
}

const textOf = (rows: DifferingRow['stored'], column: number): string | null =>
  rows.length === 0 ? null : rows.map((row) => row[column] ?? '').join(' and ');

const differencesIn = (table: string, numbers: readonly string[], { key, stored, recomputed }: DifferingRow): Difference[] =>
  numbers.flatMap((column, index) => {
    const [was, is] = [textOf(stored, index), textOf(recomputed, index)];
    return was === is ? [] : [{ table, key, column, stored: was, recomputed: is }];
  });

async function monthsOf(warehouse: Warehouse, rollup: Rollup): Promise<number[]> {
  const { entity, days } = rootOf(rollup);
  const each = days.map(
    (day) =>
      sql`SELECT DISTINCT toYYYYMM(assumeNotNull(${identifier(day)})) AS month FROM ${identifier(entity)} WHERE ${identifier(day)} IS NOT NULL`,
  );
  const stored = sql`SELECT DISTINCT toYYYYMM(day) AS month FROM ${identifier(rollup.table)}`;
  const rows = await warehouse.rows<{ month: number }>(
    sql`SELECT DISTINCT month FROM (${join([stored, ...each], '\nUNION ALL\n')}) ORDER BY month`,
  );
  return rows.map(({ month }) => month);
}

/** Counts every rollup again from the facts, month by month, and tells each number that is another than the one it keeps. */
export async function verifyRollups(
  warehouse: Warehouse,
  settings: RollupSettings,
  onProgress?: (progress: VerifyProgress) => void,
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const rollup of ROLLUPS) {
    const months = await monthsOf(warehouse, rollup);
    const numbers = await numbersOf(warehouse, rollup);
    for (const [done, month] of months.entries()) {
      onProgress?.({ table: rollup.table, month, monthsDone: done, months: months.length, differences: found.length });
      const rows = await warehouse.rows<DifferingRow>(
        withSettings(differing(rollup, numbers, month, settings), { compile_aggregate_expressions: 0 }),
      );
      found.push(...rows.flatMap((row) => differencesIn(rollup.table, numbers, row)));
    }
  }
  return found;
}
