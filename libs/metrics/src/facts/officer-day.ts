import { sql, type Sql } from '@evenhand/warehouse';
import { columnsOf, type Fact } from './fact';
import { isPlausibleService } from './work';
import { shift } from './shift';
import { ticket } from './ticket';

const perOfficer = (
  shifts: Sql,
  tickets: Sql,
): Sql => sql`SELECT point_code, agent, worked_on, sum(staffed_piece) AS staffed_ms, sum(work_piece) AS work_ms, sum(is_service) AS services
    FROM (
      SELECT toString(point_code) AS point_code, toString(staff) AS agent, worked_on,
        dateDiff('millisecond', started_at, ended_at) - toInt64(paused_ms) AS staffed_piece, toInt64(0) AS work_piece, 0 AS is_service
      FROM ${shifts} WHERE staff_class != 'helper'
      UNION ALL
      SELECT toString(point_code), toString(agent), issued_on, toInt64(0), assumeNotNull(service_ms), 1 FROM ${tickets}
      WHERE agent != '' AND ${isPlausibleService}
    )
    GROUP BY point_code, agent, worked_on HAVING staffed_ms > 0`;

const ofPoint = sql`OVER (PARTITION BY point_code, worked_on)`;

// Whoever sat at the counter for half of the point's time is due half of its work.
const withDue = (officers: Sql): Sql => sql`(
  SELECT *, cityHash64(point_code, agent, worked_on) AS key_hash, count() ${ofPoint} AS officers,
    (sum(work_ms) ${ofPoint} * staffed_ms / sum(staffed_ms) ${ofPoint}) AS due_ms
  FROM (${officers})
) AS officer_day`;

/** One officer on one day at one point: how long at a counter, how long serving, and the serving time due by the time at the counter. */
export const officerDay: Fact = {
  entity: 'officer_day',
  table: 'shift',
  day: 'worked_on',
  columns: { point: 'point_code' },
  halfHour: null,
  detail: [
    ...columnsOf('text', 'agent', 'point_code'),
    ...columnsOf('day', 'worked_on'),
    ...columnsOf('duration_ms', 'staffed_ms', 'work_ms', 'due_ms'),
    ...columnsOf('number', 'services', 'officers'),
  ],
  order: ['worked_on', 'point_code', 'agent'],
  derived: (rows) => withDue(perOfficer(rows(shift), rows(ticket))),
};
