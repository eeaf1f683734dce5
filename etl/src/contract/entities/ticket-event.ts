import { code, instant, pseudonym, required, text } from '../column';
import type { EntityContract } from '../entity-contract';
import { notFromTheFuture } from '../law';
import { dayOf } from '../time-sql';

/** What can happen to a queue ticket, in the order in which it is taken when several things happen at one instant. */
export const TICKET_EVENTS = [
  'issued',
  'transferred',
  'returned',
  'called',
  'recalled',
  'started',
  'finished',
  'no_show',
  'abandoned',
  'cancelled',
  'closed',
] as const;
export type TicketEvent = (typeof TICKET_EVENTS)[number];

export const ticketEvent: EntityContract = {
  entity: 'ticket_event',
  label: { vi: 'Sự kiện của phiếu lấy số', en: 'Event of a queue ticket' },
  columns: [
    text('ticket_id', 'mã phiếu', 'ticket id', required),
    text('event_id', 'mã sự kiện', 'event id', required),
    code('event', 'sự kiện', 'event', { required: true, allowed: TICKET_EVENTS }),
    code('point_code', 'mã điểm phục vụ', 'service point code', { required: true, place: 'point' }),
    code('field_code', 'mã lĩnh vực', 'field code'),
    code('procedure_code', 'mã thủ tục', 'procedure code'),
    code('channel', 'kênh thực hiện', 'channel'),
    code('counter', 'quầy', 'counter'),
    pseudonym('agent', 'người phục vụ', 'agent'),
    code('priority', 'thứ tự ưu tiên', 'priority'),
    instant('happened_at', 'thời điểm xảy ra', 'time of the event', required),
    text('dossier_code', 'mã hồ sơ', 'dossier code'),
  ],
  derived: [{ name: 'happened_on', sql: dayOf('happened_at') }],
  identity: ['ticket_id', 'event_id'],
  cohortDay: 'happened_on',
  keepFirst: [],
  tells: () => ['happened_at'],
  laws: [
    // It would stay the last event of its ticket until that day.
    notFromTheFuture('happened_at', 'Thời điểm xảy ra ở tương lai.', 'Happened in the future.'),
  ],
};
