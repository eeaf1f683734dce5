import { setTimeout as wait } from 'node:timers/promises';
import { sql, type Warehouse } from '@evenhand/warehouse';

const PAUSE_MS = 100;

/** What fills the work tables of a load may end at any moment; what publishes a run is left alone, for it must not stop half-way. */
const CANCEL = sql`KILL QUERY WHERE match(query, '^\\s*INSERT INTO load_') ASYNC`;

/**
 * Cancels the statements of loads until `work` has settled. TRICKY: a process that ends while the embedded engine runs a
 * statement crashes. A server of its own notices by itself that nobody listens any more.
 */
export async function interruptLoads(warehouse: Warehouse, work: Promise<unknown>): Promise<void> {
  if (!warehouse.isEmbedded) return;
  let isSettled = false;
  const settle = (): void => void (isSettled = true);
  const settled = work.then(settle, settle);
  await Promise.race([settled, wait(0)]);
  while (!isSettled) {
    await warehouse.rows(CANCEL);
    await Promise.race([settled, wait(PAUSE_MS)]);
  }
}
