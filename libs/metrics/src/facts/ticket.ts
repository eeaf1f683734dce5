import { sql } from '@evenhand/warehouse';
import { columnsOf, type Fact, ORIGIN } from './fact';

/** Queue tickets, by the day of issue. */
export const ticket: Fact = {
  entity: 'ticket',
  table: 'ticket',
  day: 'issued_on',
  columns: {
    point: 'point_code',
    field: 'field_code',
    procedure: 'procedure_code',
    channel: 'channel',
    counter: 'counter',
    agent: 'agent',
    outcome: 'outcome',
    source: 'source',
  },
  halfHour: () => sql`half_hour`,
  detail: [
    ...columnsOf('text', 'ticket_id', 'point_code'),
    ...columnsOf('instant', 'issued_at', 'first_called_at'),
    ...columnsOf('duration_ms', 'wait_ms', 'waited_until_left_ms', 'service_ms'),
    ...columnsOf('text', 'outcome', 'field_code', 'procedure_code', 'channel', 'counter', 'agent', 'priority'),
    ...columnsOf('instant', 'last_called_at', 'started_at', 'finished_at', 'left_at'),
    ...columnsOf('text', 'dossier_code'),
    ...ORIGIN,
  ],
  order: ['issued_at', 'source', 'ticket_id'],
};
