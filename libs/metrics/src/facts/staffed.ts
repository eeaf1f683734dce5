import { sql, type Sql, trusted } from '@evenhand/warehouse';
import { columnsOf, type Fact, ORIGIN } from './fact';
import { halfHourOf } from './half-hour';
import { shift } from './shift';

const HALF_HOUR_MS = trusted('1800000');

/** The half-hours that a stretch between two instants touches, numbered from 1970: also those of the city's zone. */
export const slotsOf = (from: Sql, to: Sql): Sql =>
  sql`arrayJoin(range(intDiv(${from}, ${HALF_HOUR_MS}), intDiv(${to} - 1, ${HALF_HOUR_MS}) + 1))`;

/** The instant at which a numbered half-hour begins. */
export const slotStart = (slot: Sql): Sql => sql`fromUnixTimestamp64Milli(toInt64(${slot} * ${HALF_HOUR_MS}), 'UTC')`;

/** A stretch of time with the columns that hold its ends, in milliseconds, and how much of it counts. */
export interface Stretch {
  readonly from: Sql;
  readonly to: Sql;
  readonly counts: Sql;
}

/**
 * What of a stretch falls into a half-hour. What does not count (pauses) is spread evenly over the stretch, since nobody told
 * when it was; the pieces add up to the whole to the millisecond.
 */
export function pieceIn(slot: Sql, { from, to, counts }: Stretch): Sql {
  const until = (instant: Sql): Sql => sql`intDiv((${instant} - ${from}) * ${counts}, ${to} - ${from})`;
  const begins = sql`greatest(${from}, toInt64(${slot} * ${HALF_HOUR_MS}))`;
  const ends = sql`least(${to}, toInt64((${slot} + 1) * ${HALF_HOUR_MS}))`;
  return sql`${until(ends)} - ${until(begins)}`;
}

const stretch: Stretch = { from: sql`began_ms`, to: sql`ended_ms`, counts: sql`counting_ms` };

const pieces = (shifts: Sql): Sql => sql`(
  SELECT source, staff, point_code, counter, staff_class, started_at, ended_at, worked_on, file, line,
    ${slotStart(sql`slot`)} AS slot_at, ${pieceIn(sql`slot`, stretch)} AS staffed_ms, cityHash64(shift_key, slot) AS key_hash
  FROM (
    SELECT source, staff, point_code, counter, staff_class, started_at, ended_at, worked_on, file, line, key_hash AS shift_key,
      toUnixTimestamp64Milli(started_at) AS began_ms, toUnixTimestamp64Milli(ended_at) AS ended_ms,
      ended_ms - began_ms - toInt64(paused_ms) AS counting_ms, ${slotsOf(sql`began_ms`, sql`ended_ms`)} AS slot
    FROM ${shifts}
  )
) AS staffed`;

/** Shifts cut into half-hours, by the day on which they began. */
export const staffed: Fact = {
  entity: 'staffed',
  table: 'shift',
  day: 'worked_on',
  columns: shift.columns,
  halfHour: halfHourOf('slot_at'),
  detail: [
    ...columnsOf('text', 'staff', 'point_code', 'counter', 'staff_class'),
    ...columnsOf('day', 'worked_on'),
    ...columnsOf('instant', 'slot_at'),
    ...columnsOf('duration_ms', 'staffed_ms'),
    ...columnsOf('instant', 'started_at', 'ended_at'),
    ...ORIGIN,
  ],
  order: ['slot_at', 'source', 'staff', 'started_at'],
  derived: (rows) => pieces(rows(shift)),
};
