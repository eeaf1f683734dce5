import { sql, type Sql } from '@evenhand/warehouse';
import { columnsOf, type Fact } from './fact';
import { ticket } from './ticket';

/** In line: nobody called them, and nobody saw them leave. */
const STILL_IN_LINE = sql`wait_ms IS NULL AND waited_until_left_ms IS NULL AND outcome = 'waiting'`;

const added = (tickets: Sql): Sql => sql`(
  SELECT point_code, issued_on AS day, half_hour, toInt64(count()) AS tickets, toInt64(countIf(wait_ms IS NOT NULL)) AS called,
    sumIf(assumeNotNull(wait_ms), wait_ms IS NOT NULL) AS wait_sum_ms,
    groupArrayIf(assumeNotNull(coalesce(wait_ms, waited_until_left_ms)), coalesce(wait_ms, waited_until_left_ms) IS NOT NULL) AS waits,
    groupArrayIf((issued_at, toString(source)), ${STILL_IN_LINE}) AS in_line,
    cityHash64(point_code, day, half_hour) AS key_hash
  FROM ${tickets} WHERE outcome != 'void' GROUP BY point_code, day, half_hour
) AS queue_slot`;

/** Half-hours of the queue of a point in which somebody took a ticket, by the day and half-hour of issue. */
export const queueSlot: Fact = {
  entity: 'queue_slot',
  table: 'ticket',
  day: 'day',
  columns: { point: 'point_code' },
  halfHour: () => sql`half_hour`,
  detail: [
    ...columnsOf('text', 'point_code'),
    ...columnsOf('day', 'day'),
    ...columnsOf('number', 'half_hour', 'tickets', 'called'),
    ...columnsOf('duration_ms', 'wait_sum_ms'),
  ],
  order: ['day', 'half_hour', 'point_code'],
  derived: (rows) => added(rows(ticket)),
};
