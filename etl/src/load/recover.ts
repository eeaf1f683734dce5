import { type DataSource, failRun, publishRun, unfinishedRuns } from '@evenhand/records';
import type { Warehouse } from '@evenhand/warehouse';
import { dropRollupWork } from '../rollup';
import { publish, type PublishSettings } from './publish';
import { dropWorkTables } from './work-tables';

/**
 * Ends what a killed process left behind: a run that had begun to publish is finished, any other leaves no trace. Work
 * tables that belong to no run go.
 */
export async function recoverRuns(warehouse: Warehouse, records: DataSource, settings: PublishSettings): Promise<void> {
  for (const { id, status, source } of await unfinishedRuns(records)) {
    if (status === 'publishing') {
      await publish(warehouse, id, source, settings);
      await publishRun(records, id);
    } else {
      await failRun(records, id, 'The load was interrupted before it published anything; load the files again.');
    }
  }
  await dropWorkTables(warehouse, () => true);
  await dropRollupWork(warehouse, () => true);
}
