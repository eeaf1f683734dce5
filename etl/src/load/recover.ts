import { failRun, type Run, unfinishedRuns } from '@evenhand/records';
import { clearWork, finishRun, type RunStores } from './end-run';
import type { PublishSettings } from './publish';

const INTERRUPTED = 'The load was interrupted before it published anything; load the files again.';

/** Finishes the runs that had begun to publish, the oldest first; gives the others. */
export async function finishPublishing(stores: RunStores, settings: PublishSettings): Promise<readonly Run[]> {
  const unfinished = await unfinishedRuns(stores.records);
  for (const run of unfinished.filter(({ status }) => status === 'publishing')) await finishRun(stores, run, settings);
  return unfinished.filter(({ status }) => status !== 'publishing');
}

/**
 * Ends what a killed process left behind: a run that had begun to publish is finished, any other leaves no trace. Work
 * tables that belong to no run go.
 */
export async function recoverRuns(stores: RunStores, settings: PublishSettings): Promise<void> {
  for (const { id } of await finishPublishing(stores, settings)) await failRun(stores.records, id, INTERRUPTED);
  await clearWork(stores.warehouse, () => true);
}
