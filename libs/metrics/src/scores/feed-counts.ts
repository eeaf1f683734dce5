import type { Day } from '@evenhand/domain';
import { beyondWall, join, literal, param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
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

/** What a feed owes for days on which it told too little. */
export interface Owed {
  readonly unit: string;
  /** What was usual on these days less what came. */
  readonly owed: number;
  /** Days of points whose usual count is not known yet, and those that told anything. */
  readonly blank_days: number;
  readonly told_days: number;
}

/**
 * What the feed of an entity owes, by unit. What was known at an earlier instant is not judged by what is known of the feed
 * at present.
 */
export async function owedByFeed(
  warehouse: Warehouse,
  asked: PeriodAsked,
  units: Units,
  entity: ScoreFeed,
): Promise<ReadonlyMap<string, Owed>> {
  if (asked.asOf !== undefined) return new Map();
  const days = sql`(SELECT point_code, day AS fed_on, state IN ('thin', 'missing') AS is_low, expected, arrived FROM feed_day
    WHERE entity = ${literal(entity)} AND point_code != '' AND ${within(asked, sql`day`)})`;
  const rows = await warehouse.rows<Owed>(sql`
    SELECT ${unitKey(units)} AS unit, sumIf(greatest(0, ceil(ifNull(expected, 0)) - arrived), is_low) AS owed,
      countIf(is_low AND isNull(expected)) AS blank_days, countIf(arrived > 0) AS told_days
    FROM ${wardsOf(days, sql`fed_on`)} ${grouped(units)}`);
  return new Map(rows.map((row) => [row.unit, row]));
}

/** Records that a feed owes: where the usual count is not known, the other days of the period stand in. */
export function owedOf(found: Owed | undefined, counted: number): number {
  if (!found) return 0;
  const { owed, blank_days, told_days } = found;
  return owed + (told_days === 0 ? 0 : Math.ceil((counted * blank_days) / told_days - 1e-9));
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
const coveredFrom = (copies: Sql): Sql => sql`(${beyondWall(sql`SELECT min(received_on) FROM ${copies}`)})`;
const coveredTo = (copies: Sql, asked: PeriodAsked): Sql =>
  sql`(${beyondWall(sql`SELECT toDate(max(received_at) - toIntervalDay(1), ${literal(asked.city.zone)}) FROM ${copies}`)})`;

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
