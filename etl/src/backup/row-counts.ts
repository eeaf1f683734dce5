import { sql, type Warehouse } from '@evenhand/warehouse';

/** How many rows each table of facts has. */
export async function rowCounts(warehouse: Warehouse): Promise<Readonly<Record<string, number>>> {
  const rows = await warehouse.rows<{ name: string; rows: number }>(sql`
    SELECT name, total_rows AS rows FROM system.tables WHERE database = currentDatabase() AND total_rows IS NOT NULL ORDER BY name`);
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}
