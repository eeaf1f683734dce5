import { dossierCourses, dueInstants, param, sql, type Sql, trusted, workingTimeBetween } from '@evenhand/warehouse';
import { columnsOf } from '../../facts/fact';
import { INDEX_766, ONE_STOP } from '../citations';
import { at, DOSSIER_COLUMNS, DOSSIER_SELECT, example, on, standard, threshold } from '../declare';
import { WORKING_WEEK } from '../example-week';
import type { CaseContext, ExampleRow, StandardDefinition } from '../standard';

const columns = trusted(DOSSIER_SELECT);
const qualified = trusted(DOSSIER_COLUMNS.map(({ id }) => `d.${id} AS ${id}`).join(', '));
const received = ({ range: { from, to }, isWanted }: CaseContext) =>
  sql`received_on >= ${param('Date', from)} AND received_on < ${param('Date', to)} AND ${isWanted}`;

/** When the limit of each procedure ends, counted from reception without any stop of the clock. */
function limitsOf({ range, isWanted }: CaseContext): Sql {
  const courses = sql`SELECT * FROM (${dossierCourses(range)}) WHERE ${isWanted}`;
  return sql`SELECT c.case_id AS case_id, c.unit AS unit, e.due_at AS ends_at FROM (${courses}) AS c INNER JOIN (${dueInstants(courses)}) AS e ON e.case_id = c.case_id`;
}

const dossier = (code: string, more: ExampleRow = {}): ExampleRow => ({
  source: 'national',
  dossier_code: code,
  point_code: 'P',
  procedure_code: 'three-days',
  channel: 'direct',
  key_hash: Number(code),
  received_at: at('05 09:00'),
  received_on: on('05'),
  due_on: on('08'),
  status: 4,
  ...more,
});

const NATIONAL_RULE = INDEX_766.map((citation) => ({
  ...citation,
  article: { vi: 'Nhóm chỉ số tiến độ giải quyết', en: 'Group of indicators on progress' },
}));

