import { code, day, required, text } from '../column';
import type { EntityContract } from '../entity-contract';
import { reject } from '../law';

export const intervention: EntityContract = {
  entity: 'intervention',
  label: { vi: 'Biện pháp, thay đổi', en: 'Dated change' },
  columns: [
    text('intervention_id', 'mã biện pháp', 'intervention id', required),
    code('kind', 'loại biện pháp', 'kind', {
      allowed: ['staff_move', 'opening_hours', 'result_return', 'campaign', 'boundary_change', 'reorganisation', 'software', 'other'],
    }),
    code('point_code', 'mã điểm phục vụ', 'service point code', { place: 'point' }),
    day('started_on', 'ngày bắt đầu', 'first day', required),
    day('ended_on', 'ngày kết thúc', 'last day'),
    text('title_vi', 'tên tiếng Việt', 'Vietnamese title', { required: true, isShown: true }),
    text('title_en', 'tên tiếng Anh', 'English title', { otherwise: 'told_title_vi', isShown: true }),
  ],
  derived: [],
  identity: ['intervention_id', 'point_code'],
  cohortDay: 'started_on',
  keepFirst: [],
  tells: (zone) => [`toDateTime64(started_on, 3, '${zone}')`],
  laws: [reject('ended_before_started', 'ended_on < started_on', 'Kết thúc trước khi bắt đầu.', 'Ended before it started.')],
};
