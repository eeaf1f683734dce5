import type { Day, TimeRange } from '@evenhand/domain';
import { beyondWall, param, type Sql, sql, type Warehouse } from '@evenhand/warehouse';
import { isSeen, type SeenRange } from '../contract/seen-points';

/**
 * missing_there: the portal does not hold it. missing_here: the city does not. masked: it waits here (5, 6, 8) and counts as
 * settled there (9). status_differs: it is open, waiting, settled or refused here, and something else there.
 */
export const COPY_DIFFERENCES = ['missing_there', 'missing_here', 'masked', 'status_differs'] as const;
export type CopyDifferenceKind = (typeof COPY_DIFFERENCES)[number];

/** One dossier that the city and the national portal hold differently. */
export interface CopyDifference {
  readonly kind: CopyDifferenceKind;
  readonly dossier: string;
  readonly point: string;
  readonly receivedOn: Day;
  /** Status 1 to 10; `null` where it is not held. */
  readonly here: number | null;
  readonly there: number | null;
}

/** How far the city and the portal agree about the dossiers received in a range. */
export interface CopySummary {
  readonly here: number;
  readonly there: number;
  readonly same: number;
  readonly missingThere: number;
  readonly missingHere: number;
  readonly masked: number;
  readonly statusDiffers: number;
}

/** open, waiting, settled, withdrawn, not received */
const stateClass = (status: Sql): Sql => sql`transform(${status}, [2, 4, 5, 6, 8, 9, 10, 7, 1, 3], [1, 1, 2, 2, 2, 3, 3, 4, 5, 5], 0)`;

/** Whether any copy has been loaded. */
const IS_COPIED = sql`(${beyondWall(sql`SELECT count() FROM dossier_copy`)}) > 0`;

/**
 * The copy speaks of the days from its first dossier on, and a dossier may take a day to reach the portal: what was received
 * before the copy begins, or within a day of its latest dossier, is not missed there.
 */
function compared({ from, to, points }: SeenRange): Sql {
  const received = sql`received_on >= ${param('Date', from)} AND received_on < ${param('Date', to)}`;
  const isExpectedThere = sql`d.received_on >= (${beyondWall(sql`SELECT min(received_on) FROM dossier_copy`)})
          AND d.received_at <= (${beyondWall(sql`SELECT max(received_at) - toIntervalDay(1) FROM dossier_copy`)})`;
  // Within a wall nobody sees the dossiers of others, but that there are such must be known: a copy of them is not missed here.
  const ofHere = sql`SELECT dossier_code FROM dossier WHERE ${received}`;
  const isAsked = points === 'all' ? sql`` : sql` AND (dossier_code IN (${ofHere}) OR dossier_code NOT IN (${beyondWall(ofHere)}))`;
  return sql`
    SELECT multiIf(
        c.dossier_code = '', if(${isExpectedThere}, 'missing_there', 'not_expected'),
        d.dossier_code = '', 'missing_here',
        d.status IN (5, 6, 8) AND c.status = 9, 'masked',
        ${stateClass(sql`d.status`)} != ${stateClass(sql`c.status`)}, 'status_differs', 'same') AS kind,
      if(d.dossier_code = '', c.dossier_code, d.dossier_code) AS dossier,
      toString(if(d.dossier_code = '', c.point_code, d.point_code)) AS point,
      if(d.dossier_code = '', c.received_on, d.received_on) AS receivedOn,
      if(d.dossier_code = '', NULL, d.status) AS here, if(c.dossier_code = '', NULL, c.status) AS there
    FROM (SELECT dossier_code, any(point_code) AS point_code, any(status) AS status, any(received_at) AS received_at, any(received_on) AS received_on
      FROM (SELECT * FROM dossier WHERE ${received}) GROUP BY dossier_code) AS d
    FULL OUTER JOIN (SELECT dossier_code, any(point_code) AS point_code, any(status) AS status, any(received_on) AS received_on
      FROM (SELECT * FROM dossier_copy WHERE ${received}${isAsked}) GROUP BY dossier_code) AS c ON c.dossier_code = d.dossier_code`;
}

/** Counts of what agrees and what does not; `null` while no copy has been loaded. */
export async function copySummary(warehouse: Warehouse, { points, ...range }: SeenRange): Promise<CopySummary | null> {
  const [copies] = await warehouse.rows<{ n: number }>(sql`SELECT n FROM (${beyondWall(sql`SELECT count() AS n FROM dossier_copy`)})`);
  if (!copies || copies.n === 0) return null;
  const [summary] = await warehouse.rows<CopySummary>(sql`
    SELECT countIf(isNotNull(o.here)) AS here, countIf(isNotNull(o.there)) AS there, countIf(kind = 'same') AS same,
      countIf(kind = 'missing_there') AS missingThere, countIf(kind = 'missing_here') AS missingHere, countIf(kind = 'masked') AS masked,
      countIf(kind = 'status_differs') AS statusDiffers
    FROM (${compared({ ...range, points })}) AS o WHERE ${isSeen(sql`o.point`, points)}`);
  return summary ?? null;
}

/** The dossiers behind the counts, by kind, then by day. */
export const copyDifferences = (warehouse: Warehouse, { points, ...range }: SeenRange, limit: number): Promise<CopyDifference[]> =>
  warehouse.rows<CopyDifference>(sql`
    SELECT kind, dossier, point, receivedOn, o.here AS here, o.there AS there FROM (${compared({ ...range, points })}) AS o
    WHERE ${isSeen(sql`o.point`, points)} AND kind NOT IN ('same', 'not_expected') AND ${IS_COPIED}
    ORDER BY indexOf(${param('Array(String)', COPY_DIFFERENCES)}, kind), receivedOn, dossier LIMIT ${param('UInt64', limit)}`);

/** Points whose dossiers the portal does not hold although it had time to, with the first such day. */
export const lateSync = (warehouse: Warehouse, range: TimeRange): Promise<{ point: string; from: Day; dossiers: number }[]> =>
  warehouse.rows(sql`
    SELECT point, min(receivedOn) AS from, count() AS dossiers FROM (${compared({ ...range, points: 'all' })})
    WHERE kind = 'missing_there' AND ${IS_COPIED} GROUP BY point ORDER BY point`);
