import { identifier, sql, type Warehouse } from '@evenhand/warehouse';

/** Rows of a table that the records describe. */
export interface Replacement {
  readonly table: string;
  readonly rows: readonly object[];
}

/** Bounds what one statement carries. */
const ROWS_PER_INSERT = 20_000;

async function write(warehouse: Warehouse, { table, rows }: Replacement): Promise<void> {
  const next = identifier(`${table}_next`);
  await warehouse.run(sql`DROP TABLE IF EXISTS ${next} SYNC`);
  await warehouse.run(sql`CREATE TABLE ${next} AS ${identifier(table)}`);
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT)
    await warehouse.insert(`${table}_next`, rows.slice(start, start + ROWS_PER_INSERT));
}

/** Replaces tables that belong together: readers see the old rows of all of them or the new ones. */
export async function replaceTables(warehouse: Warehouse, replacements: readonly Replacement[]): Promise<void> {
  for (const replacement of replacements) await write(warehouse, replacement);
  await warehouse.swap(async () => {
    for (const { table } of replacements) await warehouse.run(sql`EXCHANGE TABLES ${identifier(table)} AND ${identifier(`${table}_next`)}`);
  });
  for (const { table } of replacements) await warehouse.run(sql`DROP TABLE ${identifier(`${table}_next`)} SYNC`);
}
