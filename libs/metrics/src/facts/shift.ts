import { columnsOf, type Fact, ORIGIN } from './fact';

/** People on counters, by the day on which they sat down. */
export const shift: Fact = {
  entity: 'shift',
  table: 'shift',
  day: 'worked_on',
  columns: { point: 'point_code', counter: 'counter', agent: 'staff', source: 'source' },
  halfHour: null,
  detail: [
    ...columnsOf('text', 'staff', 'point_code', 'counter', 'staff_class'),
    ...columnsOf('day', 'worked_on'),
    ...columnsOf('instant', 'started_at', 'ended_at'),
    ...columnsOf('duration_ms', 'staffed_ms', 'paused_ms'),
    ...ORIGIN,
  ],
  order: ['started_at', 'source', 'staff'],
};
