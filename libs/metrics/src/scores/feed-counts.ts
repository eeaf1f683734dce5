import type { Day } from '@evenhand/domain';
import { join, literal, param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import { inScope } from '../compile/filters';
import { dossier } from '../facts/dossier';
import { wardsOf } from '../reports/attribution';
import type { PeriodAsked } from '../reports/period-asked';
import { amongUnits, unitKey, type Units } from '../reports/units';

/** The kinds of record that scores rest on. */
export const SCORE_FEEDS = ['dossier', 'petition', 'rating', 'dossier_copy', 'activity_count', 'point_setting', 'unit_task'] as const;
export type ScoreFeed = (typeof SCORE_FEEDS)[number];

/** The last day of which each kind of record has been told; absent where nothing ever came. */
export type FeedsTold = Readonly<Partial<Record<ScoreFeed, Day>>>;

/** How far each feed has told, whoever sent it. */
export async function feedsTold(warehouse: Warehouse, { known, city }: PeriodAsked): Promise<FeedsTold> {
  const rows = await warehouse.rows<{ readonly entity: ScoreFeed; readonly day: Day }>(sql`
    SELECT toString(entity) AS entity, toDate(max(latest_at), ${literal(city.zone)}) AS day FROM ${known.told}
    WHERE entity IN (${join(SCORE_FEEDS.map(literal), ', ')}) GROUP BY entity ORDER BY entity`);
  return Object.fromEntries(rows.map(({ entity, day }) => [entity, day]));
}

const grouped = (units: Units): Sql => {
  const among = amongUnits(units);
  return among.length === 0 ? sql`GROUP BY unit ORDER BY unit` : sql`WHERE ${join(among, ' AND ')} GROUP BY unit ORDER BY unit`;
};

const within = ({ range: { from, to }, scope }: PeriodAsked, day: Sql): Sql =>
  join([sql`${day} >= ${param('Date', from)}`, sql`${day} < ${param('Date', to)}`, ...inScope(scope)], ' AND ');

/**
 * How many records the feed of an entity owes on days on which it told too little, by unit: what was usual less what came.
 * What was known at an earlier instant is not judged by what is known of the feed at present.
 */
export async function owedByFeed(
  warehouse: Warehouse,
  asked: PeriodAsked,
  units: Units,
  entity: ScoreFeed,
): Promise<ReadonlyMap<string, number>> {
  if (asked.asOf !== undefined) return new Map();
  const days = sql`(SELECT point_code, day AS fed_on, greatest(0, ceil(ifNull(expected, 0)) - arrived) AS owed FROM feed_day
    WHERE entity = ${literal(entity)} AND point_code != '' AND state IN ('thin', 'missing') AND ${within(asked, sql`day`)})`;
  const rows = await warehouse.rows<{ readonly unit: string; readonly n: number }>(
    sql`SELECT ${unitKey(units)} AS unit, sum(owed) AS n FROM ${wardsOf(days, sql`fed_on`)} ${grouped(units)}`,
  );
  return new Map(rows.map(({ unit, n }) => [unit, n]));
}

/** The dossiers of a period here and on the portal. */
export interface CopyCounts {
  readonly unit: string;
  /** Received here on days that the portal's copy covers. */
  readonly here: number;
  /** Received here on other days: nobody knows whether the portal holds them. */
  readonly not_covered: number;
  readonly on_portal: number;
}

/** The days that the copy covers; a dossier may take a day to reach the portal. */
const coveredFrom = (copies: Sql): Sql => sql`(SELECT min(received_on) FROM ${copies})`;
const coveredTo = (copies: Sql, asked: PeriodAsked): Sql =>
  sql`(SELECT toDate(max(received_at) - toIntervalDay(1), ${literal(asked.city.zone)}) FROM ${copies})`;

/** Counts by unit; nothing while no copy has been loaded. */
export async function copyCounts(warehouse: Warehouse, asked: PeriodAsked, units: Units): Promise<ReadonlyMap<string, CopyCounts>> {
  const copies = asked.known.rows({ table: 'dossier_copy' });
  const isCovered = sql`received_on >= ${coveredFrom(copies)} AND received_on <= ${coveredTo(copies, asked)}`;
  const days = within(asked, sql`received_on`);
  const both = sql`(
    SELECT point_code, received_on, false AS is_copy, ${isCovered} AS is_covered FROM ${asked.known.rows(dossier)}
    WHERE status NOT IN (1, 3) AND ${days}
    UNION ALL
    SELECT point_code, received_on, true AS is_copy, ${isCovered} AS is_covered FROM ${copies} WHERE status NOT IN (1, 3) AND ${days})`;
  const rows = await warehouse.rows<CopyCounts>(sql`
    SELECT ${unitKey(units)} AS unit, countIf(NOT is_copy AND is_covered) AS here, countIf(NOT is_copy AND NOT is_covered) AS not_covered,
      countIf(is_copy AND is_covered) AS on_portal
    FROM ${wardsOf(both, sql`received_on`)} ${grouped(units)}`);
  return new Map(rows.map((row) => [row.unit, row]));
}

/** Dossiers received in another range, by unit; those of a year stand in where a period has none. */
export async function receivedIn(warehouse: Warehouse, asked: PeriodAsked, units: Units): Promise<ReadonlyMap<string, number>> {
  const received = sql`(SELECT point_code, received_on FROM ${asked.known.rows(dossier)} WHERE status NOT IN (1, 3) AND ${within(asked, sql`received_on`)})`;
  const rows = await warehouse.rows<{ readonly unit: string; readonly n: number }>(
    sql`SELECT ${unitKey(units)} AS unit, count() AS n FROM ${wardsOf(received, sql`received_on`)} ${grouped(units)}`,
  );
  return new Map(rows.map(({ unit, n }) => [unit, n]));
}

/** Certified electronic copies of a period. */
export interface CertifiedCounts {
  readonly unit: string;
  readonly issued: number;
  readonly refused: number;
}

/** Counts by unit. */
export async function certifiedCounts(
  warehouse: Warehouse,
  asked: PeriodAsked,
  units: Units,
): Promise<ReadonlyMap<string, CertifiedCounts>> {
  const counts = sql`(SELECT point_code, counted_on, activity, quantity FROM ${asked.known.rows({ table: 'activity_count' })}
    WHERE activity IN ('electronic_copy_issued', 'electronic_copy_refused') AND ${within(asked, sql`counted_on`)})`;
  const rows = await warehouse.rows<CertifiedCounts>(sql`
    SELECT ${unitKey(units)} AS unit, sumIf(quantity, activity = 'electronic_copy_issued') AS issued,
      sumIf(quantity, activity = 'electronic_copy_refused') AS refused
    FROM ${wardsOf(counts, sql`counted_on`)} ${grouped(units)}`);
  return new Map(rows.map((row) => [row.unit, row]));
}
