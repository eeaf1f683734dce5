import { type Attribution, II06_CELLS, type II06Cell } from '@evenhand/domain';
import { identifier, join, param, sql, type Sql } from '@evenhand/warehouse';
import { inScope } from '../compile/filters';
import { dossier } from '../facts/dossier';
import { dossierEvent } from '../facts/dossier-event';
import { attributed } from './attribution';
import { dayOf, overBefore, type PeriodAsked } from './period-asked';
import { amongUnits, unitKey, type Units } from './units';

/** Not received: merely submitted, or refused at reception. */
const NOT_RECEIVED = sql`(1, 3)`;
/** It waits for papers, for a payment, or is stopped: the form counts it as within the time limit. */
const WAITING = sql`(5, 6, 8)`;
const WITHDRAWN = sql`7`;

/** The first step with the status that a dossier without an end has reached; only few need one. */
const steps = ({ known }: PeriodAsked): Sql => sql`(
  SELECT source AS step_source, dossier_code AS step_dossier, status AS step_status, min(happened_at) AS stepped_at
  FROM ${known.rows(dossierEvent)} WHERE status IN (7, 9, 10) AND dossier_code IN (
    SELECT dossier_code FROM ${known.rows(dossier)} WHERE isNull(finished_at) AND isNull(returned_at) AND status IN (7, 9, 10))
  GROUP BY step_source, step_dossier, step_status)`;

/** Dossiers with `end_at` and `end_on`: when settlement ended; unknown for a settled one of which no source dates the end. */
const courses = (asked: PeriodAsked): Sql => sql`(
  SELECT *, coalesce(finished_at, returned_at, if(step_dossier = '', NULL, stepped_at), if(status = ${WITHDRAWN}, received_at, NULL)) AS end_at,
    if(isNull(end_at), NULL, ${dayOf(sql`end_at`, asked)}) AS end_on
  FROM ${asked.known.rows(dossier)}
  LEFT JOIN ${steps(asked)} AS step ON step_source = source AND step_dossier = dossier_code AND step_status = status
  WHERE ${join([sql`received_on < ${param('Date', asked.range.to)}`, sql`status NOT IN ${NOT_RECEIVED}`, ...inScope(asked.scope)], ' AND ')})`;

/** The dossiers of the form: received or open at any time of the period. */
const cases = (asked: PeriodAsked, attribution: Attribution): Sql =>
  sql`(SELECT * FROM ${attributed(courses(asked), attribution)} WHERE ifNull(end_on >= ${param('Date', asked.range.from)}, true))`;

/** Which dossiers each cell counts: every cell by itself, so that the laws between them can be held against it. */
function conditions(asked: PeriodAsked): Readonly<Record<II06Cell, Sql>> {
  const { from, to } = asked.range;
  const isNew = sql`received_on >= ${param('Date', from)}`;
  const isSettled = sql`ifNull(end_on < ${param('Date', to)}, false)`;
  const isJudged = sql`${isSettled} AND status != ${WITHDRAWN}`;
  const isOverdue = sql`status NOT IN ${WAITING} AND ifNull(due_on < ${overBefore(asked)}, false)`;
  return {
    received: sql`true`,
    received_online: sql`${isNew} AND channel = 'online'`,
    received_direct: sql`${isNew} AND channel != 'online'`,
    carried_over: sql`received_on < ${param('Date', from)}`,
    settled: isSettled,
    settled_early: sql`${isJudged} AND ifNull(end_on < due_on, false)`,
    settled_on_time: sql`${isSettled} AND (status = ${WITHDRAWN} OR ifNull(end_on = due_on, true))`,
    settled_late: sql`${isJudged} AND ifNull(end_on > due_on, false)`,
    open: sql`NOT ${isSettled}`,
    open_within: sql`NOT ${isSettled} AND NOT (${isOverdue})`,
    open_late: sql`NOT ${isSettled} AND ${isOverdue}`,
  };
}

/** Which units are asked for: one row for the whole scope, or one for each unit, of those named if any are. */
export interface UnitsAsked {
  readonly attribution: Attribution;
  readonly units: Units;
}

const whereOf = (pieces: readonly Sql[]): Sql => (pieces.length === 0 ? sql`` : sql` WHERE ${join(pieces, ' AND ')}`);

/**
 * The cells by unit and field, and by unit alone (`is_total`). Beside them `undated`: settled, but no source says when, so
 * that it stays in progress; and `dateless`: without a due date, which the form counts as on time.
 */
export function ii06Cells(asked: PeriodAsked, units: UnitsAsked): Sql {
  const by = conditions(asked);
  const counts = II06_CELLS.map((cell) => sql`countIf(${by[cell]}) AS ${identifier(cell)}`);
  return sql`
SELECT unit, field, grouping(field) AS is_total, ${join(counts, ', ')},
  countIf(status IN (9, 10) AND isNull(end_on)) AS undated, countIf(isNull(due_on)) AS dateless
FROM (SELECT *, ${unitKey(units.units)} AS unit, toString(field_code) AS field FROM ${cases(asked, units.attribution)}${whereOf(amongUnits(units.units))})
GROUP BY GROUPING SETS ((unit, field), (unit)) ORDER BY unit, is_total, field`;
}

/** What each unit had in progress at the end of a period. */
export const ii06Open = (asked: PeriodAsked, units: UnitsAsked): Sql => sql`
SELECT ${unitKey(units.units)} AS unit, countIf(${conditions(asked).open}) AS open_count
FROM ${cases(asked, units.attribution)}${whereOf(amongUnits(units.units))} GROUP BY unit ORDER BY unit`;

/** Some of the dossiers that a cell counts, and how many it counts. */
export interface CellRows extends UnitsAsked {
  readonly cell: II06Cell;
  /** Every field unless one is named; empty where the source did not say. */
  readonly field: string | undefined;
  readonly page: number;
  readonly size: number;
}

const II06_DETAIL = [
  ...['dossier_code', 'unit_code', 'point_code', 'authority_code', 'field_code', 'procedure_code', 'channel'],
  ...['received_on', 'due_on', 'end_on', 'status', 'supplement_requests', 'source', 'file', 'line'],
] as const;

/** The dossiers behind a cell, page by page, and their number. */
export function ii06CellRows(asked: PeriodAsked, request: CellRows): { readonly rows: Sql; readonly total: Sql } {
  const { cell, field, page, size, attribution } = request;
  const among = field === undefined ? [] : [sql`field_code = ${param('String', field)}`];
  const where = whereOf([sql`(${conditions(asked)[cell]})`, ...among, ...amongUnits(request.units)]);
  const limit = sql`LIMIT ${param('UInt32', size)} OFFSET ${param('UInt32', (page - 1) * size)}`;
  const from = sql`FROM ${cases(asked, attribution)}${where}`;
  return {
    rows: sql`SELECT ${join(II06_DETAIL.map(identifier), ', ')} ${from} ORDER BY received_at, source, dossier_code ${limit}`,
    total: sql`SELECT count() AS total ${from}`,
  };
}
