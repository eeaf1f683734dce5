import { type DataSource, type EntityCount, failRunWith, publishRun, type Run } from '@evenhand/records';
import type { Exclusion, Warehouse } from '@evenhand/warehouse';
import { dropFeedWork } from '../feeds';
import { dropRollupWork } from '../rollup';
import { withoutMerges } from './merges';
import { prepare, type Prepared, publish, type Publishing, type PublishSettings } from './publish';
import { dropWorkTables } from './work-tables';

/** The stores that a run ends in. */
export interface RunStores {
  readonly warehouse: Warehouse;
  readonly records: DataSource;
}

/** The sentence for a run that brought nothing; undefined when it brought something, if only what was known already. */
function emptiness(counts: readonly EntityCount[]): string | undefined {
  const sum = (of: (count: EntityCount) => number): number => counts.reduce((total, count) => total + of(count), 0);
  if (sum(({ read }) => read) === 0) return 'The files hold no records.';
  if (sum(({ loaded, duplicate }) => loaded + duplicate) > 0) return undefined;
  return `No record could be loaded: all ${sum(({ quarantined }) => quarantined)} went to quarantine.`;
}

/** Drops all that a run worked with. */
export async function clearWork(warehouse: Warehouse, belongs: (runId: number) => boolean): Promise<void> {
  await dropWorkTables(warehouse, belongs);
  await dropRollupWork(warehouse, belongs);
  await dropFeedWork(warehouse, belongs);
}

/** A run that is `publishing`, what it prepared, and how to publish it. */
export interface Ending extends Publishing {
  readonly run: Run;
  readonly prepared: readonly Prepared[];
}

/** Publishes a run that is `publishing` and says so in the records. */
export async function endRun({ warehouse, records }: RunStores, { run, prepared, ...publishing }: Ending): Promise<Run & Exclusion> {
  const exclusion = await publish(warehouse, prepared, publishing);
  const message = emptiness(run.counts);
  const ended = message === undefined ? await publishRun(records, run.id) : await failRunWith(records, run.id, { message, result: run });
  await clearWork(warehouse, (id) => id === run.id);
  return { ...ended, ...exclusion };
}

/** Finishes a run that was left `publishing` by a kill or an error. */
export async function finishRun(stores: RunStores, run: Run, settings: PublishSettings): Promise<void> {
  const prepared = await prepare(stores.warehouse, { id: run.id, source: run.source, startedAt: new Date(run.startedAt) }, settings);
  const entities = prepared.map(({ work }) => work.entity);
  await withoutMerges(stores.warehouse, entities, () => endRun(stores, { run, prepared, isRepeated: true }));
}
