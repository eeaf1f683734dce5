import { addDays, type Day } from '@evenhand/domain';
import { literal, param, type Sql, sql, type Warehouse, withSettings } from '@evenhand/warehouse';
import { CityClock } from '../city/city-clock';
import type { EntityName } from '../contract/entity-contract';
import { arrivalsOf, type ComingRows } from './arrivals';
import { feedContract, type FeedContract } from './feed-contract';
import { feedWork, isMade } from './feed-work';
import { type Heard, judgeFeed, type JudgedPointDay } from './judge-feed';
import { openDays } from './open-days';

/** A feed whose days are to be judged: as it stands, or as a load will leave it. */
export interface ComingFeed {
  readonly runId: number;
  readonly source: string;
  readonly entity: EntityName;
  readonly coming?: ComingRows;
  /** Up to when the load tells; `null` when it tells of no instant. */
  readonly knownUntil: Date | null;
  /** When the load was delivered; `null` when the feed is judged as it stands. */
  readonly heardAt: Date | null;
  readonly zone: string;
  readonly now: Date;
}

/** How much of the past is read, so that a day is held against what was usual before it. */
const LEARNED_FROM_DAYS = 730;
/** A run of low days may change the verdict on days before those that a load touches. */
const REVISED_DAYS = 92;
const BEGINNING: Day = '1970-01-01';
const SWAP = { allow_replace_partition_from_empty_source: 1 } as const;

const monthStart = (month: number): Day => `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-01`;
const later = (one: Day, other: Day): Day => (one > other ? one : other);

async function heardOf(warehouse: Warehouse, { source, entity, knownUntil, heardAt }: ComingFeed, clock: CityClock): Promise<Heard | null> {
  const [row] = await warehouse.rows<{ told: number | null; heard: number | null }>(sql`
    SELECT toUnixTimestamp64Milli(maxOrNull(latest_at)) AS told, toUnixTimestamp64Milli(maxOrNull(published_at)) AS heard FROM known_until
    WHERE entity = ${param('String', entity)} AND source = ${param('String', source)}`);
  const told = Math.max(row?.told ?? 0, knownUntil?.getTime() ?? 0);
  const heard = Math.max(row?.heard ?? 0, heardAt?.getTime() ?? 0);
  return told === 0 ? null : { day: clock.at(new Date(told)).day, at: clock.at(new Date(heard)) };
}

const ofFeed = ({ source, entity }: ComingFeed): Sql => sql`source = ${param('String', source)} AND entity = ${param('String', entity)}`;

/** The first day whose verdict may differ from the one that stands. */
async function revisedFrom(warehouse: Warehouse, feed: ComingFeed, today: Day): Promise<Day> {
  const [row] = await warehouse.rows<{ n: number; last: Day }>(
    sql`SELECT count() AS n, max(day) AS last FROM feed_day WHERE ${ofFeed(feed)}`,
  );
  const [restart] = await warehouse.rows<{ day: Day | null }>(
    sql`SELECT minOrNull(day) AS day FROM feed_restart FINAL WHERE ${ofFeed(feed)}`,
  );
  if (!row || row.n === 0) return BEGINNING;
  const [firstMonth] = feed.coming?.months ?? [];
  const touched = firstMonth === undefined ? today : monthStart(firstMonth);
  return addDays([touched, row.last, restart?.day ?? today].toSorted()[0] ?? today, -REVISED_DAYS);
}

async function restarts(warehouse: Warehouse, feed: ComingFeed): Promise<ReadonlyMap<string, Day>> {
  const rows = await warehouse.rows<{ point: string; day: Day }>(
    sql`SELECT point_code AS point, day FROM feed_restart FINAL WHERE ${ofFeed(feed)}`,
  );
  return new Map(rows.map(({ point, day }) => [point, day]));
}

async function judged(warehouse: Warehouse, feed: ComingFeed, contract: FeedContract, from: Day): Promise<JudgedPointDay[]> {
  const clock = new CityClock(feed.zone);
  const readFrom = from === BEGINNING ? BEGINNING : addDays(from, -LEARNED_FROM_DAYS);
  const [arrivals, open, heard] = await Promise.all([
    arrivalsOf(warehouse, { source: feed.source, entity: feed.entity, from: readFrom, coming: feed.coming }),
    openDays(warehouse, feed.zone, readFrom),
    heardOf(warehouse, feed, clock),
  ]);
  const evidence = {
    contract,
    arrivals,
    open,
    heard,
    now: clock.at(feed.now),
    restarts: await restarts(warehouse, feed),
  };
  return judgeFeed(evidence).filter(({ day }) => day >= from);
}

async function make(warehouse: Warehouse, feed: ComingFeed, contract: FeedContract): Promise<void> {
  const { runId, source, entity } = feed;
  const [making, made] = [feedWork(runId, entity, 'making'), feedWork(runId, entity, 'made')];
  const from = await revisedFrom(warehouse, feed, new CityClock(feed.zone).at(feed.now).day);
  const days = await judged(warehouse, feed, contract, from);
  await warehouse.run(sql`DROP TABLE IF EXISTS ${making} SYNC`);
  await warehouse.run(sql`CREATE TABLE ${making} AS feed_day`);
  await warehouse.run(
    sql`INSERT INTO ${making} SELECT * FROM feed_day WHERE ${ofFeed(feed)} AND day < ${param('Date', later(from, BEGINNING))}`,
  );
  await warehouse.insert(
    making.render().text,
    days.map(({ point, ...rest }) => ({ source, entity, point_code: point, ...rest })),
  );
  await warehouse.run(sql`RENAME TABLE ${making} TO ${made}`);
}

/**
 * Judges the days of a feed beside what readers see, and gives the statements that swap them in; none when nothing was
 * agreed with the source about the entity. What was made stays until `dropFeedWork`: calling it again, after a kill or after
 * the swap, judges nothing anew.
 */
export async function prepareFeedDays(warehouse: Warehouse, feed: ComingFeed): Promise<readonly Sql[]> {
  const { runId, source, entity } = feed;
  const contract = await feedContract(warehouse, source, entity);
  if (!contract) return [];
  if (!(await isMade(warehouse, runId, entity))) await make(warehouse, feed, contract);
  const partition = sql`(${literal(entity)}, ${literal(source)})`;
  return [withSettings(sql`ALTER TABLE feed_day REPLACE PARTITION ${partition} FROM ${feedWork(runId, entity, 'made')}`, SWAP)];
}