/** Rules that every single dossier must keep. */
export const DOSSIER_RULES: readonly StandardDefinition[] = [
  standard({
    id: 'supplement_once',
    label: { vi: 'Yêu cầu bổ sung không quá một lần', en: 'One supplement request at most' },
    promise: {
      vi: 'Trong quá trình giải quyết, người dân chỉ bị yêu cầu bổ sung hồ sơ nhiều nhất một lần.',
      en: 'In the whole process people are asked for more papers at most once.',
    },
    clock: { vi: 'Theo ngày tiếp nhận.', en: 'By day of reception.' },
    citations: NATIONAL_RULE,
    thresholds: [threshold('requests', ['Số lần tối đa', 'Most requests'], 'count', 1, { most: 10 })],
    judging: {
      kind: 'cases',
      feeds: ['dossier'],
      registers: [],
      columns: [...columnsOf('number', 'supplement_requests'), ...DOSSIER_COLUMNS],
      rows: (context) => sql`
        SELECT point_code, received_on AS day, supplement_requests > ${param('Float64', context.limits['requests'])} AS is_breach, supplement_requests, ${columns}
        FROM dossier WHERE ${received(context)} AND status != 3`,
    },
    examples: [
      example(['Một lần là đạt', 'One request keeps the rule'], { dossier: [dossier('1', { supplement_requests: 1 })] }, ['pass', 1, 0]),
      example(['Hai lần là vi phạm', 'Two break it'], { dossier: [dossier('1', { supplement_requests: 2 }), dossier('2')] }, [
        'fail',
        2,
        1,
      ]),
    ],
  }),
  standard({
    id: 'apology_when_late',
    label: { vi: 'Xin lỗi khi trễ hẹn', en: 'Apology when late' },
    promise: {
      vi: 'Hồ sơ trễ hẹn có văn bản xin lỗi và hẹn lại, chậm nhất một ngày trước ngày hẹn trả.',
      en: 'Whoever must wait longer gets an apology and a new date, at the latest one day before the due day.',
    },
    clock: {
      vi: 'Đến hết ngày liền trước ngày hẹn trả; hồ sơ hẹn lại tính theo ngày hẹn lần đầu. Theo ngày hẹn trả.',
      en: 'Until the end of the day before the due day; dossiers with a new date by their first due day. By due day.',
    },
    citations: ONE_STOP,
    thresholds: [threshold('daysBefore', ['Số ngày trước hạn', 'Days before the due day'], 'days', 1, { most: 30 })],
    judging: {
      kind: 'cases',
      feeds: ['dossier'],
      registers: [],
      columns: [...columnsOf('instant', 'apology_at'), ...DOSSIER_COLUMNS],
      rows: ({ range: { from, to }, limits, zone, toldUntil }) => sql`
        SELECT point_code, promised_on AS day,
          isNull(apology_at) OR toDate(assumeNotNull(apology_at), ${zone}) > promised_on - toUInt16(${param('Float64', limits['daysBefore'])}) AS is_breach,
          apology_at, ${columns}
        FROM (SELECT *, assumeNotNull(if(isNotNull(apology_at) AND supplement_requests = 0, first_due_on, due_on)) AS promised_on FROM dossier WHERE isNotNull(due_on) AND status NOT IN (3, 7))
        WHERE promised_on >= ${param('Date', from)} AND promised_on < ${param('Date', to)}
          AND if(isNull(finished_on), ifNull(promised_on < ${toldUntil('dossier')}, false), finished_on > promised_on)`,
    },
    examples: [
      example(
        ['Xin lỗi một ngày trước hạn', 'An apology on the day before'],
        { dossier: [dossier('1', { finished_on: on('09'), first_due_on: on('08'), apology_at: at('07 16:00') })] },
        ['pass', 1, 0],
      ),
      example(
        ['Xin lỗi đúng ngày hẹn là muộn', 'One on the due day comes too late'],
        { dossier: [dossier('1', { finished_on: on('09'), first_due_on: on('08'), apology_at: at('08 08:00') })] },
        ['fail', 1, 1],
      ),
      example(
        ['Trễ mà không xin lỗi, còn hồ sơ đúng hạn không tính', 'Late without any; a dossier in time is no case'],
        { dossier: [dossier('1', { finished_on: null }), dossier('2', { finished_on: on('08') })] },
        ['fail', 1, 1],
      ),
      example(
        ['Hẹn lại sau khi đã quá hẹn lần đầu là muộn', 'A new date given after the first has passed comes too late'],
        { dossier: [dossier('1', { first_due_on: on('08'), due_on: on('15'), finished_on: on('14'), apology_at: at('09 08:00') })] },
        ['fail', 1, 1],
      ),
    ],
  }),
  standard({
    id: 'online_acceptance',
    label: { vi: 'Tiếp nhận hồ sơ trực tuyến', en: 'Acceptance of online dossiers' },
    promise: {
      vi: 'Hồ sơ nộp trực tuyến, kể cả ngoài giờ, được tiếp nhận hoặc trả lời trong 8 giờ làm việc.',
      en: 'What is submitted online, at any hour, is accepted or answered within 8 working hours.',
    },
    clock: {
      vi: 'Giờ làm việc của điểm, từ lúc nộp đến lúc tiếp nhận. Theo ngày tiếp nhận.',
      en: 'Working hours of the point, from submission to acceptance. By day of reception.',
    },
    citations: ONE_STOP,
    thresholds: [threshold('hours', ['Số giờ làm việc', 'Working hours'], 'working_hours', 8, { least: 1, most: 80 })],
    scope: { points: 'all', channels: ['online'], fields: 'all' },
    judging: {
      kind: 'cases',
      feeds: ['dossier'],
      registers: [],
      columns: [...columnsOf('instant', 'submitted_at'), ...columnsOf('duration_ms', 'working_ms'), ...DOSSIER_COLUMNS],
      rows: (context) => sql`
        SELECT d.point_code AS point_code, d.received_on AS day, assumeNotNull(w.working_ms) > ${param('Float64', (context.limits['hours'] ?? 0) * 3_600_000)} AS is_breach,
          d.submitted_at AS submitted_at, w.working_ms AS working_ms, ${qualified}
        FROM (SELECT * FROM dossier WHERE ${received(context)} AND submitted_at <= received_at) AS d
        INNER JOIN (${workingTimeBetween(sql`
          SELECT key_hash AS case_id, point_code, assumeNotNull(submitted_at) AS from_at, received_at AS to_at
          FROM dossier WHERE ${received(context)} AND submitted_at <= received_at`)}) AS w ON w.case_id = d.key_hash
        WHERE isNotNull(w.working_ms)`,
    },
    examples: [
      example(
        ['8 giờ làm việc: thứ Hai 9 giờ đến thứ Ba 9 giờ', '8 working hours: Monday 09:00 to Tuesday 09:00'],
        {
          dossier: [dossier('1', { channel: 'online', submitted_at: at('05 09:00'), received_at: at('06 09:00'), received_on: on('06') })],
          ...WORKING_WEEK,
        },
        ['pass', 1, 0],
      ),
      example(
        ['Quá một phút; hồ sơ trực tiếp không tính', 'A minute more; what came over the counter is no case'],
        {
          dossier: [
            dossier('1', { channel: 'online', submitted_at: at('05 09:00'), received_at: at('06 09:01'), received_on: on('06') }),
            dossier('2', { submitted_at: at('05 09:00'), received_at: at('08 09:00'), received_on: on('08') }),
          ],
          ...WORKING_WEEK,
        },
        ['fail', 1, 1],
      ),
    ],
  }),
  standard({
    id: 'promise_within_limit',
    label: { vi: 'Hẹn trả trong thời hạn của thủ tục', en: 'Promised within the limit of the procedure' },
    promise: {
      vi: 'Ngày hẹn trả lần đầu không muộn hơn thời hạn giải quyết của thủ tục; thủ tục trong ngày nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo.',
      en: 'The first due date is no later than the limit of the procedure; same-day procedures received after 15:00 end on the next working day.',
    },
    clock: {
      vi: 'Thời hạn của thủ tục theo lịch làm việc của điểm, từ lúc tiếp nhận. Theo ngày tiếp nhận.',
      en: 'The limit of the procedure by the working calendar of the point, from reception. By day of reception.',
    },
    citations: ONE_STOP,
    judging: {
      kind: 'cases',
      feeds: ['dossier'],
      registers: [],
      columns: [...columnsOf('instant', 'first_due_at', 'limit_at'), ...DOSSIER_COLUMNS],
      rows: (context) => sql`
        SELECT d.point_code AS point_code, d.received_on AS day, d.first_due_at AS first_due_at, l.ends_at AS limit_at, ${qualified},
          if(l.unit = 'hours', d.first_due_at > l.ends_at, toDate(assumeNotNull(d.first_due_at), ${context.zone}) > toDate(assumeNotNull(l.ends_at), ${context.zone})) AS is_breach
        FROM (SELECT * FROM dossier WHERE ${received(context)} AND isNotNull(first_due_at)) AS d
        INNER JOIN (${limitsOf(context)}) AS l ON l.case_id = d.key_hash WHERE isNotNull(l.ends_at)`,
    },
    examples: [
      example(
        ['Ba ngày làm việc từ thứ Hai là thứ Năm', 'Three working days from Monday end on Thursday'],
        { dossier: [dossier('1', { first_due_at: at('08 17:00') })], ...WORKING_WEEK },
        ['pass', 1, 0],
      ),
      example(
        ['Hẹn thứ Sáu là quá thời hạn', 'Promised for Friday is beyond the limit'],
        { dossier: [dossier('1', { first_due_at: at('09 08:00') })], ...WORKING_WEEK },
        ['fail', 1, 1],
      ),
    ],
  }),
];
