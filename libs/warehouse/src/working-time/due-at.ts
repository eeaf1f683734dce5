import { type Sql, sql } from '../sql';
import { dueOfDays } from './due-of-days';
import { dueOfHours } from './due-of-hours';

/** A relation of pauses without any row. */
export const NO_PAUSES: Sql = sql`
SELECT toUInt64(0) AS case_id, '' AS point_code, toDateTime64(0, 3, 'UTC') AS from_at, toNullable(from_at) AS to_at WHERE 0`;

/**
 * The last instant at which each case is in time: rows of `case_id` and `due_at`, as `dueAt` of the domain counts one by one,
 * to the millisecond. Null while a supplement is outstanding and where no hours are known; a case that came in where no day
 * is known has no row.
 * @param courses rows of `case_id` (UInt64), `point_code`, `received_at` (DateTime64(3)), `unit` and `limit_count` (above 0)
 * @param pauses rows of `case_id`, `point_code`, `from_at` and `to_at`, null while it lasts
 */
export const dueInstants = (courses: Sql, pauses: Sql = NO_PAUSES): Sql => sql`
${dueOfHours(sql`SELECT * FROM (${courses}) WHERE unit = 'hours'`, pauses)}
UNION ALL
${dueOfDays(sql`SELECT * FROM (${courses}) WHERE unit != 'hours'`, pauses)}`;
