import { beyondWall, dossierCourses, dueInstants, identifier, join, param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import { inScope } from '../compile/filters';
import { dossier } from '../facts/dossier';
import { dossierEvent } from '../facts/dossier-event';
import { wardsOf } from '../reports/attribution';
import { dayOf, overBefore, type PeriodAsked } from '../reports/period-asked';
import { amongUnits, unitKey, type Units } from '../reports/units';

/** Statuses whose step ends a dossier that has no told end; 5 does as long as it is the first request. */
const ENDING = sql`(3, 7, 8, 9, 10)`;

const steps = ({ known }: PeriodAsked): Sql => sql`(
  SELECT source AS step_source, dossier_code AS step_dossier, status AS step_status, min(happened_at) AS stepped_at
  FROM ${known.rows(dossierEvent)} WHERE status IN (3, 5, 7, 8, 9, 10) AND dossier_code IN (
    SELECT dossier_code FROM ${known.rows(dossier)} WHERE isNull(finished_at) AND isNull(returned_at) AND status IN (3, 5, 7, 8, 9, 10))
  GROUP BY step_source, step_dossier, step_status)`;

/** Dossiers that tell no due date and may count in the period. */
const dateless = ({ known, range: { from, to } }: PeriodAsked): Sql => sql`
  FROM ${known.rows(dossier)} WHERE isNull(due_at) AND status NOT IN (1, 3) AND received_on < ${param('Date', to)}
    AND ifNull(finished_on >= ${param('Date', from)}, true)`;

/** When the limits of their procedures end, for dossiers that tell no due date; read only where there are such. */
function limits(asked: PeriodAsked, hasDateless: boolean): Sql {
  if (!hasDateless) return sql`(SELECT toUInt64(0) AS case_id, toNullable(toDateTime64(0, 3, 'UTC')) AS procedure_due_at WHERE 0)`;
  const courses = sql`SELECT * FROM (${dossierCourses({ from: '1970-01-01', to: asked.range.to })}) WHERE case_id IN (SELECT key_hash ${dateless(asked)})`;
  return sql`(SELECT case_id, due_at AS procedure_due_at FROM (${dueInstants(courses)}))`;
}

/**
 * Dossiers with `end_at` (the first of: settled, returned, stopped or refused; the request of a first supplement that the
 * citizen has not answered) and `limit_at`: the due date, or the end of the procedure's limit where there is none, moved on by
 * the citizen's supplements where the source has not. Source: working document on index 766, indicator 2.1.
 */
const courses = (asked: PeriodAsked, hasDateless: boolean): Sql => sql`(
  SELECT *, multiIf(isNotNull(finished_at), finished_at, isNotNull(returned_at), returned_at,
      step_dossier != '' AND (status IN ${ENDING} OR supplement_requests <= 1), stepped_at, status = 7, received_at, NULL) AS end_at,
    if(isNull(end_at), NULL, ${dayOf(sql`end_at`, asked)}) AS end_on,
    if(isNotNull(due_at), greatest(assumeNotNull(due_at), ifNull(first_due_at + toIntervalMillisecond(paused_ms), assumeNotNull(due_at))),
      procedure_due_at + toIntervalMillisecond(paused_ms)) AS limit_at,
    if(isNull(limit_at), NULL, ${dayOf(sql`limit_at`, asked)}) AS limit_on
  FROM ${asked.known.rows(dossier)}
  LEFT JOIN ${steps(asked)} AS step ON step_source = source AND step_dossier = dossier_code AND step_status = status
  LEFT JOIN ${limits(asked, hasDateless)} AS procedure_limits ON case_id = key_hash
  WHERE ${join([sql`received_on < ${param('Date', asked.range.to)}`, sql`status != 1`, ...inScope(asked.scope)], ' AND ')})`;

/** Below the levels that count as satisfied, and not in between: 1 of 3, 1 and 2 of 5. */
const IS_DISLIKE = sql`(level = 1 OR (scale = 5 AND level = 2))`;

/** Codes of the dossiers that somebody complained about or rated at the lowest level, wherever that was. */
const disliked = (asked: PeriodAsked): Sql =>
  sql`(${beyondWall(sql`
  SELECT dossier_code FROM ${asked.known.rows({ table: 'petition' })} WHERE dossier_code != '' AND received_on < ${param('Date', asked.range.to)}
  UNION DISTINCT
  SELECT dossier_code FROM ${asked.known.rows({ table: 'rating' })}
  WHERE dossier_code != '' AND ${IS_DISLIKE} AND rated_on < ${param('Date', asked.range.to)}
  UNION DISTINCT
  SELECT dossier_code FROM ${asked.known.rows({ table: 'ticket' })} WHERE dossier_code != '' AND (point_code, ticket_id) IN (
    SELECT point_code, ticket_id FROM ${asked.known.rows({ table: 'rating' })}
    WHERE ticket_id != '' AND ${IS_DISLIKE} AND rated_on < ${param('Date', asked.range.to)})`)})`;

/** Which dossiers each count counts; the rows behind a cause are chosen by the same text. */
export const DOSSIER_CASES = {
  considered: sql`true`,
  late: sql`is_late`,
  undecided: sql`is_undecided`,
  supplemented_twice: sql`is_repeat`,
  ended_late: sql`is_late AND NOT is_repeat AND has_ended`,
  open_late: sql`is_late AND NOT is_repeat AND NOT has_ended`,
  disliked: sql`is_disliked`,
  received: sql`is_new`,
  online: sql`is_new AND is_online`,
  online_late: sql`is_online AND is_late`,
  online_without_result: sql`is_new AND is_online AND is_settled AND NOT has_electronic_result`,
  direct: sql`is_new AND NOT is_online AND channel != 'post'`,
  post: sql`is_new AND channel = 'post'`,
  with_fee: sql`is_new AND fee > 0`,
  paid_online: sql`is_new AND fee > 0 AND is_paid_online`,
  not_paid_online: sql`is_new AND fee > 0 AND NOT is_paid_online`,
  settled: sql`is_settled`,
  without_result: sql`is_settled AND NOT has_electronic_result`,
  copied_result: sql`is_settled AND has_electronic_result AND is_result_copied`,
  digitised: sql`is_settled AND is_digitised AND has_electronic_result`,
  not_digitised: sql`is_settled AND NOT is_digitised`,
  digitised_without_result: sql`is_settled AND is_digitised AND NOT has_electronic_result`,
  settled_early: sql`is_settled AND ifNull(end_on < limit_on, false)`,
  settled_on_time: sql`is_settled AND ifNull(end_on = limit_on, false)`,
  settled_late: sql`is_settled AND ifNull(end_on > limit_on, false)`,
  supplemented_once: sql`is_settled AND supplement_requests = 1`,
  supplemented_more: sql`is_settled AND supplement_requests > 1`,
  processed: sql`is_settled AND is_new`,
} as const;
export type DossierCase = keyof typeof DOSSIER_CASES;

/** What index 766 and the quarterly evaluation count of the dossiers of one unit and period. */
export interface DossierCounts extends Readonly<Record<DossierCase, number>> {
  readonly unit: string;
  /** Procedures of which a dossier came online, bore a fee, was paid online. */
  readonly online_procedures: number;
  readonly fee_procedures: number;
  readonly paid_procedures: number;
  /** Days that settled dossiers were ahead of their due day, added up; late ones take away. */
  readonly days_ahead: number;
  readonly processing_ms: number;
}

const counts = Object.entries(DOSSIER_CASES).map(([name, cases]) => sql`countIf(${cases}) AS ${identifier(`n_${name}`)}`);
const COUNTS = sql`${join(counts, ', ')},
  uniqExactIf(procedure_code, is_new AND is_online) AS online_procedures, uniqExactIf(procedure_code, is_new AND fee > 0) AS fee_procedures,
  uniqExactIf(procedure_code, is_new AND fee > 0 AND is_paid_online) AS paid_procedures,
  sumIf(toInt64(assumeNotNull(limit_on)) - toInt64(assumeNotNull(end_on)), is_settled AND isNotNull(limit_on)) AS days_ahead,
  sumIf(toUnixTimestamp64Milli(assumeNotNull(end_at)) - toUnixTimestamp64Milli(received_at) - toInt64(paused_ms), is_settled AND is_new) AS processing_ms`;

/** Each dossier with what the counts ask of it. */
export function judgedDossiers(asked: PeriodAsked, hasDateless: boolean): Sql {
  const { from, to } = asked.range;
  const isEnded = sql`ifNull(end_on < ${param('Date', to)}, false)`;
  return sql`(
  SELECT *, received_on >= ${param('Date', from)} AS came_in, ${isEnded} AS has_ended, came_in AND status != 3 AS is_new,
    channel = 'online' AS is_online, has_ended AND end_on >= ${param('Date', from)} AND status IN (9, 10) AS is_settled,
    supplement_requests > 1 AS is_repeat,
    ifNull(if(has_ended, end_on > limit_on, limit_on < ${overBefore(asked)}), false) AS is_beyond,
    status = 5 AND NOT has_ended AND NOT is_repeat AS is_request_undated,
    is_repeat OR (is_beyond AND NOT is_request_undated) AS is_late,
    NOT is_repeat AND (isNull(limit_on) OR (is_beyond AND is_request_undated)) AS is_undecided,
    dossier_code IN ${disliked(asked)} AS is_disliked
  FROM ${wardsOf(courses(asked, hasDateless), sql`received_on`)}
  WHERE came_in OR (has_ended AND end_on >= ${param('Date', from)}))`;
}

/** Whether some dossiers tell no due date, so that the limits of procedures must be read. */
export async function hasDateless(warehouse: Warehouse, asked: PeriodAsked): Promise<boolean> {
  const [found] = await warehouse.rows<{ readonly n: number }>(sql`SELECT count() AS n ${dateless(asked)}`);
  return (found?.n ?? 0) > 0;
}

/** Counts by unit, in one reading of the dossiers. */
export async function dossierCounts(warehouse: Warehouse, asked: PeriodAsked, units: Units): Promise<ReadonlyMap<string, DossierCounts>> {
  const among = amongUnits(units);
  const where = among.length === 0 ? sql`` : sql`WHERE ${join(among, ' AND ')}`;
  const rows = await warehouse.rows<{ readonly unit: string } & Readonly<Record<string, number>>>(sql`
SELECT ${unitKey(units)} AS unit, ${COUNTS}
FROM ${judgedDossiers(asked, await hasDateless(warehouse, asked))} ${where} GROUP BY unit ORDER BY unit`);
  return new Map(rows.map((row) => [row.unit, countsIn(row.unit, row)]));
}

function countsIn(unit: string, row: Readonly<Record<string, number>>): DossierCounts {
  const { online_procedures = 0, fee_procedures = 0, paid_procedures = 0, days_ahead = 0, processing_ms = 0 } = row;
  const cases = Object.fromEntries(Object.keys(DOSSIER_CASES).map((name) => [name, row[`n_${name}`] ?? 0])) as Record<DossierCase, number>; // one entry for each
  return { unit, ...cases, online_procedures, fee_procedures, paid_procedures, days_ahead, processing_ms };
}

/** A unit without dossiers in a period of which the feed has told. */
export const noDossiers = (unit: string): DossierCounts => countsIn(unit, {});
