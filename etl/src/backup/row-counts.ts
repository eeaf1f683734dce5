import { identifier, join, literal, sql, type Warehouse } from '@evenhand/warehouse';

/**
 * How many rows each table of facts has. TRICKY: they are counted, as what the engine knows by heart holds rows that are
 * hidden and go with the next merge.
 */
export async function rowCounts(warehouse: Warehouse): Promise<Readonly<Record<string, number>>> {
  const tables = await warehouse.rows<{ name: string }>(sql`
    SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree' ORDER BY name`);
  const counts = tables.map(({ name }) => sql`SELECT ${literal(name)} AS name, count() AS rows FROM ${identifier(name)}`);
  const rows = await warehouse.rows<{ name: string; rows: number }>(join(counts, '\nUNION ALL\n'));
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}
