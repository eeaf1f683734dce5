import type { Scope, TimeRange } from '@evenhand/domain';
import { param, type Sql, sql, trusted } from '@evenhand/warehouse';

/** The service points that somebody sees. */
export type SeenPoints = Scope['points'];

/** Days, and the points that somebody sees. */
export interface SeenRange extends TimeRange {
  readonly points: SeenPoints;
}

/** SQL: true where a column names a point that is seen. What names no known point is there only for those who see every point. */
export const isSeen = (column: Sql, points: SeenPoints): Sql =>
  points === 'all' ? trusted('1') : sql`${column} IN ${param('Array(String)', points)}`;
