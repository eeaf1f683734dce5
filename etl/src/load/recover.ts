import { failRun, listRuns, type Run, unfinishedRuns } from '@evenhand/records';
import { sql } from '@evenhand/warehouse';
import { clearWork, finishRun, type RunStores } from './end-run';
import type { PublishSettings } from './publish';

const INTERRUPTED = 'The load was interrupted before it published anything; load the files again.';

/** Finishes the runs that had begun to publish, the oldest first; gives the others. */
export async function finishPublishing(stores: RunStores, settings: PublishSettings): Promise<readonly Run[]> {
  const unfinished = await unfinishedRuns(stores.records);
  for (const run of unfinished.filter(({ status }) => status === 'publishing')) await finishRun(stores, run, settings);
  return unfinished.filter(({ status }) => status !== 'publishing');
}

const EVERY_RUN = 10_000_000;

/** Runs that were published when nobody noted publications count since they ended. */
async function notePast({ warehouse, records }: RunStores): Promise<void> {
  if ((await warehouse.rows(sql`SELECT 1 AS yes FROM publication LIMIT 1`)).length > 0) return;
  const published = (await listRuns(records, EVERY_RUN)).filter(({ status }) => status === 'published');
  const rows = published.flatMap(({ id, source, endedAt, counts }) =>
    counts.map(({ entity }) => ({ run_id: id, entity, source, published_at: endedAt })),
  );
  await warehouse.insert('publication', rows);
}

/**
 * Ends what a killed process left behind: a run that had begun to publish is finished, any other leaves no trace. Work
 * tables that belong to no run go.
 */
export async function recoverRuns(stores: RunStores, settings: PublishSettings): Promise<void> {
  await notePast(stores);
  for (const { id } of await finishPublishing(stores, settings)) await failRun(stores.records, id, INTERRUPTED);
  await clearWork(stores.warehouse, () => true);
}
