import { addDays, type Day } from '@evenhand/domain';
import { type DataSource, type Episode, settleIncidents } from '@evenhand/records';
import { param, sql, type Warehouse } from '@evenhand/warehouse';
import { CityClock } from '../city/city-clock';
import { groupEpisodes, pointEpisodes, pointsOfFeed } from './episodes';
import type { FeedContract } from './feed-contract';
import { hasPassed } from './judge-feed';
import { type OpenDays, openDays } from './open-days';

export interface FeedStores {
  readonly warehouse: Warehouse;
  readonly records: DataSource;
}

interface Clock {
  readonly zone: string;
  readonly now: Date;
}

async function toldDay({ warehouse }: FeedStores, { source, entity }: FeedContract, zone: string): Promise<Day | null> {
  const [row] = await warehouse.rows<{ day: Day | null }>(sql`
    SELECT toDate(maxOrNull(latest_at), ${param('String', zone)}) AS day FROM known_until
    WHERE source = ${param('String', source)} AND entity = ${param('String', entity)}`);
  return row?.day ?? null;
}

/** The day since which a source should have told more; undefined while it is in time. */
function lateSince(told: Day, { everyHours }: FeedContract, open: OpenDays, { zone, now }: Clock): Day | undefined {
  const today = new CityClock(zone).at(now);
  let next = addDays(told, 1);
  while (next < today.day && !open.isWorking(next)) next = addDays(next, 1);
  return next < today.day && hasPassed(today, open.dueAfter(next, everyHours)) ? next : undefined;
}

/** A source that told of nothing is late: that its points are silent meanwhile says nothing more. */
function withLateness(episodes: readonly Episode[], since: Day | undefined): readonly Episode[] {
  if (since === undefined) return episodes;
  const earlier = episodes.filter(({ fromDay }) => fromDay < since);
  return [...earlier, { kind: 'late', points: [], fromDay: since, toDay: null }];
}

/** Opens and closes the incidents of a feed by what is known of its days. */
export async function settleFeedIncidents(stores: FeedStores, contract: FeedContract, clock: Clock): Promise<void> {
  const { source, entity } = contract;
  const told = await toldDay(stores, contract, clock.zone);
  const open = await openDays(stores.warehouse, clock.zone, told ?? new CityClock(clock.zone).at(clock.now).day);
  const episodes = groupEpisodes(await pointEpisodes(stores.warehouse, contract), await pointsOfFeed(stores.warehouse, contract));
  const standing = withLateness(episodes, told === null ? undefined : lateSince(told, contract, open, clock));
  await settleIncidents(stores.records, { source, entity, kinds: ['missing', 'thin', 'late'] }, standing, clock.now);
}
