import { param, sql, trusted } from '@evenhand/warehouse';
import { columnsOf, type DetailColumn, ORIGIN } from '../../facts/fact';
import { cityRequirement, ONE_STOP, TWO_LEVELS } from '../citations';
import { at, example, on, standard, threshold } from '../declare';
import type { ExampleRow, StandardDefinition } from '../standard';

const TICKET_COLUMNS: readonly DetailColumn[] = [
  ...columnsOf('text', 'ticket_id', 'field_code', 'channel', 'counter', 'outcome'),
  ...columnsOf('instant', 'issued_at', 'first_called_at'),
  ...columnsOf('number', 'transfers'),
  ...ORIGIN,
];
const ticketSelect = trusted(TICKET_COLUMNS.map(({ id }) => id).join(', '));

const TASK_COLUMNS: readonly DetailColumn[] = [
  ...columnsOf('text', 'task_id', 'kind', 'unit', 'subject', 'dossier_code'),
  ...columnsOf('instant', 'assigned_at', 'due_at', 'finished_at'),
  ...ORIGIN,
];
const taskSelect = trusted(TASK_COLUMNS.map(({ id }) => id).join(', '));

const ticket = (id: string, outcome: string, more: ExampleRow = {}): ExampleRow => ({
  source: 'queue',
  ticket_id: id,
  point_code: 'P',
  outcome,
  issued_at: at('05 15:00'),
  issued_on: on('05'),
  ...more,
});
const task = (id: string, finished: string | null, kind = 'department_step'): ExampleRow => ({
  source: 'tasks',
  task_id: id,
  kind,
  point_code: 'P',
  unit: 'land_office',
  assigned_at: at('05 09:00'),
  assigned_on: on('05'),
  due_at: at('09 17:00'),
  finished_at: finished,
});

