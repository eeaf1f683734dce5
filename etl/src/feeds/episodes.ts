import { addDays, type Day } from '@evenhand/domain';
import type { Episode } from '@evenhand/records';
import { param, sql, type Warehouse } from '@evenhand/warehouse';

/** Unknown days of one point in a row, up to the next day that was complete. */
export interface PointEpisode {
  /** Empty for the source as a whole. */
  readonly point: string;
  readonly from: Day;
  readonly last: Day;
  /** No complete day has followed. */
  readonly isLasting: boolean;
  readonly missing: number;
  readonly thin: number;
}

interface Feed {
  readonly source: string;
  readonly entity: string;
}

/** Stretches of unknown days, by point; days on which nobody could say what was usual are left out. */
export const pointEpisodes = (warehouse: Warehouse, { source, entity }: Feed): Promise<PointEpisode[]> =>
  warehouse.rows<PointEpisode>(sql`
    SELECT point, min(day) AS from, max(day) AS last, any(stretch) = any(stretches) AS isLasting, countIf(state = 'missing') AS missing, countIf(state = 'thin') AS thin
    FROM (
      SELECT point_code AS point, day, state, expected,
        sum(state = 'complete') OVER (PARTITION BY point_code ORDER BY day) AS stretch, sum(state = 'complete') OVER (PARTITION BY point_code) AS stretches
      FROM feed_day WHERE source = ${param('String', source)} AND entity = ${param('String', entity)}
    )
    WHERE state IN ('missing', 'thin') AND expected IS NOT NULL
    GROUP BY point, stretch ORDER BY from, point`);

const together = (episodes: readonly PointEpisode[], points: readonly string[]): Episode => {
  const sum = (of: 'missing' | 'thin'): number => episodes.reduce((total, episode) => total + episode[of], 0);
  const last =
    episodes
      .map((episode) => episode.last)
      .toSorted()
      .at(-1) ?? '';
  const [first] = episodes.map((episode) => episode.from).toSorted();
  return {
    kind: sum('missing') >= sum('thin') ? 'missing' : 'thin',
    points,
    fromDay: first ?? last,
    toDay: episodes.some(({ isLasting }) => isLasting) ? null : addDays(last, 1),
  };
};

/** Half of the points: what hits fewer is told of these points. */
const MOST = 0.5;

const isWithin = ({ from }: PointEpisode, whole: PointEpisode): boolean => whole.from <= from && (whole.isLasting || from <= whole.last);

/**
 * What failed at once is one incident: the source as a whole, when most of its points or none in particular fell silent with
 * it (it names no points), and otherwise the points whose stretch began on the same day.
 */
export function groupEpisodes(episodes: readonly PointEpisode[], points: number): Episode[] {
  const ofPoints = episodes.filter(({ point }) => point !== '');
  const whole = episodes.filter((one) => {
    const hit = new Set(ofPoints.filter((episode) => isWithin(episode, one)).map(({ point }) => point)).size;
    return one.point === '' && (hit === 0 || hit >= MOST * points);
  });
  const alone = ofPoints.filter((episode) => !whole.some((one) => isWithin(episode, one)));
  const days = [...new Set(alone.map(({ from }) => from))];
  return [
    ...whole.map((one) => together([one], [])),
    ...days.map((day) => {
      const same = alone.filter(({ from }) => from === day);
      return together(
        same,
        same.map(({ point }) => point),
      );
    }),
  ].toSorted((one, other) => (one.fromDay < other.fromDay ? -1 : 1));
}

/** How many points a feed is made of. */
export async function pointsOfFeed(warehouse: Warehouse, { source, entity }: Feed): Promise<number> {
  const [row] = await warehouse.rows<{ n: number }>(sql`
    SELECT uniqExact(point_code) AS n FROM feed_day
    WHERE source = ${param('String', source)} AND entity = ${param('String', entity)} AND point_code != ''`);
  return row?.n ?? 0;
}
