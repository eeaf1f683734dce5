import { code, day, pseudonym, required, text, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { notFromTheFuture } from '../law';
import { ACTIVITIES } from '../registers/activities';

export const activityCount: EntityContract = {
  entity: 'activity_count',
  label: { vi: 'Số lượt theo hoạt động', en: 'Count of an activity' },
  columns: [
    code('point_code', 'mã điểm phục vụ', 'service point code', { required: true, place: 'point' }),
    day('counted_on', 'ngày', 'day', required),
    code('activity', 'hoạt động', 'activity', { required: true, allowed: Object.keys(ACTIVITIES) }),
    code('category', 'nhóm', 'category'),
    pseudonym('staff', 'mã nhân sự', 'staff pseudonym'),
    text('reference', 'mã sự kiện', 'reference'),
    whole('quantity', 'số lượt', 'quantity', { required: true, range: [0, 4_294_967_295] }),
    whole('minutes', 'số phút', 'minutes', { range: [0, 4_294_967_295] }),
  ],
  derived: [],
  identity: ['point_code', 'counted_on', 'activity', 'category', 'staff', 'reference'],
  cohortDay: 'counted_on',
  keepFirst: [],
  tells: (zone) => [`toDateTime64(counted_on, 3, '${zone}')`],
  laws: [notFromTheFuture('toDateTime64(counted_on, 3)', 'Ngày ở tương lai.', 'Counted in the future.')],
};
