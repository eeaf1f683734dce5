import { addDays, type Day, type Scope } from '@evenhand/domain';
import { dossierCourses, dueInstants, param, sql, type Sql, workingTimeBetween } from '@evenhand/warehouse';
import type { StoppedClock } from './timeline-entries';

const ms = (column: Sql): Sql => sql`if(isNull(${column}), NULL, toUnixTimestamp64Milli(assumeNotNull(${column})))`;
const instant = (value: Sql): Sql => sql`fromUnixTimestamp64Milli(${value}, 'UTC')`;

/** The dossiers of a code, one for each source that tells of it. */
export function dossierOf(code: string, source: string | undefined, { points }: Scope): Sql {
  const ofSource = source === undefined ? sql`` : sql` AND source = ${param('String', source)}`;
  const inScope = points === 'all' ? sql`` : sql` AND point_code IN ${param('Array(String)', points)}`;
  return sql`
    SELECT toString(key_hash) AS caseId, toString(source) AS source, dossier_code AS code, toString(point_code) AS pointCode,
      toString(authority_code) AS authorityCode, toString(procedure_code) AS procedureCode, toString(field_code) AS fieldCode,
      toString(channel) AS channel, status, supplement_requests AS supplementRequests, toString(received_on) AS receivedOn,
      ${ms(sql`submitted_at`)} AS submittedAt, toUnixTimestamp64Milli(received_at) AS receivedAt, ${ms(sql`first_due_at`)} AS firstDueAt,
      ${ms(sql`due_at`)} AS dueAt, ${ms(sql`apology_at`)} AS apologyAt, ${ms(sql`finished_at`)} AS finishedAt, ${ms(sql`returned_at`)} AS returnedAt
    FROM dossier WHERE dossier_code = ${param('String', code)}${ofSource}${inScope} ORDER BY source LIMIT 10`;
}

/** The steps of a dossier in order. */
export const stepsOf = (code: string, source: string): Sql => sql`
  SELECT toUnixTimestamp64Milli(happened_at) AS at, step_id AS id, toString(step) AS step, toString(unit) AS unit, toString(agent) AS agent,
    toString(agent_class) AS agentClass, status, ${ms(sql`step_due_at`)} AS stepDueAt
  FROM dossier_event WHERE dossier_code = ${param('String', code)} AND source = ${param('String', source)} ORDER BY happened_at, step_id`;

/** What was told of the due date, in the order of telling; the moment is that of the source, else that of the publication. */
export const dueTellingsOf = (caseId: string): Sql => sql`
  SELECT v.told_at = toDateTime64(0, 3, 'UTC') AS isUntold, toUnixTimestamp64Milli(if(isUntold, p.published_at, v.told_at)) AS at, CAST(isUntold, 'Bool') AS isWhenLearnt, ${ms(sql`v.due_at`)} AS dueAt
  FROM (SELECT * FROM dossier_version WHERE key_hash = ${param('UInt64', caseId)}) AS v
  INNER JOIN (SELECT run_id, max(published_at) AS published_at FROM publication WHERE entity = 'dossier' GROUP BY run_id) AS p ON p.run_id = v.run_id
  ORDER BY v.told_at, v.run_id, toString(v.file), v.line`;

/** The instant up to which the feeds have told of dossiers. */
export const dossiersToldUntil: Sql = sql`
  SELECT ${ms(sql`latest`)} AS at FROM (SELECT maxOrNull(latest_at) AS latest FROM known_until FINAL WHERE entity IN ('dossier', 'dossier_event'))`;

/** Working time between each instant and the one after it, in order: rows of `place` (from 1) and `ms`. */
export function workedBetween(pointCode: string, instants: readonly number[]): Sql {
  const from = param('Array(Int64)', instants.slice(0, -1));
  const to = param('Array(Int64)', instants.slice(1));
  const pairs = sql`
    SELECT toUInt64(pair.1) AS case_id, ${param('String', pointCode)} AS point_code, ${instant(sql`pair.2`)} AS from_at, ${instant(sql`pair.3`)} AS to_at
    FROM (SELECT arrayJoin(arrayZip(arrayEnumerate(${from}), ${from}, ${to})) AS pair)`;
  return sql`SELECT case_id AS place, working_ms AS ms FROM (${workingTimeBetween(pairs)}) ORDER BY place`;
}

const NOT_ENDED = -1;

function stopsAsRows(caseId: string, pointCode: string, stops: readonly StoppedClock[]): Sql {
  const from = param(
    'Array(Int64)',
    stops.map((stop) => stop.from),
  );
  const to = param(
    'Array(Int64)',
    stops.map((stop) => stop.to ?? NOT_ENDED),
  );
  return sql`
    SELECT ${param('UInt64', caseId)} AS case_id, ${param('String', pointCode)} AS point_code, ${instant(sql`pair.1`)} AS from_at,
      if(pair.2 = ${param('Int64', NOT_ENDED)}, NULL, ${instant(sql`pair.2`)}) AS to_at
    FROM (SELECT arrayJoin(arrayZip(${from}, ${to})) AS pair)`;
}

/** The limit of the procedure on the day of reception, and when it ends without and with the stops of the clock. */
export function limitOf(
  { caseId, pointCode, receivedOn }: { readonly caseId: string; readonly pointCode: string; readonly receivedOn: Day },
  stops: readonly StoppedClock[],
): Sql {
  const course = sql`SELECT * FROM (${dossierCourses({ from: receivedOn, to: addDays(receivedOn, 1) })}) WHERE case_id = ${param('UInt64', caseId)}`;
  return sql`
    SELECT toString(c.unit) AS unit, toFloat64(c.limit_count) AS count, ${ms(sql`l.due_at`)} AS endsAt, ${ms(sql`p.due_at`)} AS endsWithStopsAt
    FROM (${course}) AS c
    LEFT JOIN (${dueInstants(course)}) AS l ON l.case_id = c.case_id
    LEFT JOIN (${dueInstants(course, stopsAsRows(caseId, pointCode, stops))}) AS p ON p.case_id = c.case_id`;
}
