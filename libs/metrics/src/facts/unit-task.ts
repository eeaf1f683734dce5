import { columnsOf, type Fact, ORIGIN } from './fact';
import { halfHourOf } from './half-hour';

/** Tasks that a unit must finish by a date, by the day on which they were given to it. */
export const unitTask: Fact = {
  entity: 'unit_task',
  table: 'unit_task',
  day: 'assigned_on',
  columns: { point: 'point_code', agent: 'staff', source: 'source' },
  halfHour: halfHourOf('assigned_at'),
  detail: [
    ...columnsOf('text', 'task_id', 'kind', 'point_code', 'unit', 'staff', 'subject', 'dossier_code'),
    ...columnsOf('instant', 'assigned_at', 'due_at', 'finished_at'),
    ...ORIGIN,
  ],
  order: ['assigned_at', 'source', 'kind', 'task_id'],
};
