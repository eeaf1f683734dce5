import { type RunFile } from '@evenhand/records';
import { param, type Sql, sql, type Warehouse } from '@evenhand/warehouse';
import { type Work, workTable } from '../load/work-tables';

const ofWork = ({ source, entity }: Work): Sql => sql`source = ${param('String', source)} AND entity = ${param('String', entity)}`;

const createSettled = (warehouse: Warehouse, work: Work): Promise<void> =>
  warehouse.run(sql`
    CREATE TABLE IF NOT EXISTS ${workTable(work, 'settled')}
    (entry_id UInt64, kept_run_id UInt64, file LowCardinality(String), line UInt64, first_run_id UInt64, first_seen_at DateTime64(3, 'UTC'))
    ENGINE = MergeTree ORDER BY entry_id`);

/**
 * Lists entries of quarantine that a run decides anew. A replay reads no file of its own: what it refuses again stays an entry
 * of the run that read the file.
 */
export async function settle(warehouse: Warehouse, work: Work, which: Sql, isReplay = true): Promise<void> {
  await createSettled(warehouse, work);
  const settled = workTable(work, 'settled');
  await warehouse.run(sql`
    INSERT INTO ${settled} SELECT entry_id, ${isReplay ? sql`run_id` : sql`0`}, file, line, first_run_id, first_seen_at FROM quarantine
    WHERE ${ofWork(work)} AND ${which} AND entry_id NOT IN (SELECT entry_id FROM ${settled})`);
}

/** SQL: true for the entries of some files, each as one run read it. */
export const standsIn = (files: readonly { readonly runId: number; readonly file: string }[]): Sql =>
  sql`concat(toString(run_id), '/', file) IN ${param(
    'Array(String)',
    files.map(({ runId, file }) => `${runId}/${file}`),
  )}`;

/** True when some entry holds. */
async function holdsAny(warehouse: Warehouse, work: Work, which: Sql): Promise<boolean> {
  const [found] = await warehouse.rows<{ n: number }>(sql`SELECT count() AS n FROM quarantine WHERE ${ofWork(work)} AND ${which}`);
  return (found?.n ?? 0) > 0;
}

/**
 * Lists what a run decides anew in quarantine: the lines of files that it read again unchanged, and records that it refused
 * again. So a record stands there once, however often its file is read, and leaves when a reading accepts it.
 */
export async function settleReread(warehouse: Warehouse, work: Work, readings: readonly RunFile[]): Promise<void> {
  const earlier = readings.filter(({ runId }) => runId !== work.runId);
  const isRefusedAgain = sql`entry_id IN (SELECT entry_id FROM ${workTable(work, 'rejected')})`;
  const which = sql`(${isRefusedAgain} OR ${standsIn(earlier)})`;
  if (await holdsAny(warehouse, work, which)) await settle(warehouse, work, which, false);
}
