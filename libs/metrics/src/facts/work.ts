import { sql, type Sql } from '@evenhand/warehouse';
import { isOwnTask, taskMs } from '../workload/task-minutes';
import { columnsOf, type Fact, ORIGIN } from './fact';
import { halfHourOf } from './half-hour';
import { pieceIn, slotsOf, slotStart, type Stretch } from './staffed';
import { ticket } from './ticket';
import { unitTask } from './unit-task';

/** Services outside these bounds are a button pressed late or never: they are no work. */
export const isPlausibleService = sql`outcome != 'void' AND ifNull(service_ms BETWEEN 10000 AND 14400000, false)`;

const stretch: Stretch = { from: sql`began_ms`, to: sql`ended_ms`, counts: sql`served_ms` };

const services = (
  tickets: Sql,
): Sql => sql`SELECT toString(source) AS source, toString(point_code) AS point_code, toString(counter) AS counter,
    toString(agent) AS agent, 'service' AS kind, ticket_id AS reference, issued_on AS worked_on, ${slotStart(sql`slot`)} AS slot_at,
    ${pieceIn(sql`slot`, stretch)} AS work_ms, toString(file) AS file, line, cityHash64(ticket_key, slot) AS key_hash
  FROM (
    SELECT source, point_code, counter, agent, ticket_id, issued_on, file, line, key_hash AS ticket_key,
      toUnixTimestamp64Milli(assumeNotNull(started_at)) AS began_ms, toUnixTimestamp64Milli(assumeNotNull(finished_at)) AS ended_ms,
      assumeNotNull(service_ms) AS served_ms, ${slotsOf(sql`began_ms`, sql`ended_ms`)} AS slot
    FROM ${tickets}
    WHERE ${isPlausibleService} AND started_at IS NOT NULL AND finished_at > started_at
  )`;

const tasks = (
  given: Sql,
): Sql => sql`SELECT toString(source), toString(point_code), '', toString(staff), 'task', task_id, assigned_on, assigned_at,
    ${taskMs}, toString(file), line, key_hash
  FROM ${given}
  WHERE ${isOwnTask}`;

/**
 * Pieces of work: services cut into half-hours, by the day of the ticket, and tasks with their standard time, in the half-hour
 * and on the day in which they were given.
 */
export const work: Fact = {
  entity: 'work',
  table: 'ticket',
  day: 'worked_on',
  columns: { point: 'point_code', counter: 'counter', agent: 'agent', source: 'source' },
  halfHour: halfHourOf('slot_at'),
  detail: [
    ...columnsOf('text', 'kind', 'reference', 'point_code', 'counter', 'agent'),
    ...columnsOf('day', 'worked_on'),
    ...columnsOf('instant', 'slot_at'),
    ...columnsOf('duration_ms', 'work_ms'),
    ...ORIGIN,
  ],
  order: ['slot_at', 'source', 'kind', 'reference'],
  derived: (rows) => sql`(
  ${services(rows(ticket))}
  UNION ALL
  ${tasks(rows(unitTask))}
) AS work`,
};
