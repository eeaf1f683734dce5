import { identifier, type Sql, sql, type Warehouse } from '@evenhand/warehouse';
import type { EntityName } from '../contract/entity-contract';

/** The days of a feed are written into `making`, which becomes `made` once it holds all of them. */
const NAME = /^feed_(\d+)_([a-z_]+)_(making|made)$/;

/** A table in which the days of a feed are written before readers see them. */
export const feedWork = (runId: number, entity: EntityName, part: 'making' | 'made'): Sql => identifier(`feed_${runId}_${entity}_${part}`);

async function workTables(warehouse: Warehouse): Promise<{ readonly runId: number; readonly name: string }[]> {
  const tables = await warehouse.rows<{ name: string }>(
    sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'feed_') ORDER BY name`,
  );
  return tables.flatMap(({ name }) => {
    const runId = NAME.exec(name)?.[1];
    return runId === undefined ? [] : [{ runId: Number(runId), name }];
  });
}

/** Whether the days of a feed have been written for a run. */
export async function isMade(warehouse: Warehouse, runId: number, entity: EntityName): Promise<boolean> {
  const name = feedWork(runId, entity, 'made').render().text;
  return (await workTables(warehouse)).some((table) => table.name === name);
}

/** Drops what the given runs wrote. Whatever was swapped in stays. */
export async function dropFeedWork(warehouse: Warehouse, belongs: (runId: number) => boolean): Promise<void> {
  for (const { runId, name } of await workTables(warehouse))
    if (belongs(runId)) await warehouse.run(sql`DROP TABLE IF EXISTS ${identifier(name)}`);
}
