import { code, instant, pseudonym, required, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { flag, reject } from '../law';
import { STAFF_CLASSES } from '../registers/staff';
import { dayOf, msBetween } from '../time-sql';

const STAFFED = `${msBetween('started_at', 'ended_at')} - toInt64(paused_ms)`;

export const shift: EntityContract = {
  entity: 'shift',
  label: { vi: 'Ca trực quầy', en: 'Shift at a counter' },
  columns: [
    pseudonym('staff', 'mã nhân sự', 'staff pseudonym', required),
    code('point_code', 'mã điểm phục vụ', 'service point code', { required: true, place: 'point' }),
    code('counter', 'quầy', 'counter'),
    code('staff_class', 'loại nhân sự', 'staff class', { allowed: STAFF_CLASSES }),
    instant('started_at', 'giờ vào ca', 'start of the shift', required),
    instant('ended_at', 'giờ hết ca', 'end of the shift', required),
    whole('paused_ms', 'thời gian tạm dừng', 'paused time', { range: [0, Number.MAX_SAFE_INTEGER] }),
  ],
  derived: [
    { name: 'worked_on', sql: dayOf('started_at') },
    { name: 'staffed_ms', sql: () => STAFFED },
  ],
  identity: ['staff', 'started_at'],
  cohortDay: 'worked_on',
  keepFirst: [],
  tells: () => ['started_at', 'ended_at'],
  laws: [
    reject('ended_before_started', 'ended_at < started_at', 'Hết ca trước khi vào ca.', 'The shift ended before it started.'),
    reject(
      'paused_longer_than_shift',
      'staffed_ms < 0 AND ended_at >= started_at',
      'Tạm dừng lâu hơn cả ca.',
      'Paused for longer than the shift.',
    ),
    reject('longer_than_a_week', 'staffed_ms > 604800000', 'Ca dài hơn 7 ngày.', 'The shift is longer than a week.'),
    flag('longer_than_a_day', 'staffed_ms > 86400000', 'Ca dài hơn 24 giờ.', 'The shift is longer than 24 hours.'),
    flag('from_the_future', 'started_at > latest_plausible', 'Giờ vào ca ở tương lai.', 'Started in the future.'),
  ],
};
