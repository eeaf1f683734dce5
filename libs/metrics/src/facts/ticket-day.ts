import type { Fact } from './fact';

/** Tickets added up per point, day, field, channel and source. */
export const ticketDay: Fact = {
  entity: 'ticket',
  table: 'ticket_day',
  day: 'day',
  columns: { point: 'point_code', field: 'field_code', channel: 'channel', source: 'source' },
  halfHour: null,
  detail: [],
  order: ['day', 'point_code', 'field_code', 'channel', 'source'],
};
