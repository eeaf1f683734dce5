import { code, contact, instant, pseudonym, required, text, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { endsAfterStart, flag, knownChannel, notFromTheFuture, reject } from '../law';
import { dayOf, msBetween } from '../time-sql';

/** How a ticket can end; `waiting` has not ended. */
export const TICKET_OUTCOMES = ['served', 'no_show', 'abandoned', 'waiting', 'closed_by_system', 'void'] as const;

/** Services outside these bounds are a button pressed late or never: they count for no workload. */
export const SERVICE_BOUNDS_MS = { shortest: 10_000, longest: 4 * 3_600_000 } as const;

const MS_PER_DAY = 86_400_000;

export const ticket: EntityContract = {
  entity: 'ticket',
  label: { vi: 'Phiếu lấy số', en: 'Queue ticket' },
  columns: [
    text('ticket_id', 'mã phiếu', 'ticket id', required),
    code('point_code', 'mã điểm phục vụ', 'service point code', { required: true, place: 'point' }),
    code('field_code', 'mã lĩnh vực', 'field code'),
    code('procedure_code', 'mã thủ tục', 'procedure code'),
    code('channel', 'kênh thực hiện', 'channel'),
    code('counter', 'quầy', 'counter'),
    pseudonym('agent', 'người phục vụ', 'agent'),
    code('priority', 'thứ tự ưu tiên', 'priority'),
    instant('issued_at', 'thời điểm lấy số', 'time of issue', required),
    instant('first_called_at', 'thời điểm gọi lần đầu', 'time of the first call'),
    instant('last_called_at', 'thời điểm gọi lần cuối', 'time of the last call', { otherwise: 'told_first_called_at' }),
    instant('started_at', 'thời điểm bắt đầu phục vụ', 'start of service'),
    instant('finished_at', 'thời điểm kết thúc phục vụ', 'end of service'),
    instant('left_at', 'thời điểm rời đi', 'time of leaving'),
    code('outcome', 'kết quả phiếu', 'outcome', { required: true, allowed: TICKET_OUTCOMES }),
    text('dossier_code', 'mã hồ sơ', 'dossier code'),
    whole('transfers', 'số lần chuyển quầy', 'transfers', { range: [0, 1000] }),
    whole('later_wait_ms', 'thời gian chờ các lượt sau', 'wait of later legs', { range: [0, MS_PER_DAY] }),
    contact('contact', 'liên hệ của người dân', 'contact'),
  ],
  derived: [
    { name: 'issued_on', sql: dayOf('issued_at') },
    { name: 'half_hour', sql: (zone) => `toUInt8(toHour(issued_at, '${zone}') * 2 + (toMinute(issued_at, '${zone}') >= 30))` },
    { name: 'wait_ms', sql: () => msBetween('issued_at', 'coalesce(first_called_at, started_at)') },
    {
      name: 'waited_until_left_ms',
      sql: () => `if(isNull(first_called_at) AND isNull(started_at), ${msBetween('issued_at', 'left_at')}, NULL)`,
    },
    // Serving stops while somebody who was sent on waits again.
    { name: 'service_ms', sql: () => `${msBetween('started_at', 'finished_at')} - toInt64(later_wait_ms)` },
  ],
  identity: ['ticket_id'],
  cohortDay: 'issued_on',
  keepFirst: [],
  tells: () => ['issued_at', 'last_called_at', 'started_at', 'finished_at', 'left_at'],
  laws: [
    ...endsAfterStart('called_before_issued', ['issued_at', 'first_called_at'], 'Gọi số trước khi lấy số', 'Called before it was issued'),
    ...endsAfterStart(
      'started_before_issued',
      ['issued_at', 'started_at'],
      'Bắt đầu phục vụ trước khi lấy số',
      'Service began before the ticket was issued',
    ),
    ...endsAfterStart(
      'finished_before_started',
      ['started_at', 'finished_at'],
      'Kết thúc phục vụ trước khi bắt đầu',
      'Service ended before it began',
    ),
    ...endsAfterStart('left_before_issued', ['issued_at', 'left_at'], 'Rời đi trước khi lấy số', 'Left before the ticket was issued'),
    reject(
      'wait_longer_than_a_day',
      `wait_ms > ${MS_PER_DAY}`,
      'Chờ quá 24 giờ: số thứ tự chỉ có giá trị trong ngày.',
      'Waited for more than 24 hours: a number is good for its day only.',
    ),
    reject('service_longer_than_a_day', `service_ms > ${MS_PER_DAY}`, 'Phục vụ quá 24 giờ.', 'Served for more than 24 hours.'),
    flag(
      'called_last_before_first',
      'last_called_at < first_called_at',
      'Lần gọi cuối trước lần gọi đầu.',
      'The last call is before the first.',
    ),
    flag(
      'served_without_service',
      "outcome = 'served' AND isNull(first_called_at) AND isNull(started_at)",
      'Đã phục vụ nhưng không có lần gọi hay giờ bắt đầu.',
      'Served, but neither called nor started.',
    ),
    flag(
      'service_too_short',
      `service_ms >= 0 AND service_ms < ${SERVICE_BOUNDS_MS.shortest}`,
      'Thời gian phục vụ dưới 10 giây.',
      'Served for less than 10 seconds.',
    ),
    flag('service_too_long', `service_ms > ${SERVICE_BOUNDS_MS.longest}`, 'Thời gian phục vụ trên 4 giờ.', 'Served for more than 4 hours.'),
    knownChannel,
    notFromTheFuture('issued_at', 'Thời điểm lấy số ở tương lai.', 'Issued in the future.'),
  ],
};
