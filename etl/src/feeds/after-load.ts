import { noteVolumes, type VolumeNote } from '@evenhand/records';
import type { EntityName } from '../contract/entity-contract';
import type { Stores } from '../stores';
import { settleLateSync } from '../reconciliation';
import { cityDay, cityNow } from './city-now';
import { feedContracts } from './feed-contract';
import { settleFeedIncidents } from './settle-feed-incidents';
import { volumeNotes } from './volume-notes';

/** A run that has just been published; the days it told of were judged with it. */
export interface PublishedLoad {
  readonly runId: number;
  readonly source: string;
  readonly entities: readonly EntityName[];
  readonly now: Date;
}

/** Opens and closes the incidents of a source, and notes on the run which of its days are unknown all the same. */
export async function settleAfterLoad(
  { warehouse, records, city }: Pick<Stores, 'warehouse' | 'records' | 'city'>,
  load: PublishedLoad,
): Promise<readonly VolumeNote[]> {
  const { zone, isSimulated } = city.settings;
  const now = await cityNow(warehouse, { isSimulated, now: load.now });
  if (load.entities.includes('dossier_copy'))
    await settleLateSync({ warehouse, records }, { source: load.source, today: cityDay(now, zone), now });
  const contracts = (await feedContracts(warehouse)).filter(({ source }) => source === load.source);
  if (contracts.length === 0) return [];
  const promised = load.entities.filter((entity) => contracts.some((contract) => contract.entity === entity));
  const notes = await volumeNotes(warehouse, { ...load, entities: promised });
  if (notes.length > 0) await noteVolumes(records, load.runId, notes);
  for (const contract of contracts) await settleFeedIncidents({ warehouse, records }, contract, { zone, now });
  return notes;
}