/** Rules about how a day at the counters goes, and about work that passes between units. */
export const QUEUE_RULES: readonly StandardDefinition[] = [
  standard({
    id: 'nobody_left_at_closing',
    label: { vi: 'Hết việc mới hết giờ', en: 'Nobody is left waiting at closing' },
    promise: {
      vi: 'Làm hết việc trong ngày: mọi người còn chờ khi đóng cửa đều được phục vụ.',
      en: 'The day’s work is finished: whoever still waits at closing is served.',
    },
    clock: {
      vi: 'Trong ngày cấp phiếu; người tự bỏ về không tính là vi phạm. Theo ngày cấp phiếu.',
      en: 'Within the day of issue; who left by choice breaks no rule. By day of issue.',
    },
    citations: cityRequirement('Yêu cầu “làm hết việc, không làm hết giờ”', 'Requirement of “all the work, not all the hours”', TWO_LEVELS),
    judging: {
      kind: 'cases',
      feeds: ['ticket'],
      registers: [],
      columns: TICKET_COLUMNS,
      rows: ({ range: { from, to }, toldUntil }) => sql`
        SELECT point_code, issued_on AS day, outcome = 'closed_by_system' OR (outcome = 'waiting' AND ifNull(issued_on < ${toldUntil('ticket')}, false)) AS is_breach, ${ticketSelect}
        FROM ticket WHERE outcome != 'void' AND issued_on >= ${param('Date', from)} AND issued_on < ${param('Date', to)}`,
    },
    examples: [
      example(
        ['Được phục vụ, vắng mặt, tự bỏ về', 'Served, absent when called, left by choice'],
        { ticket: [ticket('1', 'served'), ticket('2', 'no_show'), ticket('3', 'abandoned')] },
        ['pass', 3, 0],
      ),
      example(
        ['Hệ thống đóng phiếu khi hết giờ', 'Closed by the system at the end of the day'],
        { ticket: [ticket('1', 'served'), ticket('2', 'closed_by_system'), ticket('3', 'void')] },
        ['fail', 2, 1],
      ),
      example(
        ['Đang chờ trong ngày thì chưa phải vi phạm', 'Who waits on the same day is not yet a breach'],
        { ticket: [ticket('1', 'waiting')] },
        ['pass', 1, 0],
        { toldUntil: on('05') },
      ),
    ],
  }),
  standard({
    id: 'single_contact',
    label: { vi: 'Một đầu mối', en: 'A single contact' },
    promise: {
      vi: 'Người dân làm việc với một đầu mối, không bị chuyển quầy quá một lần.',
      en: 'People deal with one place and are moved to another counter once at most.',
    },
    clock: {
      vi: 'Số lần chuyển quầy của phiếu được phục vụ. Theo ngày cấp phiếu.',
      en: 'Moves of a ticket that was served. By day of issue.',
    },
    citations: cityRequirement(
      'Yêu cầu một đầu mối ở cấp phường, xã',
      'Requirement of a single focal point in wards and communes',
      TWO_LEVELS,
    ),
    thresholds: [threshold('transfers', ['Số lần chuyển tối đa', 'Most moves'], 'count', 1, { most: 10 })],
    judging: {
      kind: 'cases',
      feeds: ['ticket'],
      registers: [],
      columns: TICKET_COLUMNS,
      rows: ({ range: { from, to }, limits }) => sql`
        SELECT point_code, issued_on AS day, transfers > ${param('Float64', limits['transfers'])} AS is_breach, ${ticketSelect}
        FROM ticket WHERE outcome = 'served' AND issued_on >= ${param('Date', from)} AND issued_on < ${param('Date', to)}`,
    },
    examples: [
      example(['Chuyển một lần', 'Moved once'], { ticket: [ticket('1', 'served', { transfers: 1 })] }, ['pass', 1, 0]),
      example(
        ['Chuyển hai lần', 'Moved twice'],
        { ticket: [ticket('1', 'served', { transfers: 2 }), ticket('2', 'abandoned', { transfers: 5 })] },
        ['fail', 1, 1],
      ),
    ],
  }),
  standard({
    id: 'units_on_time',
    label: { vi: 'Đơn vị phối hợp đúng hạn', en: 'Other units do their part in time' },
    promise: {
      vi: 'Cơ quan liên thông và sở, ngành hoàn thành phần việc của hồ sơ đúng hạn được giao.',
      en: 'Agencies and departments finish their part of a dossier by the date given to them.',
    },
    clock: {
      vi: 'Từ lúc giao đến thời hạn được giao; quá hạn mà chưa xong cũng là vi phạm. Theo ngày giao.',
      en: 'From assignment to the date given; what is unfinished beyond it breaks the rule as well. By day of assignment.',
    },
    citations: ONE_STOP,
    judging: {
      kind: 'cases',
      feeds: [],
      registers: ['unit_task'],
      columns: TASK_COLUMNS,
      rows: ({ range: { from, to }, zone, toldUntil }) => sql`
        SELECT point_code, assigned_on AS day, if(isNull(finished_at), 1, assumeNotNull(finished_at) > assumeNotNull(due_at)) AS is_breach, ${taskSelect}
        FROM unit_task WHERE kind IN ('interlinked', 'department_step') AND isNotNull(due_at) AND assigned_on >= ${param('Date', from)} AND assigned_on < ${param('Date', to)}
          AND (isNotNull(finished_at) OR ifNull(toDate(assumeNotNull(due_at), ${zone}) < ${toldUntil('unit_task')}, false))`,
    },
    examples: [
      example(['Xong đúng thời điểm đến hạn', 'Finished at the very instant'], { unit_task: [task('1', at('09 17:00'))] }, ['pass', 1, 0]),
      example(
        ['Trễ một phút; văn bản thường không tính', 'A minute late; an ordinary document is no case'],
        { unit_task: [task('1', at('09 17:01')), task('2', at('20 17:01'), 'document')] },
        ['fail', 1, 1],
      ),
      example(['Chưa xong khi đã quá hạn', 'Unfinished when the date has passed'], { unit_task: [task('1', null)] }, ['fail', 1, 1]),
    ],
  }),
];
