import { identifier, join, type Sql, sql, type Warehouse } from '@evenhand/warehouse';
import type { EntityName } from '../contract/entity-contract';
import type { Rollup } from './rollup';

/**
 * The tables in which the rollups of a run are counted. `making` becomes `made` once it holds all of its slices, `days`
 * lists the slices by the table they belong to.
 */
const NAME = /^rollup_(\d+)_([a-z_]+)_(making|made|days)$/;

const named = (runId: number, what: string, part: 'making' | 'made' | 'days'): Sql => identifier(`rollup_${runId}_${what}_${part}`);

export const makingOf = (runId: number, { table }: Rollup): Sql => named(runId, table, 'making');
export const madeOf = (runId: number, { table }: Rollup): Sql => named(runId, table, 'made');
export const daysOf = (runId: number, entity: EntityName): Sql => named(runId, entity, 'days');

/** The work tables that stand in the warehouse. */
export async function rollupWork(warehouse: Warehouse): Promise<{ readonly runId: number; readonly name: string }[]> {
  const tables = await warehouse.rows<{ name: string }>(
    sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'rollup_') ORDER BY name`,
  );
  return tables.flatMap(({ name }) => {
    const runId = NAME.exec(name)?.[1];
    return runId === undefined ? [] : [{ runId: Number(runId), name }];
  });
}

/** Drops what the given runs counted. Whatever was swapped in stays. */
export async function dropRollupWork(warehouse: Warehouse, belongs: (runId: number) => boolean): Promise<void> {
  const names = (await rollupWork(warehouse)).filter(({ runId }) => belongs(runId)).map(({ name }) => identifier(name));
  if (names.length > 0) await warehouse.run(sql`DROP TABLE IF EXISTS ${join(names, ', ')}`);
}
