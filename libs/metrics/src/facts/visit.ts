import { identifier, join, sql, type Sql, trusted } from '@evenhand/warehouse';
import { columnsOf, type Fact, ORIGIN } from './fact';
import { ticket } from './ticket';

/** Whoever takes a number again within this time after the last one came to nothing is the same visit. */
const AGAIN_WITHIN_MINUTES = 15;

const KEPT = ['source', 'ticket_id', 'point_code', 'field_code', 'procedure_code', 'channel', 'counter', 'agent', 'outcome', 'file'];
const PLAIN = ['issued_at', 'issued_on', 'half_hour', 'wait_ms', 'waited_until_left_ms', 'line', 'key_hash'];

const names = (columns: readonly string[]): Sql => join(columns.map(identifier), ', ');
const asText = join(
  KEPT.map((column) => sql`toString(${identifier(column)}) AS ${identifier(column)}`),
  ', ',
);

/** When a number came to nothing, as far as the source tells. */
const ENDED_AT = sql`coalesce(left_at, last_called_at, first_called_at, issued_at)`;
const CAME_TO_NOTHING = sql`outcome IN ('void', 'abandoned', 'no_show', 'closed_by_system')`;

/** Tickets of people who can be told apart, each with the number of the visit it belongs to. */
const numbered = (tickets: Sql): Sql => sql`
  SELECT *, sum(is_new) OVER (PARTITION BY point_code, issued_on, contact ORDER BY issued_at, ticket_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS visit
  FROM (
    SELECT ${asText}, ${names(PLAIN)}, contact,
      ifNull(lagInFrame(if(${CAME_TO_NOTHING}, toNullable(${ENDED_AT}), NULL)) OVER earlier + toIntervalMinute(${trusted(String(AGAIN_WITHIN_MINUTES))}) < issued_at, 1) AS is_new
    FROM ${tickets} WHERE contact != ''
    WINDOW earlier AS (PARTITION BY point_code, issued_on, contact ORDER BY issued_at, ticket_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  )`;

const FIRST = ['issued_at', 'half_hour', 'ticket_id', 'file', 'line', 'key_hash'];
const LAST = [...KEPT.filter((column) => !FIRST.includes(column) && column !== 'point_code'), 'wait_ms', 'waited_until_left_ms'];

const told = (columns: readonly string[], pick: 'argMin' | 'argMax'): Sql =>
  join(
    columns.map(
      (column) => sql`${trusted(pick)}(tuple(${identifier(column)}), (issued_at, ticket_id)).1 AS ${identifier(`told_${column}`)}`,
    ),
    ', ',
  );

const renamed = join(
  [...FIRST, ...LAST.filter((column) => !column.startsWith('wait'))].map(
    (column) => sql`${identifier(`told_${column}`)} AS ${identifier(column)}`,
  ),
  ', ',
);

/** Numbers of one visit as one: it begins with the first and ends as the last. */
const joined = (tickets: Sql): Sql => sql`
  SELECT ${names([...KEPT, ...PLAIN])}, tickets FROM (
    SELECT ${renamed}, point_code, issued_on, tickets,
      told_wait_ms + before_ms AS wait_ms, told_waited_until_left_ms + before_ms AS waited_until_left_ms
    FROM (
      SELECT point_code, issued_on, ${told(FIRST, 'argMin')}, ${told(LAST, 'argMax')},
        dateDiff('millisecond', min(issued_at), max(issued_at)) AS before_ms, toUInt32(count()) AS tickets
      FROM (${numbered(tickets)}) GROUP BY point_code, issued_on, contact, visit
    )
  )`;

const visitsOf = (tickets: Sql): Sql => sql`(
  SELECT ${asText}, ${names(PLAIN)}, toUInt32(1) AS tickets FROM ${tickets} WHERE contact = ''
  UNION ALL
  ${joined(tickets)}
) AS visit`;

/**
 * People who came for a number: numbers that somebody took one after the other because the last came to nothing are one visit.
 * Where the source does not tell people apart each number is a visit of its own.
 */
export const visit: Fact = {
  entity: 'visit',
  table: 'ticket',
  day: 'issued_on',
  columns: ticket.columns,
  halfHour: () => sql`half_hour`,
  detail: [
    ...columnsOf('text', 'ticket_id', 'point_code'),
    ...columnsOf('instant', 'issued_at'),
    ...columnsOf('number', 'tickets'),
    ...columnsOf('duration_ms', 'wait_ms', 'waited_until_left_ms'),
    ...columnsOf('text', 'outcome', 'field_code', 'procedure_code', 'channel', 'counter', 'agent'),
    ...ORIGIN,
  ],
  order: ['issued_at', 'source', 'ticket_id'],
  derived: (rows) => visitsOf(rows(ticket)),
};
