import { sql, type Sql } from '@evenhand/warehouse';
import { columnsOf, type Fact } from './fact';
import { ticket } from './ticket';

/** The register of rooms and equipment, each state by its first day. */
const premises: Fact = {
  entity: 'room_day',
  table: 'premises',
  day: 'valid_from',
  columns: { point: 'point_code' },
  halfHour: null,
  detail: [],
  order: ['valid_from', 'source', 'point_code'],
};

// Of a ticket that the system closed nobody knows how long its holder waited; whoever is in line yet stays to the end of what is told.
const WAITED = sql`wait_ms IS NOT NULL OR waited_until_left_ms IS NOT NULL OR outcome = 'waiting'`;
const CAME_MS = sql`toUnixTimestamp64Milli(issued_at)`;
const WENT_MS = sql`ifNull(${CAME_MS} + coalesce(wait_ms, waited_until_left_ms), 9223372036854775807)`;

/** How many tickets were issued at a point on a day, and the most people who waited at one time. */
const crowds = (tickets: Sql): Sql => sql`
  SELECT toString(point_code) AS point_code, issued_on AS day, toInt64(count()) AS tickets,
    toInt64(maxIntersectionsIf(${CAME_MS}, ${WENT_MS}, ${WAITED})) AS peak_waiting
  FROM ${tickets} WHERE outcome != 'void' GROUP BY point_code, day`;

const inRooms = (tickets: Sql, rooms: Sql): Sql => sql`(
  SELECT crowd.point_code AS point_code, day, tickets, peak_waiting, toInt64(seats) AS seats, toInt64(floor_area_m2) AS floor_area_m2,
    cityHash64(point_code, day) AS key_hash
  FROM (${crowds(tickets)}) AS crowd
  ASOF INNER JOIN (
    SELECT toString(point_code) AS room_point, valid_from, valid_to, seats, floor_area_m2 FROM ${rooms}
  ) AS room ON crowd.point_code = room_point AND crowd.day >= valid_from
  WHERE isNull(valid_to) OR day < assumeNotNull(valid_to)
) AS room_day`;

/** Days of points whose rooms are on the register and on which somebody took a ticket: how many came, against seats and floor area. */
export const roomDay: Fact = {
  entity: 'room_day',
  table: 'ticket',
  day: 'day',
  columns: { point: 'point_code' },
  halfHour: null,
  detail: [
    ...columnsOf('text', 'point_code'),
    ...columnsOf('day', 'day'),
    ...columnsOf('number', 'tickets', 'peak_waiting', 'seats', 'floor_area_m2'),
  ],
  order: ['day', 'point_code'],
  derived: (rows) => inRooms(rows(ticket), rows(premises)),
};
