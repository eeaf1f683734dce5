import { sql, type Sql } from '@evenhand/warehouse';
import { columnsOf, type Fact } from './fact';
import { halfHourOf } from './half-hour';
import { staffed } from './staffed';
import { work } from './work';

const added = (staffedPieces: Sql, workPieces: Sql): Sql => sql`(
  SELECT toString(point_code) AS point_code, worked_on, slot_at, sum(staffed_piece) AS staffed_ms, sum(work_piece) AS work_ms,
    uniqExactIf(person, staffed_piece > 0) AS officers, sum(is_service) AS services, cityHash64(point_code, worked_on, slot_at) AS key_hash
  FROM (
    SELECT toString(point_code) AS point_code, worked_on, slot_at, staffed_ms AS staffed_piece, toInt64(0) AS work_piece, toString(staff) AS person, 0 AS is_service
    FROM ${staffedPieces} WHERE staff_class != 'helper'
    UNION ALL
    SELECT point_code, worked_on, slot_at, toInt64(0), work_ms, '', 1 FROM ${workPieces} WHERE kind = 'service'
  )
  GROUP BY point_code, worked_on, slot_at
) AS point_slot`;

/** Half-hours of points: for how long counters were staffed in each, and for how long people were served. */
export const pointSlot: Fact = {
  entity: 'point_slot',
  table: 'shift',
  day: 'worked_on',
  columns: { point: 'point_code' },
  halfHour: halfHourOf('slot_at'),
  detail: [
    ...columnsOf('text', 'point_code'),
    ...columnsOf('day', 'worked_on'),
    ...columnsOf('instant', 'slot_at'),
    ...columnsOf('duration_ms', 'work_ms', 'staffed_ms'),
    ...columnsOf('number', 'officers', 'services'),
  ],
  order: ['slot_at', 'point_code'],
  derived: (rows) => added(rows(staffed), rows(work)),
};
