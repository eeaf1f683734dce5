import { columnsOf, type Fact, ORIGIN } from './fact';

/** How often something happened that is only counted, by the day counted. */
export const activityCount: Fact = {
  entity: 'activity_count',
  table: 'activity_count',
  day: 'counted_on',
  columns: { point: 'point_code', agent: 'staff', source: 'source' },
  halfHour: null,
  detail: [
    ...columnsOf('text', 'activity', 'point_code', 'category', 'staff', 'reference'),
    ...columnsOf('day', 'counted_on'),
    ...columnsOf('number', 'quantity', 'minutes'),
    ...ORIGIN,
  ],
  order: ['counted_on', 'activity', 'point_code', 'source', 'category', 'staff', 'reference'],
};
