import { columnsOf, type Fact, ORIGIN } from './fact';
import { halfHourOf } from './half-hour';

/** Answers to "how was it", by the day on which they were given. */
export const rating: Fact = {
  entity: 'rating',
  table: 'rating',
  day: 'rated_on',
  columns: { point: 'point_code', field: 'field_code', channel: 'channel', source: 'source' },
  halfHour: halfHourOf('rated_at'),
  detail: [
    ...columnsOf('text', 'rating_id', 'point_code', 'field_code', 'channel', 'device', 'ticket_id', 'dossier_code'),
    ...columnsOf('instant', 'rated_at'),
    ...columnsOf('number', 'level', 'scale'),
    ...ORIGIN,
  ],
  order: ['rated_at', 'source', 'rating_id'],
};
