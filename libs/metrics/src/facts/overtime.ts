import { sql, type Sql, withWorkingTime } from '@evenhand/warehouse';
import { columnsOf, type Fact, ORIGIN } from './fact';
import { shift } from './shift';

const KEPT = sql`source, staff, point_code, counter, staff_class, worked_on, started_at, ended_at, file, line, key_hash`;

/** On a day on which the point does not open, the whole shift lies beyond its hours. */
const BEYOND_MS = sql`dateDiff('millisecond', if(is_open, least(ended_at, greatest(started_at, ends_at)), started_at), ended_at)`;

// Nobody told when the pauses were: they come off only where less was worked than lies beyond closing.
const beyondClosing = (shifts: Sql): Sql => sql`(
  SELECT ${KEPT}, if(is_open, toNullable(ends_at), NULL) AS closes_at, toInt64(least(${BEYOND_MS}, worked_ms)) AS overtime_ms
  FROM (${withWorkingTime(sql`
    SELECT ${KEPT}, greatest(0, dateDiff('millisecond', started_at, ended_at) - toInt64(paused_ms)) AS worked_ms FROM ${shifts}`)}) AS timed
  INNER JOIN (SELECT working_time AS hours, day, ends_at, is_open FROM working_time_day) AS hours_of_day
    ON timed.working_time = hours AND worked_on = day
) AS overtime`;

/** Shifts with how much of each lay after the point had closed; those of points whose hours are not known are left out. */
export const overtime: Fact = {
  ...shift,
  entity: 'overtime',
  detail: [
    ...columnsOf('text', 'staff', 'point_code', 'counter', 'staff_class'),
    ...columnsOf('day', 'worked_on'),
    ...columnsOf('instant', 'started_at', 'ended_at', 'closes_at'),
    ...columnsOf('duration_ms', 'overtime_ms'),
    ...ORIGIN,
  ],
  derived: (rows) => beyondClosing(rows(shift)),
};
