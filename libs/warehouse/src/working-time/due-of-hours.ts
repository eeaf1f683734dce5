import { type Sql, sql } from '../sql';
import { withReached, withWorked, withWorkingTime } from './worked';

/** The pauses of each case on the axis of working time, by their beginning; a pause without an end is open. */
const pausesOfCase = (pauses: Sql): Sql => {
  const from = withWorked(sql`SELECT case_id, working_time, to_at, from_at AS at FROM (${withWorkingTime(pauses)})`);
  const to = withWorked(
    sql`SELECT case_id, working_time, ifNull(worked, 0) AS worked_from, isNull(to_at) AS is_open, ifNull(to_at, at) AS at FROM (${from})`,
  );
  return sql`
SELECT case_id, arraySort(groupArray((worked_from, toInt64(ifNull(worked, 0)), toUInt8(is_open OR isNull(worked))))) AS pauses
FROM (${to}) GROUP BY case_id`;
};

/**
 * Walks along the pauses: (target, where the clock ran last, settled, unknown). A pause moves the target by its working time
 * unless it is reached before; one without an end leaves it unknown.
 */
const WALK = sql`arrayFold((a, p) -> multiIf(
  a.3 = 1 OR (p.3 = 0 AND p.2 <= a.2), a,
  p.1 >= a.1, (a.1, a.2, toUInt8(1), a.4),
  p.3 = 1, (a.1, a.2, toUInt8(1), toUInt8(1)),
  (a.1 + p.2 - greatest(p.1, a.2), p.2, a.3, a.4)),
  pauses, (worked + limit_ms, worked, toUInt8(0), toUInt8(0)))`;

/**
 * When limits in working hours end: `case_id` and `due_at`, null while a pause has no end or where no hours are known.
 * @param courses rows of `case_id`, `point_code`, `received_at` and `limit_count`, hours above 0
 * @param pauses rows of `case_id`, `point_code`, `from_at` and `to_at`
 */
export const dueOfHours = (courses: Sql, pauses: Sql): Sql => {
  const received = withWorked(sql`
    SELECT case_id, working_time, received_at AS at, toInt64(round(limit_count * 3600000)) AS limit_ms FROM (${withWorkingTime(courses)})`);
  const walked = sql`
    SELECT c.case_id AS case_id, c.working_time AS working_time, assumeNotNull(c.worked) AS worked, c.limit_ms AS limit_ms, p.pauses AS pauses,
      ${WALK} AS walk
    FROM (SELECT * FROM (${received}) WHERE isNotNull(worked)) AS c LEFT JOIN (${pausesOfCase(pauses)}) AS p ON p.case_id = c.case_id`;
  const reached = withReached(sql`SELECT case_id, working_time, walk.1 AS target, walk.4 AS is_unknown FROM (${walked})`);
  return sql`SELECT case_id, if(is_unknown = 1, NULL, reached_at) AS due_at FROM (${reached})`;
};
