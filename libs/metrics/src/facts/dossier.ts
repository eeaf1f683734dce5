import { columnsOf, type Fact, ORIGIN } from './fact';

/** Dossiers, by the day of reception unless a metric counts by the due day or the day of settlement. */
export const dossier: Fact = {
  entity: 'dossier',
  table: 'dossier',
  day: 'received_on',
  columns: {
    point: 'point_code',
    field: 'field_code',
    procedure: 'procedure_code',
    channel: 'channel',
    agent: 'agent',
    source: 'source',
  },
  halfHour: null,
  detail: [
    ...columnsOf('text', 'dossier_code', 'point_code'),
    ...columnsOf('instant', 'received_at', 'due_at', 'finished_at'),
    ...columnsOf('number', 'status', 'supplement_requests'),
    ...columnsOf('text', 'field_code', 'procedure_code', 'channel', 'agent', 'authority_code'),
    ...columnsOf('instant', 'first_due_at', 'returned_at'),
    ...columnsOf('duration_ms', 'paused_ms'),
    ...columnsOf('day', 'received_on', 'due_on', 'finished_on'),
    ...ORIGIN,
  ],
  order: ['received_at', 'source', 'dossier_code'],
  keepFirst: [{ column: 'first_due_at', day: 'first_due_on' }],
};
