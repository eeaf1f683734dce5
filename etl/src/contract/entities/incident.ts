import { code, instant, required, text, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { endsAfterStart, notFromTheFuture } from '../law';
import { dayOf } from '../time-sql';

export const incident: EntityContract = {
  entity: 'incident',
  label: { vi: 'Sự cố hệ thống', en: 'Outage of a shared system' },
  columns: [
    text('incident_id', 'mã sự cố', 'incident id', required),
    code('system', 'hệ thống', 'system', required),
    code('point_code', 'mã điểm phục vụ', 'service point code', { place: 'point' }),
    instant('started_at', 'thời điểm bắt đầu', 'start', required),
    instant('ended_at', 'thời điểm kết thúc', 'end'),
    code('effect', 'mức ảnh hưởng', 'effect', { allowed: ['outage', 'slow', 'errors'] }),
    whole('failed_calls', 'số lượt gọi lỗi', 'failed calls', { range: [0, 4_294_967_295] }),
  ],
  derived: [{ name: 'started_on', sql: dayOf('started_at') }],
  identity: ['incident_id'],
  cohortDay: 'started_on',
  keepFirst: [],
  tells: () => ['started_at', 'ended_at'],
  laws: [
    ...endsAfterStart('ended_before_started', ['started_at', 'ended_at'], 'Kết thúc trước khi bắt đầu', 'Ended before it started'),
    notFromTheFuture('started_at', 'Bắt đầu ở tương lai.', 'Started in the future.'),
  ],
};
