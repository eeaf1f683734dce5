import { param, type Sql, sql, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import { type Work, workTable } from './work-tables';

/** An instant told wrongly for the year 2087 must not make a source look complete until then. */
const latest = (column: string, limit: string): string => `ifNull(maxIf(${column}, ${column} <= ${limit}), toDateTime64(0, 3, 'UTC'))`;

interface LoadClock {
  readonly cityZone: string;
  readonly now: Date;
}

/**
 * Up to which instant a batch tells what happened; `null` when it tells nothing. A duplicate says nothing new, but it
 * proves that the source was listening: rows hidden from the batch count here.
 */
export async function tellsUntil(warehouse: Warehouse, work: Work, { cityZone, now }: LoadClock): Promise<Date | null> {
  const limit = `toDateTime64('${new Date(now.getTime() + 86_400_000).toISOString().slice(0, 23).replace('T', ' ')}', 3, 'UTC')`;
  const told = CONTRACTS[work.entity].tells(cityZone).map((column) => latest(column, limit));
  const [row] = await warehouse.rows<{ n: number; ms: number }>(
    withSettings(
      sql`SELECT count() AS n, toUnixTimestamp64Milli(greatest(${trusted([...told, "toDateTime64(0, 3, 'UTC')"].join(', '))})) AS ms FROM ${workTable(work, 'batch')}`,
      { apply_deleted_mask: 0 },
    ),
  );
  return row && row.n > 0 ? new Date(row.ms) : null;
}

/** Notes up to which instant the source has told what happened; it never moves back. */
export function noteKnownUntil({ entity, source, runId }: Work, until: Date): Sql {
  const told = sql`fromUnixTimestamp64Milli(${param('Int64', until.getTime())}, 'UTC')`;
  return sql`
    INSERT INTO known_until
    SELECT ${param('String', entity)} AS entity, ${param('String', source)} AS source, ${param('UInt64', runId)} AS run_id,
      greatest(${told}, ifNull((SELECT max(latest_at) FROM known_until WHERE entity = ${param('String', entity)} AND source = ${param('String', source)}), ${told})) AS latest_at,
      now64(3) AS published_at`;
}
