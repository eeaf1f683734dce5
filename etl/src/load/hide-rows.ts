import { param, type Sql, sql, type Warehouse, WarehouseError, withSettings } from '@evenhand/warehouse';
import { workTable, type Work, type WorkPart } from './work-tables';

/** A look costs what the masking lacks; the longer it has taken, the rarer they are. */
const LOOK_AFTER = { least: 10, most: 250, share: 1 / 8 } as const;

interface Pending {
  readonly text: string;
  readonly failure: string;
}

/**
 * Leaves rows out of a work table without writing the table anew: each part gets a mask, which travels with the part and
 * goes when the part is merged. TRICKY: the engine looks for more parts to mask only every half second; being told that it
 * may merge makes it look at once.
 */
export async function hideRows(warehouse: Warehouse, work: Work, part: WorkPart, where: Sql): Promise<void> {
  const table = workTable(work, part);
  await warehouse.run(withSettings(sql`DELETE FROM ${table} WHERE ${where}`, { lightweight_deletes_sync: 0 }));
  const started = performance.now();
  for (;;) {
    const [pending] = await warehouse.rows<Pending>(sql`
      SELECT command AS text, latest_fail_reason AS failure FROM system.mutations
      WHERE database = currentDatabase() AND table = ${param('String', table.render().text)} AND NOT is_done ORDER BY failure DESC LIMIT 1`);
    if (!pending) return;
    if (pending.failure !== '') throw new WarehouseError(new Error(pending.failure), pending.text);
    await warehouse.run(sql`SYSTEM START MERGES ${table}`);
    const elapsed = performance.now() - started;
    const pause = Math.min(LOOK_AFTER.most, Math.max(LOOK_AFTER.least, elapsed * LOOK_AFTER.share));
    await new Promise((wake) => setTimeout(wake, pause));
  }
}
