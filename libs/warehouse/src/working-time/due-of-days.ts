import { type Sql, sql } from '../sql';
import { withWorkingTime } from './worked';

/** One entry per pause: first and last day on which the clock stands still as the day ends, with the counts around them. */
const pausesOfCase = (pauses: Sql): Sql => sql`
SELECT case_id, arraySort(groupArray((first_day, last_day, is_lasting, landed, first_counts, last_counts, landed_counts))) AS pauses
FROM (
  SELECT r.case_id AS case_id, r.is_open AS is_lasting,
    toInt32(f.day) + (r.from_at >= f.ends_at) AS first_day,
    toInt32(l.day) - (l.ends_at >= r.last_at) AS last_day,
    if(r.from_at < f.ends_at, toInt32(ifNull(f.landed_before, toDate(0))), toInt32(f.day)) AS landed,
    (f.working_days - (r.from_at < f.ends_at) * f.is_working, f.days_but_holidays - (r.from_at < f.ends_at) * (1 - f.is_holiday)) AS first_counts,
    (l.working_days - (l.ends_at >= r.last_at) * l.is_working, l.days_but_holidays - (l.ends_at >= r.last_at) * (1 - l.is_holiday)) AS last_counts,
    if(r.from_at < f.ends_at, (f.landed_working_days, f.landed_days_but_holidays), (f.working_days, f.days_but_holidays)) AS landed_counts
  FROM (
    SELECT case_id, working_time, from_at, toUInt8(isNull(to_at)) AS is_open, ifNull(to_at, from_at) AS last_at FROM (${withWorkingTime(pauses)})
  ) AS r
  ASOF LEFT JOIN working_time_day AS f ON f.working_time = r.working_time AND f.starts_at <= r.from_at
  ASOF LEFT JOIN working_time_day AS l ON l.working_time = r.working_time AND l.starts_at <= r.last_at
)
WHERE is_lasting OR last_day >= first_day
GROUP BY case_id`;

/** What a unit counts by a day: `pair` holds the working days and the days but holidays, `day` the day itself. */
const countOf = (pair: Sql, day: Sql): Sql =>
  sql`toInt64(multiIf(unit = 'working_days', ${pair}.1, unit = 'days_but_holidays', ${pair}.2, unit = 'calendar_days', ${day}, 0))`;

/** The day as which a course counts as received, and the row of the day on which it came in. */
const received = (courses: Sql): Sql => sql`
SELECT r.case_id AS case_id, r.working_time AS working_time, r.unit AS unit, toInt64(r.limit_count) AS days, d.first_day_counts AS first_day_counts,
  if(d.is_open AND r.received_at <= d.ends_at AND NOT (r.unit = 'same_day' AND r.received_at > d.same_day_until_at),
    toNullable(d.day), d.open_after) AS first_day
FROM (${withWorkingTime(courses)}) AS r
ASOF LEFT JOIN working_time_day AS d ON d.working_time = r.working_time AND d.starts_at <= r.received_at
WHERE d.working_time != 0`;

/** The first day that may count, what was counted before it, and the count at which the limit ends. */
const begun = (courses: Sql): Sql => sql`
SELECT c.case_id AS case_id, c.working_time AS working_time, c.unit AS unit,
  toInt32(f.day) + (c.unit != 'same_day' AND c.days > 0 AND c.first_day_counts = 0) AS begin,
  ${countOf(sql`(f.working_days - (begin = toInt32(f.day)) * f.is_working, f.days_but_holidays - (begin = toInt32(f.day)) * (1 - f.is_holiday))`, sql`begin - 1`)} AS counted,
  if(c.unit = 'same_day', 0, counted + c.days) AS target
FROM (${received(courses)}) AS c
INNER JOIN working_time_day AS f ON f.working_time = c.working_time AND f.day = c.first_day`;

/**
 * Walks along the pauses: (target, first day that may count, what was counted before it, settled, unknown). Each day that
 * stands still moves the target by what it would have counted, unless the limit ends before the pause.
 */
const WALK = sql`arrayFold((a, p) -> multiIf(
  a.4 = 1 OR (p.3 = 0 AND p.2 < a.2), a,
  p.4 >= a.2 AND p.7 >= a.1, (a.1, a.2, a.3, toUInt8(1), a.5),
  p.3 = 1, (a.1, a.2, a.3, toUInt8(1), toUInt8(1)),
  (a.1 + p.6 - if(p.1 > a.2, p.5, a.3), toInt64(p.2 + 1), p.6, a.4, a.5)),
  arrayMap(p -> (p.1, p.2, p.3, p.4,
    ${countOf(sql`(p.5)`, sql`p.1 - 1`)}, ${countOf(sql`(p.6)`, sql`p.2`)}, ${countOf(sql`(p.7)`, sql`p.4`)}), pauses),
  (toInt64(target), toInt64(begin), toInt64(counted), toUInt8(0), toUInt8(0)))`;

/** On which day each unit has counted how much; calendar days need no table. */
const COUNTED_DAYS = sql`
SELECT working_time, 'working_days' AS unit, toInt64(working_days) AS counted, day FROM working_time_day WHERE is_working
UNION ALL
SELECT working_time, 'days_but_holidays' AS unit, toInt64(days_but_holidays) AS counted, day FROM working_time_day WHERE NOT is_holiday`;

/**
 * When limits in days end: `case_id` and `due_at`, null while a pause has no end or where no hours are known.
 * @param courses rows of `case_id`, `point_code`, `received_at`, `unit` and `limit_count`; a same-day limit has any count
 * @param pauses rows of `case_id`, `point_code`, `from_at` and `to_at`
 */
export const dueOfDays = (courses: Sql, pauses: Sql): Sql => sql`
SELECT w.case_id AS case_id, if(w.walk.5 = 1 OR d.working_time = 0, NULL, d.lands_at) AS due_at
FROM (
  SELECT w.case_id AS case_id, w.working_time AS working_time, w.walk AS walk,
    greatest(w.walk.2, multiIf(w.unit = 'same_day', 0, w.unit = 'calendar_days', w.walk.1,
      n.working_time != 0, toInt64(n.day), w.walk.1 <= w.walk.3, 0, toInt64(65535))) AS earliest
  FROM (
    SELECT b.case_id AS case_id, b.working_time AS working_time, b.unit AS unit, b.target AS target, b.begin AS begin, b.counted AS counted,
      p.pauses AS pauses, ${WALK} AS walk
    FROM (${begun(courses)}) AS b LEFT JOIN (${pausesOfCase(pauses)}) AS p ON p.case_id = b.case_id
  ) AS w
  LEFT JOIN (${COUNTED_DAYS}) AS n ON n.working_time = w.working_time AND n.unit = w.unit AND n.counted = w.walk.1
) AS w
LEFT JOIN working_time_day AS d ON d.working_time = w.working_time AND d.day = toDate(toUInt16(w.earliest))`;
