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
    ...columnsOf('text', 'dossier_code', 'point_code', 'authority_code', 'field_code', 'procedure_code', 'channel', 'agent'),
    ...columnsOf('number', 'status'),
    ...columnsOf('instant', 'received_at', 'first_due_at', 'due_at', 'finished_at', 'returned_at'),
    ...columnsOf('day', 'received_on', 'due_on', 'finished_on'),
    ...columnsOf('number', 'supplement_requests'),
    ...columnsOf('duration_ms', 'paused_ms'),
    ...ORIGIN,
  ],
  order: ['received_at', 'source', 'dossier_code'],
};
