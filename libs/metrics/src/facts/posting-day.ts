import { sql, type Sql } from '@evenhand/warehouse';
import { columnsOf, type Fact, ORIGIN } from './fact';
import { staffPosting } from './staff-posting';

const days = (postings: Sql): Sql => sql`(
  SELECT source, staff, point_code, staff_class, role, permitted_actions, started_on, ended_on, file, line,
    arrayJoin(arrayFilter(day -> day >= started_on AND (isNull(ended_on) OR day < assumeNotNull(ended_on)),
      (SELECT groupUniqArray(day) FROM working_day))) AS posted_on,
    cityHash64(posting_key, posted_on) AS key_hash
  FROM (SELECT *, key_hash AS posting_key FROM ${postings})
) AS posting_day`;

/** Postings multiplied out: one member of staff who belongs to a point on a working day. */
export const postingDay: Fact = {
  entity: 'posting_day',
  table: 'staff_posting',
  day: 'posted_on',
  columns: staffPosting.columns,
  halfHour: null,
  detail: [
    ...columnsOf('text', 'staff', 'point_code', 'staff_class', 'role', 'permitted_actions'),
    ...columnsOf('day', 'posted_on', 'started_on', 'ended_on'),
    ...ORIGIN,
  ],
  order: ['posted_on', 'source', 'staff', 'point_code', 'started_on'],
  isToldRarely: true,
  derived: (rows) => days(rows(staffPosting)),
};
