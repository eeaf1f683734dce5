import type { Day, TimeRange } from '@evenhand/domain';
import { identifier, join, literal, param, type Sql, sql, trusted, type Warehouse } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import type { EntityName } from '../contract/entity-contract';
import { isSeen, type SeenRange } from '../contract/seen-points';

/** One day of one point on which a source counts otherwise than the warehouse. */
export interface CountDifference {
  /** The source that was counted. */
  readonly source: string;
  readonly entity: EntityName;
  readonly point: string;
  readonly day: Day;
  /** What the source says it holds. */
  readonly counted: number;
  /** What of it stands in the warehouse. */
  readonly held: number;
  /** What of it waits in quarantine, as far as its records say point and day. */
  readonly quarantined: number;
}

/** How far the counts of the sources and the warehouse agree. */
export interface CountSummary {
  readonly source: string;
  readonly entity: EntityName;
  /** Days of points that the source counted. */
  readonly days: number;
  /** Of these, how many agree. */
  readonly agreeing: number;
  readonly counted: number;
  readonly held: number;
}

/** Which activity of a count stands for which kind of record. */
const COUNTED: readonly { readonly activity: string; readonly entity: EntityName }[] = [
  { activity: 'source_ticket', entity: 'ticket' },
  { activity: 'source_dossier', entity: 'dossier' },
  { activity: 'source_rating', entity: 'rating' },
];

const heldOf = (entity: EntityName, { from, to }: TimeRange): Sql => {
  const day = identifier(CONTRACTS[entity].cohortDay);
  return sql`SELECT ${literal(entity)} AS entity, toString(source) AS of_source, toString(point_code) AS point, ${day} AS on_day, count() AS n
    FROM ${identifier(entity)} WHERE ${day} >= ${param('Date', from)} AND ${day} < ${param('Date', to)} GROUP BY of_source, point, on_day`;
};

const quarantinedOf = (entity: EntityName): Sql => {
  const instant = { ticket: 'issued_at', dossier: 'received_at', rating: 'rated_at' }[entity as 'ticket' | 'dossier' | 'rating'];
  return sql`SELECT ${literal(entity)} AS entity, toString(source) AS of_source, JSONExtractString(raw, 'point_code') AS point,
    toDateOrNull(substring(JSONExtractString(raw, ${literal(instant)}), 1, 10)) AS on_day, count() AS n
    FROM quarantine WHERE entity = ${literal(entity)} GROUP BY of_source, point, on_day`;
};

/** Days of points with what the source counted, what is held and what waits in quarantine. */
function compared(range: SeenRange): Sql {
  const { from, to, points } = range;
  const entityOf = trusted(
    `transform(toString(activity), [${COUNTED.map(({ activity }) => `'${activity}'`).join(', ')}], [${COUNTED.map(({ entity }) => `'${entity}'`).join(', ')}], '')`,
  );
  return sql`
    SELECT c.of_source AS source, c.entity AS entity, c.point AS point, c.on_day AS day, c.n AS counted, h.n AS held, q.n AS quarantined
    FROM (
      SELECT ${entityOf} AS entity, toString(category) AS of_source, toString(point_code) AS point, counted_on AS on_day, sum(quantity) AS n
      FROM activity_count WHERE entity != '' AND counted_on >= ${param('Date', from)} AND counted_on < ${param('Date', to)}
        AND ${isSeen(sql`point_code`, points)}
      GROUP BY entity, of_source, point, on_day
    ) AS c
    LEFT JOIN (${join(
      COUNTED.map(({ entity }) => heldOf(entity, range)),
      '\nUNION ALL\n',
    )}) AS h USING (entity, of_source, point, on_day)
    LEFT JOIN (${join(
      COUNTED.map(({ entity }) => quarantinedOf(entity)),
      '\nUNION ALL\n',
    )}) AS q USING (entity, of_source, point, on_day)`;
}

/** Sums by source and kind of record. */
export const countSummaries = (warehouse: Warehouse, range: SeenRange): Promise<CountSummary[]> =>
  warehouse.rows<CountSummary>(sql`
    SELECT source, entity, count() AS days, countIf(of_source = of_here) AS agreeing, sum(of_source) AS counted, sum(of_here) AS held
    FROM (SELECT source, entity, counted AS of_source, held AS of_here FROM (${compared(range)})) GROUP BY source, entity ORDER BY source, entity`);

/** The days of points that differ, the largest difference first. */
export const countDifferences = (warehouse: Warehouse, range: SeenRange, limit: number): Promise<CountDifference[]> =>
  warehouse.rows<CountDifference>(sql`
    SELECT source, entity, point, day, counted, held, quarantined FROM (${compared(range)})
    WHERE counted != held ORDER BY abs(toInt64(counted) - toInt64(held)) DESC, day, point, source, entity LIMIT ${param('UInt64', limit)}`);
