import { identifier, param, type Sql, sql, type Warehouse } from '@evenhand/warehouse';
import type { EntityName } from '../contract/entity-contract';

/** A month in more parts than this is slow to read and comes near the number at which the engine refuses more. */
const MOST_PARTS_OF_A_MONTH = 300;

const tablesOf = (entity: EntityName): readonly string[] => [entity, `${entity}_version`];

async function crowded(warehouse: Warehouse, tables: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await warehouse.rows<{ table: string }>(sql`
    SELECT DISTINCT table FROM system.parts WHERE database = currentDatabase() AND active AND table IN ${param('Array(String)', tables)}
    GROUP BY table, partition_id HAVING count() > ${param('UInt32', MOST_PARTS_OF_A_MONTH)}`);
  return new Set(rows.map(({ table }) => table));
}

/**
 * Parts of facts that wait to be merged stay as they are while a step runs: merging takes the cores from it and from
 * readers, and what it masks would wait for the end of a merge. Tables in many parts are merged all the same, so that
 * loads that follow one another closely never keep them from it.
 */
export async function withoutMerges<T>(warehouse: Warehouse, entities: readonly EntityName[], step: () => Promise<T>): Promise<T> {
  const all = entities.flatMap(tablesOf);
  const except = await crowded(warehouse, all);
  const tables: readonly Sql[] = all.filter((table) => !except.has(table)).map(identifier);
  for (const table of tables) await warehouse.run(sql`SYSTEM STOP MERGES ${table}`);
  try {
    return await step();
  } finally {
    for (const table of tables) await warehouse.run(sql`SYSTEM START MERGES ${table}`);
  }
}
