import type { TimeRange } from '@evenhand/domain';
import { param, type Sql, sql } from '../sql';
import { dueInstants, NO_PAUSES } from './due-at';

/** Dossiers received in a range, with the limit in force on the day of their reception: that of their channel first. */
const limited = ({ from, to }: TimeRange): Sql => sql`
SELECT d.key_hash AS case_id, d.point_code AS point_code, d.received_at AS received_at,
  o.procedure_code != '' AND d.received_on < o.valid_to AS has_own,
  if(has_own, o.unit, if(d.received_on < a.valid_to, a.unit, '')) AS unit,
  if(has_own, o.limit_count, a.limit_count) AS limit_count
FROM dossier AS d
ASOF LEFT JOIN (SELECT * FROM procedure_limit WHERE channel != '') AS o
  ON o.procedure_code = d.procedure_code AND o.channel = d.channel AND o.valid_from <= d.received_on
ASOF LEFT JOIN (SELECT * FROM procedure_limit WHERE channel = '') AS a
  ON a.procedure_code = d.procedure_code AND a.valid_from <= d.received_on
WHERE d.received_on >= ${param('Date', from)} AND d.received_on < ${param('Date', to)}`;

/** Rows of `case_id`, `point_code`, `received_at`, `unit` and `limit_count` for {@link dueInstants}. */
export const dossierCourses = (range: TimeRange): Sql =>
  sql`SELECT case_id, point_code, received_at, unit, limit_count FROM (${limited(range)}) WHERE unit != ''`;

/**
 * When the clocks of dossiers stood still: from each step that asks for more papers (status 5) to the next step that does
 * not. Rows of `case_id`, `point_code`, `from_at` and `to_at`.
 */
export const dossierPauses = ({ from, to }: TimeRange): Sql => sql`
SELECT d.key_hash AS case_id, d.point_code AS point_code, pause.1 AS from_at, pause.2 AS to_at
FROM (
  SELECT source, dossier_code, arraySort(groupArray((happened_at, status))) AS steps,
    arrayMap(asked -> (asked.1, arrayFirstOrNull(at -> at > asked.1, arrayMap(s -> s.1, arrayFilter(s -> s.2 != 5, steps)))),
      arrayFilter(s -> s.2 = 5, steps)) AS pauses
  FROM dossier_event
  WHERE happened_on >= ${param('Date', from)} AND dossier_code IN (
    SELECT dossier_code FROM dossier_event WHERE status = 5 AND happened_on >= ${param('Date', from)})
  GROUP BY source, dossier_code
) AS e
ARRAY JOIN pauses AS pause
INNER JOIN (
  SELECT key_hash, source, dossier_code, point_code FROM dossier WHERE received_on >= ${param('Date', from)} AND received_on < ${param('Date', to)}
) AS d ON d.source = e.source AND d.dossier_code = e.dossier_code`;

/** When the dossiers whose clocks stood still are due: rows of `case_id`, `point_code` and `due_at`, null where not known. */
export const pausedDeadlines = (range: TimeRange): Sql => {
  const pauses = dossierPauses(range);
  const courses = sql`SELECT * FROM (${dossierCourses(range)}) WHERE case_id IN (SELECT case_id FROM (${pauses}))`;
  return sql`
SELECT c.case_id AS case_id, c.point_code AS point_code, p.due_at AS due_at
FROM (${courses}) AS c LEFT JOIN (${dueInstants(courses, pauses)}) AS p ON p.case_id = c.case_id`;
};

/**
 * When each dossier received in a range is due by the limit of its procedure: rows of `case_id` (its `key_hash`), `unit`,
 * `limit_at` without and `limit_with_pauses_at` with the supplements of its applicant, null where that is not known, and
 * `has_pauses`.
 */
export const dossierDeadlines = (range: TimeRange): Sql => {
  const courses = dossierCourses(range);
  return sql`
SELECT c.case_id AS case_id, c.unit AS unit, l.due_at AS limit_at, p.case_id != 0 AS has_pauses,
  if(has_pauses, p.due_at, l.due_at) AS limit_with_pauses_at
FROM (${courses}) AS c
LEFT JOIN (${dueInstants(courses, NO_PAUSES)}) AS l ON l.case_id = c.case_id
LEFT JOIN (${pausedDeadlines(range)}) AS p ON p.case_id = c.case_id`;
};
