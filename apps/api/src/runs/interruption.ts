import { setTimeout as wait } from 'node:timers/promises';
import { sql, type Warehouse } from '@evenhand/warehouse';

const PAUSE_MS = 100;
const PATIENCE_MS = 2_000;

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

/** The stores are closed next: work that is nearly done gets to its end, another load is cancelled and leaves no trace. */
export async function endLoads(warehouse: Warehouse, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, wait(PATIENCE_MS, undefined, { ref: false })]);
  await interruptLoads(warehouse, work);
}
