import { param, type Sql, sql, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import { type Work, workTable } from './work-tables';

/** An instant told wrongly for the year 2087 must not make a source look complete until then. */
const latest = (column: string, limit: string): string => `ifNull(maxIf(${column}, ${column} <= ${limit}), toDateTime64(0, 3, 'UTC'))`;

interface LoadClock {
  readonly cityZone: string;
  readonly now: Date;
}

function toldInBatch(work: Work, { cityZone, now }: LoadClock): Sql {
  const limit = `toDateTime64('${new Date(now.getTime() + 86_400_000).toISOString().slice(0, 23).replace('T', ' ')}', 3, 'UTC')`;
  const told = CONTRACTS[work.entity].tells(cityZone).map((column) => latest(column, limit));
  return sql`SELECT count() AS n, greatest(${trusted([...told, "toDateTime64(0, 3, 'UTC')"].join(', '))}) AS told_until FROM ${workTable(work, 'batch')}`;
}

/** Up to which instant a batch tells what happened; `null` when it tells nothing. */
export async function tellsUntil(warehouse: Warehouse, work: Work, clock: LoadClock): Promise<Date | null> {
  const told = sql`SELECT toUnixTimestamp64Milli(told_until) AS ms FROM (${toldInBatch(work, clock)}) WHERE n > 0`;
  const [row] = await warehouse.rows<{ ms: number }>(withSettings(told, { apply_deleted_mask: 0 }));
  return row && row.ms > 0 ? new Date(row.ms) : null;
}

/**
 * Notes up to which instant the source has told what happened; it never moves back. A duplicate says nothing new, but it
 * proves that the source was listening: rows hidden from the batch count here.
 */
export async function noteKnownUntil(warehouse: Warehouse, work: Work, clock: LoadClock): Promise<void> {
  const note = sql`
    INSERT INTO known_until
    SELECT ${param('String', work.entity)} AS entity, ${param('String', work.source)} AS source, ${param('UInt64', work.runId)} AS run_id,
      greatest(told_until, ifNull((SELECT max(latest_at) FROM known_until WHERE entity = ${param('String', work.entity)} AND source = ${param('String', work.source)}), told_until)) AS latest_at,
      now64(3) AS published_at
    FROM (${toldInBatch(work, clock)})
    WHERE n > 0`;
  await warehouse.run(withSettings(note, { apply_deleted_mask: 0 }));
}
