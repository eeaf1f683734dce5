import { literal, param, type Sql, sql, type Warehouse } from '@evenhand/warehouse';
import type { EntityName } from '../contract/entity-contract';
import type { Telling } from './rollup';

/** Up to when a source has told of an entity; `null` before its first load. */
export async function toldBefore(warehouse: Warehouse, entity: EntityName, source: string): Promise<Date | null> {
  const [row] = await warehouse.rows<{ ms: number | null }>(sql`
    SELECT toUnixTimestamp64Milli(maxOrNull(latest_at)) AS ms FROM known_until
    WHERE entity = ${param('String', entity)} AND source = ${param('String', source)}`);
  return typeof row?.ms === 'number' ? new Date(row.ms) : null;
}

/** The instants up to which each source has told, with what a load will add to one of them. */
export function toldUntilSql(entity: EntityName, telling: Telling | null): Sql {
  const known = sql`(SELECT CAST((groupArray(toString(source)), groupArray(latest)), 'Map(String, Int64)')
    FROM (SELECT source, max(toUnixTimestamp64Milli(latest_at)) AS latest FROM known_until WHERE entity = ${literal(entity)} GROUP BY source))`;
  if (!telling?.after) return known;
  return sql`mapUpdate(${known}, map(${literal(telling.source)}, ${param('Int64', telling.after.getTime())}))`;
}
