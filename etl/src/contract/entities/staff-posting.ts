import { code, day, pseudonym, required, text } from '../column';
import type { EntityContract } from '../entity-contract';
import { flag, reject } from '../law';
import { holdsUnknown, listOf } from '../registers/list-sql';
import { DECIDING_ACTIONS, PERMITTED_ACTIONS, STAFF_CLASSES, STAFF_ROLES } from '../registers/staff';

const ACTIONS = Object.keys(PERMITTED_ACTIONS);
const DECIDING = DECIDING_ACTIONS.map((action) => `'${action}'`).join(', ');

export const staffPosting: EntityContract = {
  entity: 'staff_posting',
  label: { vi: 'Bố trí nhân sự', en: 'Posting of a member of staff' },
  columns: [
    pseudonym('staff', 'mã nhân sự', 'staff pseudonym', required),
    code('point_code', 'mã điểm phục vụ', 'service point code', { required: true, place: 'point' }),
    code('staff_class', 'loại nhân sự', 'staff class', { required: true, allowed: STAFF_CLASSES }),
    code('role', 'vị trí việc làm', 'role', { allowed: Object.keys(STAFF_ROLES) }),
    day('started_on', 'ngày bắt đầu', 'first day', required),
    day('ended_on', 'ngày kết thúc', 'day after the last'),
    code('moved_from', 'đơn vị chuyển đến từ', 'unit moved from'),
    text('permitted_actions', 'quyền thao tác', 'permitted actions'),
  ],
  derived: [],
  identity: ['staff', 'point_code', 'started_on'],
  cohortDay: 'started_on',
  keepFirst: [],
  tells: (zone) => [`toDateTime64(started_on, 3, '${zone}')`],
  laws: [
    reject('ended_before_started', 'ended_on <= started_on', 'Kết thúc trước khi bắt đầu.', 'Ended before it began.'),
    reject(
      'action_unknown',
      holdsUnknown('permitted_actions', ACTIONS),
      `Có quyền thao tác không có trong danh mục: ${ACTIONS.join(', ')}.`,
      `A permitted action is none of: ${ACTIONS.join(', ')}.`,
    ),
    flag(
      'may_decide_without_being_civil_servant',
      `staff_class != 'civil_servant' AND hasAny([${DECIDING}], ${listOf('permitted_actions')})`,
      'Nhân sự không phải công chức được cấp quyền phê duyệt hoặc ký.',
      'Somebody who is no civil servant is permitted to approve or sign.',
    ),
  ],
};
