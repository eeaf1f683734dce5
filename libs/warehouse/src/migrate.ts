import { MIGRATIONS, statementsOf } from './migrations';
import { param, sql, trusted } from './sql';
import type { Warehouse } from './warehouse';

/** Brings the tables up to date. */
export async function migrate(warehouse: Warehouse): Promise<void> {
  await warehouse.run(sql`
    CREATE TABLE IF NOT EXISTS migration (name String, applied_at DateTime64(3, 'UTC')) ENGINE = MergeTree ORDER BY name`);
  const applied = new Set((await warehouse.rows<{ name: string }>(sql`SELECT name FROM migration`)).map(({ name }) => name));
  for (const { name, text } of MIGRATIONS) {
    if (applied.has(name)) continue;
    // A process killed half-way through a file finds some of its tables there: the rest is made, nothing is made twice.
    for (const statement of statementsOf(text))
      await warehouse.run(trusted(statement.replace(/^CREATE TABLE (?!IF NOT EXISTS)/, 'CREATE TABLE IF NOT EXISTS ')));
    await warehouse.run(sql`INSERT INTO migration SELECT ${param('String', name)}, now64(3)`);
  }
}
