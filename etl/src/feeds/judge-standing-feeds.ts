import { param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import type { Stores } from '../stores';
import { cityNow } from './city-now';
import { type FeedContract, feedContracts } from './feed-contract';
import { dropFeedWork, feedWork } from './feed-work';
import { prepareFeedDays } from './prepare-feed-days';
import { settleFeedIncidents } from './settle-feed-incidents';

/** No load has this number. */
const BY_CLOCK = 0;

const content = (from: Sql): Sql => sql`(SELECT (count(), sum(cityHash64(toString(tuple(*))))) FROM ${from})`;

/** Whether time made a difference. Swapping in the same days would have every reader read everything anew. */
async function isNews(warehouse: Warehouse, { source, entity }: FeedContract): Promise<boolean> {
  const standing = sql`feed_day WHERE source = ${param('String', source)} AND entity = ${param('String', entity)}`;
  const made = feedWork(BY_CLOCK, entity, 'made');
  const [row] = await warehouse.rows<{ isNews: number }>(sql`SELECT ${content(standing)} != ${content(made)} AS isNews`);
  return row?.isNews === 1;
}

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
    if (swaps.length > 0 && (await isNews(warehouse, contract)))
      await warehouse.swap(async () => {
        for (const swap of swaps) await warehouse.run(swap);
      });
    await settleFeedIncidents({ warehouse, records }, contract, { zone, now });
  }
  await dropFeedWork(warehouse, (runId) => runId === BY_CLOCK);
}
