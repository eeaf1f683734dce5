import { columnsOf, type Fact, ORIGIN } from './fact';

/** Who belongs to which point and may do what there, by the first day of the posting. */
export const staffPosting: Fact = {
  entity: 'staff_posting',
  table: 'staff_posting',
  day: 'started_on',
  columns: { point: 'point_code', agent: 'staff', source: 'source' },
  halfHour: null,
  detail: [
    ...columnsOf('text', 'staff', 'point_code', 'staff_class', 'role', 'permitted_actions'),
    ...columnsOf('day', 'started_on', 'ended_on'),
    ...columnsOf('text', 'moved_from'),
    ...ORIGIN,
  ],
  order: ['started_on', 'source', 'staff', 'point_code'],
  isToldRarely: true,
};
