import { code, instant, required, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { notFromTheFuture, reject } from '../law';
import { dayOf } from '../time-sql';

export const systemHour: EntityContract = {
  entity: 'system_hour',
  label: { vi: 'Tình trạng hệ thống theo giờ', en: 'Hour of a shared system' },
  columns: [
    code('system', 'hệ thống', 'system', required),
    code('point_code', 'mã điểm phục vụ', 'service point code', { place: 'point' }),
    instant('hour_at', 'giờ', 'hour', required),
    whole('calls', 'số lượt gọi', 'calls', { required: true, range: [0, 4_294_967_295] }),
    whole('failed_calls', 'số lượt gọi lỗi', 'failed calls', { range: [0, 4_294_967_295] }),
    whole('response_ms', 'tổng thời gian phản hồi (ms)', 'sum of response times (ms)', { range: [0, Number.MAX_SAFE_INTEGER] }),
    whole('slowest_ms', 'phản hồi chậm nhất (ms)', 'slowest response (ms)', { range: [0, 4_294_967_295] }),
    whole('down_minutes', 'số phút gián đoạn', 'minutes down', { range: [0, 60] }),
  ],
  derived: [{ name: 'hour_on', sql: dayOf('hour_at') }],
  identity: ['system', 'point_code', 'hour_at'],
  cohortDay: 'hour_on',
  keepFirst: [],
  tells: () => ['hour_at'],
  laws: [
    reject('more_failed_than_called', 'failed_calls > calls', 'Số lượt lỗi lớn hơn số lượt gọi.', 'More calls failed than were made.'),
    notFromTheFuture('hour_at', 'Giờ ở tương lai.', 'An hour of the future.'),
  ],
};
