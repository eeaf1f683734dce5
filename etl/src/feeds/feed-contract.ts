import { isDeepStrictEqual } from 'node:util';
import { param, sql, type Warehouse } from '@evenhand/warehouse';
import type { EntityName } from '../contract/entity-contract';
import type { FeedSettings } from './feed-settings';

/** What was agreed with a source about one entity. */
export interface FeedContract {
  readonly source: string;
  readonly entity: EntityName;
  readonly everyHours: number;
  readonly thinBelow: number;
  /** Who sends: these points, every registered one, or those that have sent before. */
  readonly points: readonly string[] | 'every' | 'learned';
  /** Each point sends for itself. */
  readonly isPerPoint: boolean;
}

interface ContractRow {
  readonly source: string;
  readonly entity: EntityName;
  readonly every_hours: number;
  readonly thin_below: number;
  readonly points: readonly string[];
  readonly is_every_point: number;
  readonly is_per_point: number;
}

const asContract = (row: ContractRow): FeedContract => ({
  source: row.source,
  entity: row.entity,
  everyHours: row.every_hours,
  thinBelow: row.thin_below,
  points: row.is_every_point ? 'every' : row.points.length > 0 ? row.points : 'learned',
  isPerPoint: row.is_per_point === 1,
});

const select = sql`SELECT source, entity, every_hours, thin_below, points, is_every_point, is_per_point FROM feed_contract FINAL`;

const rowsOf = (source: string, feed: FeedSettings | undefined): ContractRow[] =>
  (feed?.entities ?? []).map((entity) => ({
    source,
    entity,
    every_hours: feed?.every_hours ?? 0,
    thin_below: feed?.thin_below ?? 0,
    points: Array.isArray(feed?.points) ? feed.points : [],
    is_every_point: feed?.points === 'every' ? 1 : 0,
    is_per_point: feed?.per_point ? 1 : 0,
  }));

/**
 * Keeps what a source folder promises where the loads and any statement find it; what it no longer promises goes. Each load
 * begins with it, and next to none finds anything changed.
 */
export async function describeFeed(warehouse: Warehouse, source: string, feed: FeedSettings | undefined): Promise<void> {
  const promised = rowsOf(source, feed);
  const isOfSource = sql`source = ${param('String', source)}`;
  const kept = await warehouse.rows<ContractRow>(sql`${select} WHERE ${isOfSource}`);
  const gone = kept.filter(({ entity }) => !promised.some((row) => row.entity === entity)).map(({ entity }) => entity);
  if (gone.length > 0)
    await warehouse.run(sql`DELETE FROM feed_contract WHERE ${isOfSource} AND has(${param('Array(String)', gone)}, entity)`);
  const changed = promised.filter((row) => !kept.some((other) => isDeepStrictEqual({ ...other }, row)));
  const described = new Date().toISOString();
  await warehouse.insert(
    'feed_contract',
    changed.map((row) => ({ ...row, described_at: described })),
  );
}

/** All that was agreed, by source and entity. */
export async function feedContracts(warehouse: Warehouse): Promise<FeedContract[]> {
  return (await warehouse.rows<ContractRow>(sql`${select} ORDER BY source, entity`)).map(asContract);
}

/** What was agreed with a source about an entity, if anything was. */
export async function feedContract(warehouse: Warehouse, source: string, entity: EntityName): Promise<FeedContract | undefined> {
  const where = sql`WHERE source = ${param('String', source)} AND entity = ${param('String', entity)}`;
  return (await warehouse.rows<ContractRow>(sql`${select} ${where}`)).map(asContract)[0];
}
