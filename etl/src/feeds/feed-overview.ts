import type { Day, TimeRange } from '@evenhand/domain';
import { param, sql, type Warehouse } from '@evenhand/warehouse';
import { isSeen, type SeenPoints } from '../contract/seen-points';
import type { DayState } from './judge-days';

/** Days of a feed by what is known of them; closed days and those nobody could have told of are left out. */
export interface DayCounts {
  readonly complete: number;
  readonly thin: number;
  readonly missing: number;
}

/** One feed over a range of days. */
export interface FeedOverview extends DayCounts {
  readonly source: string;
  readonly entity: string;
  /** `null` when nothing was agreed. */
  readonly everyHours: number | null;
  readonly thinBelow: number | null;
  /** The latest thing that it told of, and when it was heard last; `null` before its first load. */
  readonly latestAt: string | null;
  readonly heardAt: string | null;
  readonly points: readonly PointOverview[];
}

/** One point of a feed over a range of days. */
export interface PointOverview extends DayCounts {
  readonly point: string;
  /** The last day of which enough was told. */
  readonly lastCompleteDay: Day | null;
}

interface PointRow extends PointOverview {
  readonly source: string;
  readonly entity: string;
}

interface FeedRow extends Omit<FeedOverview, 'points' | keyof DayCounts> {
  readonly source: string;
}

const pointRows = (warehouse: Warehouse, { from, to }: TimeRange, seen: SeenPoints): Promise<PointRow[]> =>
  warehouse.rows<PointRow>(sql`
    SELECT source, entity, point_code AS point, countIf(state = 'complete') AS complete, countIf(state = 'thin') AS thin,
      countIf(state = 'missing') AS missing, maxOrNullIf(day, state = 'complete') AS lastCompleteDay
    FROM feed_day WHERE point_code != '' AND ${isSeen(sql`point_code`, seen)} AND day >= ${param('Date', from)} AND day < ${param('Date', to)}
    GROUP BY source, entity, point ORDER BY source, entity, point`);

const feedRows = (warehouse: Warehouse): Promise<FeedRow[]> =>
  warehouse.rows<FeedRow>(sql`
    SELECT f.source AS source, f.entity AS entity, nullIf(c.every_hours, 0) AS everyHours, nullIf(c.thin_below, 0) AS thinBelow,
      k.latest AS latestAt, k.heard AS heardAt
    FROM (SELECT source, entity FROM feed_contract UNION DISTINCT SELECT source, entity FROM known_until) AS f
    LEFT JOIN (SELECT source, entity, every_hours, thin_below FROM feed_contract FINAL) AS c ON c.source = f.source AND c.entity = f.entity
    LEFT JOIN (
      SELECT source, entity, maxOrNull(latest_at) AS latest, maxOrNull(published_at) AS heard FROM known_until GROUP BY source, entity
    ) AS k ON k.source = f.source AND k.entity = f.entity
    ORDER BY source, entity`);

const sum = (points: readonly DayCounts[], of: keyof DayCounts): number => points.reduce((total, point) => total + point[of], 0);

/** Every feed with its points, by source and entity; for whoever sees some points only, the feeds that tell of these. */
export async function feedOverview(warehouse: Warehouse, range: TimeRange, seen: SeenPoints = 'all'): Promise<FeedOverview[]> {
  const [feeds, rows] = await Promise.all([feedRows(warehouse), pointRows(warehouse, range, seen)]);
  const overviews = feeds.map((feed) => {
    const points = rows
      .filter(({ source, entity }) => source === feed.source && entity === feed.entity)
      .map(({ point, complete, thin, missing, lastCompleteDay }) => ({ point, complete, thin, missing, lastCompleteDay }));
    return { ...feed, points, complete: sum(points, 'complete'), thin: sum(points, 'thin'), missing: sum(points, 'missing') };
  });
  return seen === 'all' ? overviews : overviews.filter(({ points }) => points.length > 0);
}

/** One day of one point, and why it is held for what it is. */
export interface FeedDay {
  readonly point: string;
  readonly day: Day;
  readonly state: DayState;
  readonly expected: number | null;
  readonly arrived: number;
}

/** The days of a feed, of one point or of the source as a whole. */
export const feedDays = (
  warehouse: Warehouse,
  { source, entity, point, from, to }: TimeRange & { readonly source: string; readonly entity: string; readonly point: string },
): Promise<FeedDay[]> =>
  warehouse.rows<FeedDay>(sql`
    SELECT point_code AS point, day, state, expected, arrived FROM feed_day
    WHERE source = ${param('String', source)} AND entity = ${param('String', entity)} AND point_code = ${param('String', point)}
      AND day >= ${param('Date', from)} AND day < ${param('Date', to)} ORDER BY day`);
