import { columnsOf, type Fact, ORIGIN } from './fact';
import { halfHourOf } from './half-hour';

/** Steps of dossiers, by the day on which they happened. */
export const dossierEvent: Fact = {
  entity: 'dossier_event',
  table: 'dossier_event',
  day: 'happened_on',
  columns: { point: 'point_code', agent: 'agent', source: 'source' },
  halfHour: halfHourOf('happened_at'),
  detail: [
    ...columnsOf('text', 'dossier_code', 'step_id', 'step', 'point_code', 'unit', 'agent', 'agent_class'),
    ...columnsOf('instant', 'happened_at', 'step_due_at'),
    ...columnsOf('number', 'status'),
    ...ORIGIN,
  ],
  order: ['happened_at', 'source', 'dossier_code', 'step_id'],
};
