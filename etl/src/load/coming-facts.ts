import { identifier, join, type Sql, sql, trusted, type Warehouse } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import { type Work, type WorkPart, workTable } from './work-tables';

/** The rows of an entity as they will be once a run is published. */
export interface ComingRows {
  /** Months that lose a row: they are replaced as a whole. */
  readonly replaced: readonly number[];
  /** All months in which a row comes or goes. */
  readonly months: readonly number[];
  /** The rows of one of those months as they will be. */
  readonly relation: (month: number) => Sql;
  /** All rows of the entity as they will be. */
  readonly all: Sql;
  /** Rows that come and rows that go. */
  readonly changes: Sql;
  /** Tables whose parts become part of the facts, but for the months that are replaced. */
  readonly added: readonly Sql[];
}

/** Reads from the work tables what a run brings; `parts` are those that stand. */
export async function comingRows(warehouse: Warehouse, work: Work, parts: readonly WorkPart[]): Promise<ComingRows> {
  const fact = identifier(work.entity);
  const month = sql`toYYYYMM(${identifier(CONTRACTS[work.entity].cohortDay)})`;
  const monthsOf = async (query: Sql): Promise<number[]> => (await warehouse.rows<{ month: number }>(query)).map((row) => row.month);
  const added = (['batch', 'latest'] as const).filter((part) => parts.includes(part)).map((part) => workTable(work, part));
  const replaced = parts.includes('touched')
    ? await monthsOf(sql`SELECT DISTINCT month FROM ${workTable(work, 'touched')} ORDER BY month`)
    : [];
  const coming = [];
  for (const table of added) coming.push(...(await monthsOf(sql`SELECT DISTINCT ${month} AS month FROM ${table} ORDER BY month`)));
  const inMonth = (table: Sql, one: number): Sql => sql`SELECT * FROM ${table} WHERE ${month} = ${trusted(String(one))}`;
  const all = (pieces: readonly Sql[]): Sql => sql`(${join(pieces, '\nUNION ALL\n')})`;
  const gone = sql`SELECT * FROM ${fact} WHERE ${month} IN (${trusted(replaced.join(', '))})
    AND key_hash IN (SELECT key_hash FROM ${workTable(work, 'changed')})`;
  const rows = added.map((table) => sql`SELECT * FROM ${table}`);
  const stays = replaced.length === 0 ? trusted('1') : sql`${month} NOT IN (${trusted(replaced.join(', '))})`;
  const replacing = replaced.length === 0 ? [] : [sql`SELECT * FROM ${workTable(work, 'current')}`];
  return {
    replaced,
    months: [...new Set([...replaced, ...coming])].sort((a, b) => a - b),
    relation: (one) =>
      replaced.includes(one) ? all([inMonth(workTable(work, 'current'), one)]) : all([fact, ...added].map((table) => inMonth(table, one))),
    all: all([...[fact, ...added].map((table) => sql`SELECT * FROM ${table} WHERE ${stays}`), ...replacing]),
    changes: all(replaced.length === 0 ? rows : [...rows, gone]),
    added,
  };
}
