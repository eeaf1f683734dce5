import type { Label } from '@evenhand/domain';
import { param, sql, type Sql, trusted, workingDaysBetween } from '@evenhand/warehouse';
import { columnsOf, ORIGIN } from '../../facts/fact';
import { INDEX_766 } from '../citations';
import { at, example, on, standard, threshold } from '../declare';
import { WORKING_WEEK } from '../example-week';
import type { CaseContext, ExampleRow, StandardDefinition } from '../standard';

const COLUMNS = [
  ...columnsOf('text', 'petition_id', 'kind', 'channel', 'field_code', 'dossier_code'),
  ...columnsOf('instant', 'received_at', 'forwarded_at', 'supplement_requested_at', 'answered_at', 'published_at'),
  ...columnsOf('number', 'working_days'),
  ...ORIGIN,
] as const;
const OWN = COLUMNS.filter(({ id }) => id !== 'working_days');
const selected = (prefix: string): Sql => trusted(OWN.map(({ id }) => `${prefix}${id} AS ${id}`).join(', '));

/** What an office owes the sender of a petition. */
interface Act {
  /** The instant of the act. */
  readonly at: string;
  /** Which petitions it is owed for, over the columns of `petition`. */
  readonly owed: string;
  /** True when what has not happened by the limit is late; else only what happened is judged. */
  readonly isAwaited: boolean;
}

/** Petitions for which the act happened, or for which it is late while nobody acts. */
const rowsOf =
  ({ at: instant, owed, isAwaited }: Act) =>
  ({ range: { from, to }, limits, zone, toldUntil }: CaseContext): Sql => {
    const done = trusted(instant);
    const cases = sql`
      SELECT key_hash AS case_id, point_code, received_on AS from_on, isNull(${done}) AS is_open,
        if(is_open, ifNull(${toldUntil('petition')} - 1, received_on), toDate(assumeNotNull(${done}), ${zone})) AS to_on, ${selected('')}
      FROM petition WHERE received_on >= ${param('Date', from)} AND received_on < ${param('Date', to)} AND ${trusted(owed)}
        AND ${isAwaited ? sql`1` : sql`isNotNull(${done})`}`;
    const most = param('Float64', limits['workingDays']);
    return sql`
      SELECT c.point_code AS point_code, c.from_on AS day, assumeNotNull(w.working_days) > ${most} AS is_breach, w.working_days AS working_days, ${selected('c.')}
      FROM (${cases}) AS c INNER JOIN (${workingDaysBetween(cases)}) AS w ON w.case_id = c.case_id
      WHERE isNotNull(w.working_days) AND (NOT c.is_open OR w.working_days > ${most})`;
  };

interface Declared {
  readonly id: string;
  readonly label: Label;
  readonly promise: Label;
  readonly until: Label;
  readonly workingDays: number;
  readonly act: Act;
  readonly examples: StandardDefinition['examples'];
}

const petitionRule = ({ id, label, promise, until, workingDays, act, examples }: Declared): StandardDefinition =>
  standard({
    id,
    label,
    promise,
    clock: {
      vi: `Ngày làm việc sau ngày tiếp nhận đến ${until.vi}. Theo ngày tiếp nhận.`,
      en: `Working days after reception until ${until.en}. By day of reception.`,
    },
    citations: INDEX_766,
    thresholds: [threshold('workingDays', ['Số ngày làm việc', 'Working days'], 'working_days', workingDays, { least: 1, most: 60 })],
    judging: { kind: 'cases', feeds: [], registers: ['petition'], columns: [...COLUMNS], rows: rowsOf(act) },
    examples,
  });

const petition = (id: number, more: ExampleRow): ExampleRow => ({
  petition_id: `K${id}`,
  point_code: 'P',
  key_hash: id,
  received_at: at('05 09:00'),
  received_on: on('05'),
  ...more,
});

