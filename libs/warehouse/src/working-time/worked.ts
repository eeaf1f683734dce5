import { type Sql, sql } from '../sql';

/** Adds `working_time`: the set of hours that holds at the `point_code` of each row; 0 where none is known. */
export const withWorkingTime = (relation: Sql): Sql => sql`
SELECT r.*, if(p.working_time = 0, (SELECT any(working_time) FROM point_working_time WHERE point_code = ''), p.working_time) AS working_time
FROM (${relation}) AS r
LEFT JOIN point_working_time AS p ON p.point_code = r.point_code`;

/**
 * Adds `worked`: the working milliseconds from where counting begins to the instant `at` of each row; null where no hours are
 * known. Two of them differ by the working time between their instants, to the millisecond.
 */
export const withWorked = (relation: Sql): Sql => sql`
SELECT r.*, if(s.open_ms = 0, NULL, s.worked_before + intDiv(
  (s.open_before + least(toUnixTimestamp64Milli(r.at), toUnixTimestamp64Milli(s.to_at)) - toUnixTimestamp64Milli(s.from_at)) * s.worth_ms,
  s.open_ms)) AS worked
FROM (${relation}) AS r
ASOF LEFT JOIN working_stretch AS s ON s.working_time = r.working_time AND s.from_at <= r.at`;

/**
 * Adds `reached_at`: the first millisecond by which `target` working milliseconds have passed since counting began; null where
 * no hours are known that far. A target that is reached as a point closes is reached then, not at the next opening.
 */
export const withReached = (relation: Sql): Sql => sql`
SELECT r.*, if(s.open_ms = 0, NULL, fromUnixTimestamp64Milli(toUnixTimestamp64Milli(s.from_at) - s.open_before
  + intDiv((r.target - s.worked_before) * s.open_ms + s.worth_ms - 1, s.worth_ms), 'UTC')) AS reached_at
FROM (${relation}) AS r
ASOF LEFT JOIN working_stretch AS s ON s.working_time = r.working_time AND s.worked_to >= r.target`;

/**
 * Working milliseconds between two instants at a point: `case_id` and `working_ms`, null where no hours are known.
 * @param relation rows of `case_id`, `point_code`, `from_at` and `to_at`
 */
export const workingTimeBetween = (relation: Sql): Sql => {
  const from = withWorked(sql`SELECT case_id, working_time, to_at, from_at AS at FROM (${withWorkingTime(relation)})`);
  const to = withWorked(sql`SELECT case_id, working_time, worked AS worked_from, to_at AS at FROM (${from})`);
  return sql`SELECT case_id, worked - worked_from AS working_ms FROM (${to})`;
};

/**
 * Working days after one day up to and including another: `case_id` and `working_days`. For a due day and the day of the
 * end it is by how many working days something is late; for today and a due day, how many are left.
 * @param relation rows of `case_id`, `point_code`, `from_on` and `to_on`
 */
export const workingDaysBetween = (relation: Sql): Sql => sql`
SELECT r.case_id AS case_id, if(f.working_time = 0 OR t.working_time = 0, NULL, t.working_days - f.working_days) AS working_days
FROM (${withWorkingTime(relation)}) AS r
LEFT JOIN working_time_day AS f ON f.working_time = r.working_time AND f.day = r.from_on
LEFT JOIN working_time_day AS t ON t.working_time = r.working_time AND t.day = r.to_on`;
