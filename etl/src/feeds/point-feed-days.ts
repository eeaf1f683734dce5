import type { Day, TimeRange } from '@evenhand/domain';
import { param, sql, type Warehouse } from '@evenhand/warehouse';
import type { FeedDay } from './feed-overview';

/** The days of one feed at one point. */
export interface PointFeed {
  readonly source: string;
  readonly entity: string;
  readonly days: readonly Omit<FeedDay, 'point'>[];
}

interface Row extends Omit<FeedDay, 'point'> {
  readonly source: string;
  readonly entity: string;
  readonly day: Day;
}

/** What every feed told of one point, day by day. */
export async function pointFeedDays(
  warehouse: Warehouse,
  { point, from, to }: TimeRange & { readonly point: string },
): Promise<readonly PointFeed[]> {
  const rows = await warehouse.rows<Row>(sql`
    SELECT source, entity, day, state, expected, arrived FROM feed_day
    WHERE point_code = ${param('String', point)} AND day >= ${param('Date', from)} AND day < ${param('Date', to)}
    ORDER BY source, entity, day`);
  const feeds = new Map<string, PointFeed>();
  for (const { source, entity, ...day } of rows) {
    const key = `${source}/${entity}`;
    feeds.set(key, { source, entity, days: [...(feeds.get(key)?.days ?? []), day] });
  }
  return [...feeds.values()];
}