/** What is owed to whoever complains or proposes. */
export const PETITION_RULES: readonly StandardDefinition[] = [
  petitionRule({
    id: 'petition_answer',
    label: { vi: 'Trả lời phản ánh, kiến nghị', en: 'Answer to petitions' },
    promise: { vi: 'Phản ánh, kiến nghị được trả lời trong 15 ngày làm việc.', en: 'Petitions are answered within 15 working days.' },
    until: {
      vi: 'ngày trả lời; chưa trả lời mà đã quá hạn cũng là vi phạm',
      en: 'the answer; what is unanswered beyond the limit breaks the rule as well',
    },
    workingDays: 15,
    act: { at: 'answered_at', owed: 'isNull(forwarded_at)', isAwaited: true },
    examples: [
      // Tue 6 = 1 … Fri 9 = 4, Mon 12 to Fri 16 = 9, Mon 19 to Fri 23 = 14, Mon 26 = 15
      example(
        ['Ngày làm việc thứ 15', 'On the 15th working day'],
        { petition: [petition(1, { answered_at: at('26 16:00') })], ...WORKING_WEEK },
        ['pass', 1, 0],
      ),
      example(
        ['Ngày thứ 16; đã chuyển đi thì không tính', 'On the 16th; one that was forwarded is no case'],
        {
          petition: [petition(1, { answered_at: at('27 08:00') }), petition(2, { forwarded_at: at('06 08:00') })],
          ...WORKING_WEEK,
        },
        ['fail', 1, 1],
      ),
      example(
        ['Chưa trả lời và chưa đến hạn thì chưa tính', 'Unanswered and not yet due is no case'],
        { petition: [petition(1, {})], ...WORKING_WEEK },
        ['not_applicable', 0, 0],
        {
          toldUntil: on('20'),
        },
      ),
      example(
        ['Chưa trả lời khi đã quá hạn', 'Unanswered when the limit has passed'],
        { petition: [petition(1, {})], ...WORKING_WEEK },
        ['fail', 1, 1],
        { toldUntil: on('30') },
      ),
    ],
  }),
  petitionRule({
    id: 'petition_refusal',
    label: { vi: 'Chuyển hoặc từ chối phản ánh, kiến nghị', en: 'Forwarding or refusal of petitions' },
    promise: {
      vi: 'Phản ánh, kiến nghị không thuộc thẩm quyền được chuyển hoặc trả lại trong 2 ngày làm việc.',
      en: 'A petition that others must answer is forwarded or returned within 2 working days.',
    },
    until: { vi: 'ngày chuyển hoặc từ chối', en: 'the day on which it is forwarded or refused' },
    workingDays: 2,
    act: { at: 'forwarded_at', owed: '1', isAwaited: false },
    examples: [
      example(
        ['Thứ Hai nhận, thứ Tư chuyển', 'Received on Monday, forwarded on Wednesday'],
        { petition: [petition(1, { forwarded_at: at('07 16:00') })], ...WORKING_WEEK },
        ['pass', 1, 0],
      ),
      example(
        ['Thứ Năm mới chuyển', 'Forwarded on Thursday only'],
        { petition: [petition(1, { forwarded_at: at('08 08:00') })], ...WORKING_WEEK },
        ['fail', 1, 1],
      ),
    ],
  }),
  petitionRule({
    id: 'petition_supplement',
    label: { vi: 'Yêu cầu bổ sung phản ánh, kiến nghị', en: 'Asking for more about a petition' },
    promise: {
      vi: 'Nếu cần làm rõ phản ánh, kiến nghị thì yêu cầu bổ sung trong 5 ngày làm việc.',
      en: 'Whoever must tell more about a petition is asked within 5 working days.',
    },
    until: { vi: 'ngày yêu cầu bổ sung lần đầu', en: 'the first request for more' },
    workingDays: 5,
    act: { at: 'supplement_requested_at', owed: '1', isAwaited: false },
    examples: [
      example(
        ['Ngày làm việc thứ 5 là thứ Hai tuần sau', 'The 5th working day is the Monday after'],
        { petition: [petition(1, { supplement_requested_at: at('12 10:00') })], ...WORKING_WEEK },
        ['pass', 1, 0],
      ),
      example(
        ['Thứ Ba tuần sau là muộn', 'The Tuesday after is too late'],
        { petition: [petition(1, { supplement_requested_at: at('13 10:00') })], ...WORKING_WEEK },
        ['fail', 1, 1],
      ),
    ],
  }),
  standard({
    id: 'petition_publication',
    label: { vi: 'Công khai kết quả trả lời', en: 'Publication of answers' },
    promise: {
      vi: 'Kết quả trả lời phản ánh, kiến nghị được công khai trong 2 ngày.',
      en: 'The answer to a petition is published within 2 days.',
    },
    clock: {
      vi: 'Ngày lịch từ ngày trả lời đến ngày công khai; chưa công khai mà đã quá hạn cũng là vi phạm. Theo ngày trả lời.',
      en: 'Calendar days from the answer to the publication; what is unpublished beyond the limit breaks the rule as well. By day of the answer.',
    },
    citations: INDEX_766,
    thresholds: [threshold('days', ['Số ngày', 'Days'], 'days', 2, { most: 60 })],
    judging: {
      kind: 'cases',
      feeds: [],
      registers: ['petition'],
      columns: [...OWN],
      rows: ({ range: { from, to }, limits, zone, toldUntil }) => sql`
        SELECT point_code, answered_on AS day, last_on < published_on AS is_breach, ${selected('')}
        FROM (
          SELECT *, toDate(assumeNotNull(answered_at), ${zone}) AS answered_on, answered_on + toUInt16(${param('Float64', limits['days'])}) AS last_on,
            if(isNull(published_at), ifNull(${toldUntil('petition')} - 1, answered_on), toDate(assumeNotNull(published_at), ${zone})) AS published_on
          FROM petition WHERE isNotNull(answered_at)
        )
        WHERE answered_on >= ${param('Date', from)} AND answered_on < ${param('Date', to)} AND (isNotNull(published_at) OR last_on < published_on)`,
    },
    examples: [
      example(
        ['Trả lời ngày 5, công khai ngày 7', 'Answered on the 5th, published on the 7th'],
        { petition: [petition(1, { answered_at: at('05 10:00'), published_at: at('07 16:00') })] },
        ['pass', 1, 0],
      ),
      example(
        ['Công khai ngày 8', 'Published on the 8th'],
        { petition: [petition(1, { answered_at: at('05 10:00'), published_at: at('08 08:00') })] },
        ['fail', 1, 1],
      ),
    ],
  }),
];
