import type { Stores } from '../stores';
import { cityNow } from './city-now';
import { feedContracts } from './feed-contract';
import { dropFeedWork } from './feed-work';
import { prepareFeedDays } from './prepare-feed-days';
import { settleFeedIncidents } from './settle-feed-incidents';

/** No load has this number. */
const BY_CLOCK = 0;

/** Judges every feed as it stands: time alone makes a day that nobody told of missing, and a source late. */
export async function judgeStandingFeeds(
  { warehouse, records, city }: Pick<Stores, 'warehouse' | 'records' | 'city'>,
  at: Date,
): Promise<void> {
  const { zone, isSimulated } = city.settings;
  const now = await cityNow(warehouse, { isSimulated, now: at });
  for (const contract of await feedContracts(warehouse)) {
    const { source, entity } = contract;
    await dropFeedWork(warehouse, (runId) => runId === BY_CLOCK);
    const swaps = await prepareFeedDays(warehouse, { runId: BY_CLOCK, source, entity, knownUntil: null, heardAt: null, zone, now });
    await warehouse.swap(async () => {
      for (const swap of swaps) await warehouse.run(swap);
    });
    await settleFeedIncidents({ warehouse, records }, contract, { zone, now });
  }
  await dropFeedWork(warehouse, (runId) => runId === BY_CLOCK);
}
