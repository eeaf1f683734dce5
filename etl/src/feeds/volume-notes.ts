import type { VolumeNote } from '@evenhand/records';
import { identifier, param, sql, type Warehouse } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import type { EntityName } from '../contract/entity-contract';

/** Which of the days that a run told of are unknown all the same, because too little came for them. */
export async function volumeNotes(
  warehouse: Warehouse,
  { runId, source, entities }: { readonly runId: number; readonly source: string; readonly entities: readonly EntityName[] },
): Promise<VolumeNote[]> {
  const notes: VolumeNote[] = [];
  for (const entity of entities) {
    const day = identifier(CONTRACTS[entity].cohortDay);
    const told = sql`SELECT DISTINCT ${day} FROM ${identifier(`${entity}_version`)} WHERE run_id = ${param('UInt64', runId)}`;
    notes.push(
      ...(await warehouse.rows<VolumeNote>(sql`
        SELECT entity, state, arraySort(groupUniqArray(toString(point_code))) AS points, min(day) AS fromDay, max(day) AS lastDay
        FROM feed_day WHERE source = ${param('String', source)} AND entity = ${param('String', entity)} AND point_code != ''
          AND state IN ('thin', 'missing') AND expected IS NOT NULL AND day IN (${told})
        GROUP BY entity, state ORDER BY state`)),
    );
  }
  return notes;
}
