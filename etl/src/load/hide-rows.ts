import { setTimeout as wait } from 'node:timers/promises';
import { param, type Sql, sql, trusted, type Warehouse, WarehouseError, withSettings } from '@evenhand/warehouse';
import { workTable, type Work, type WorkPart } from './work-tables';

/** The engine looks for more parts to mask when it is told to, else only every half second. */
const NUDGE_EVERY_MS = 20;
/** A look at what is left costs what is left; the longer it has taken, the rarer looks are. */
const LOOK_AFTER = { least: 10, most: 250, share: 1 / 8 } as const;

interface Pending {
  readonly text: string;
  readonly failure: string;
}

const HIDDEN = {
  hidden_cases: '(key_hash UInt64)',
  hidden_rows: '(key_hash UInt64, line UInt32, file_number UInt32)',
} as const;

/** What is masked: whole cases, or rows of them. */
export type Hidden = keyof typeof HIDDEN;

/**
 * Holds what a query lists in memory, for masks to look it up. A list that stands in the condition of a mask would be read
 * anew for each part.
 */
export async function listHidden(warehouse: Warehouse, work: Work, hidden: Hidden, query: Sql): Promise<Sql> {
  const table = workTable(work, hidden);
  await warehouse.run(sql`CREATE TABLE IF NOT EXISTS ${table} ${trusted(HIDDEN[hidden])} ENGINE = Set`);
  await warehouse.run(sql`TRUNCATE TABLE ${table}`);
  await warehouse.run(sql`INSERT INTO ${table} ${query}`);
  return table;
}

async function pendingIn(warehouse: Warehouse, table: Sql): Promise<Pending | undefined> {
  const [pending] = await warehouse.rows<Pending>(sql`
    SELECT command AS text, latest_fail_reason AS failure FROM system.mutations
    WHERE database = currentDatabase() AND table = ${param('String', table.render().text)} AND NOT is_done ORDER BY failure DESC LIMIT 1`);
  return pending;
}

/**
 * Leaves rows out of a work table without writing the table anew: each part gets a mask, which travels with the part and
 * goes when the part is merged. TRICKY: what tells the engine to look for more parts is being told that it may merge.
 */
export async function hideRows(warehouse: Warehouse, work: Work, part: WorkPart, where: Sql): Promise<void> {
  const table = workTable(work, part);
  await warehouse.run(withSettings(sql`DELETE FROM ${table} WHERE ${where}`, { lightweight_deletes_sync: 0 }));
  const started = performance.now();
  let lookAt = started;
  for (;;) {
    const now = performance.now();
    if (now >= lookAt) {
      const pending = await pendingIn(warehouse, table);
      if (!pending) return;
      if (pending.failure !== '') throw new WarehouseError(new Error(pending.failure), pending.text);
      lookAt = now + Math.min(LOOK_AFTER.most, Math.max(LOOK_AFTER.least, (now - started) * LOOK_AFTER.share));
    }
    await warehouse.run(sql`SYSTEM START MERGES ${table}`);
    await wait(Math.min(NUDGE_EVERY_MS, LOOK_AFTER.least + (now - started) * LOOK_AFTER.share));
  }
}
