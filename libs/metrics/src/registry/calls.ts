import { sql, type Sql } from '@evenhand/warehouse';
import { type MetricDefinition, MS_PER_MINUTE, type RuleContext, type Term } from './definition';
import { notVoid, waitedLong, WAITING, waitLimit } from './wait-rules';

const isCalled = (): Sql => sql`outcome != 'void' AND wait_ms IS NOT NULL`;

// Where a source tells only one call it is the first and the last.
const toLastCall = (): Sql => sql`greatest(assumeNotNull(wait_ms), ifNull(dateDiff('millisecond', issued_at, last_called_at), 0))`;
const toLastLeg = (): Sql => sql`assumeNotNull(wait_ms) + toInt64(later_wait_ms)`;

/** Too long by another end of the wait; whoever was not called waited as long as by the first call. */
const tooLongBy =
  (end: () => Sql) =>
  (context: RuleContext): Sql =>
    sql`if(wait_ms IS NOT NULL, ${end()} > ${waitLimit(context)}, ${waitedLong(context)})`;

const calledAgain: Term = { entity: 'ticket', cases: isCalled, hits: () => sql`ifNull(last_called_at > first_called_at, false)` };
const lastCall: Term = { entity: 'ticket', cases: isCalled, amount: toLastCall };
const lateLastCall: Term = { entity: 'ticket', cases: notVoid, hits: tooLongBy(toLastCall) };
const moved: Term = { entity: 'ticket', cases: isCalled, hits: () => sql`transfers > 0` };
const allLegs: Term = { entity: 'ticket', cases: isCalled, amount: toLastLeg };
const longLegs: Term = { entity: 'ticket', cases: notVoid, hits: tooLongBy(toLastLeg) };

const lastCallClock = {
  vi: 'Từ lúc cấp phiếu đến lần gọi cuối cùng (gọi một lần thì là lần đầu)',
  en: 'From issue to the last call (the first where there was one)',
};
const legsClock = {
  vi: 'Thời gian chờ đến lần gọi đầu cộng với mọi lần chờ sau khi chuyển quầy hoặc trả lại hàng đợi',
  en: 'The wait to the first call plus every wait after a transfer or a return to the line',
};
const differsByCall = {
  metric: 'wait_mean',
  why: {
    vi: 'Quy tắc của thành phố đo đến lần gọi đầu; người chưa có mặt được gọi lại, và lần gọi lại không phải lỗi của quầy.',
    en: 'The city’s rule measures to the first call; whoever was not there is called again, and that is no fault of the counter.',
  },
} as const;

/** The first call against the last, and waits after a transfer. */
export const CALLS: readonly MetricDefinition[] = [
  {
    ...WAITING,
    id: 'recall_rate',
    label: { vi: 'Tỷ lệ phải gọi lại', en: 'Recall rate' },
    description: {
      vi: 'Cứ 100 người được gọi thì bao nhiêu người phải gọi hơn một lần.',
      en: 'Of 100 people called, how many had to be called more than once.',
    },
    formula: {
      vi: 'Phiếu có lần gọi cuối sau lần gọi đầu ÷ phiếu đã được gọi.',
      en: 'Tickets whose last call is later than the first ÷ tickets called.',
    },
    unit: 'share',
    direction: 'none',
    standard: null,
    source: null,
    computation: { kind: 'rate', of: calledAgain },
  },
  {
    ...WAITING,
    id: 'last_call_wait_mean',
    label: { vi: 'Thời gian chờ trung bình đến lần gọi cuối', en: 'Mean wait to the last call' },
    description: {
      vi: 'Trung bình một người chờ bao nhiêu phút đến lần gọi cuối cùng.',
      en: 'How many minutes a person waits on average until the last call.',
    },
    formula: { vi: `${lastCallClock.vi}; tổng ÷ số phiếu đã được gọi.`, en: `${lastCallClock.en}; sum ÷ tickets called.` },
    differsFrom: [differsByCall],
    unit: 'minutes',
    standard: null,
    computation: { kind: 'mean', of: lastCall, scale: MS_PER_MINUTE },
  },
  {
    ...WAITING,
    id: 'last_call_wait_p90',
    label: { vi: 'Thời gian chờ đến lần gọi cuối của 10 % lâu nhất (P90)', en: 'Wait to the last call of the slowest tenth (P90)' },
    description: {
      vi: 'Cứ 10 người thì 1 người chờ đến lần gọi cuối lâu hơn chừng này phút.',
      en: 'One person in ten waits longer than this until the last call.',
    },
    formula: { vi: `${lastCallClock.vi}; phân vị 90 (loại 7).`, en: `${lastCallClock.en}; 90th percentile (type 7).` },
    differsFrom: [{ ...differsByCall, metric: 'wait_p90' }],
    unit: 'minutes',
    standard: null,
    computation: { kind: 'quantile', of: lastCall, share: 0.9, scale: MS_PER_MINUTE },
  },
  {
    ...WAITING,
    id: 'last_call_long_wait_rate',
    label: { vi: 'Tỷ lệ chờ lâu tính đến lần gọi cuối', en: 'Long wait rate to the last call' },
    description: {
      vi: 'Cứ 100 người lấy số thì bao nhiêu người chờ quá mức quy định nếu tính đến lần gọi cuối cùng.',
      en: 'Of 100 people, how many waited longer than the limit when the last call ends the wait.',
    },
    formula: {
      vi: `${lastCallClock.vi}; phiếu vượt mức quy định ÷ mọi phiếu hợp lệ; người không được gọi tính như ở tỷ lệ chờ lâu.`,
      en: `${lastCallClock.en}; tickets beyond the limit ÷ all tickets that are not void; whoever was not called counts as in the long wait rate.`,
    },
    differsFrom: [{ ...differsByCall, metric: 'long_wait_rate' }],
    unit: 'share',
    standard: null,
    computation: { kind: 'rate', of: lateLastCall },
  },
  {
    ...WAITING,
    id: 'transfer_rate',
    label: { vi: 'Tỷ lệ phải chuyển quầy', en: 'Transfer rate' },
    description: {
      vi: 'Cứ 100 người được gọi thì bao nhiêu người phải sang quầy khác hoặc quay lại hàng đợi.',
      en: 'Of 100 people called, how many were sent on to another counter or back into the line.',
    },
    formula: { vi: 'Phiếu có ít nhất một lần chuyển ÷ phiếu đã được gọi.', en: 'Tickets moved at least once ÷ tickets called.' },
    unit: 'share',
    standard: null,
    source: null,
    computation: { kind: 'rate', of: moved },
  },
  {
    ...WAITING,
    id: 'whole_wait_mean',
    label: { vi: 'Tổng thời gian chờ trung bình', en: 'Mean wait of a whole visit' },
    description: {
      vi: 'Trung bình một người chờ tổng cộng bao nhiêu phút, kể cả khi bị chuyển quầy.',
      en: 'How many minutes a person waits altogether, waits after a transfer included.',
    },
    formula: { vi: `${legsClock.vi}; tổng ÷ số phiếu đã được gọi.`, en: `${legsClock.en}; sum ÷ tickets called.` },
    unit: 'minutes',
    standard: null,
    computation: { kind: 'mean', of: allLegs, scale: MS_PER_MINUTE },
  },
  {
    ...WAITING,
    id: 'whole_long_wait_rate',
    label: { vi: 'Tỷ lệ chờ lâu tính cả các lần chờ sau', en: 'Long wait rate of whole visits' },
    description: {
      vi: 'Cứ 100 người lấy số thì bao nhiêu người chờ tổng cộng quá mức quy định, kể cả khi bị chuyển quầy.',
      en: 'Of 100 people, how many waited longer than the limit altogether, waits after a transfer included.',
    },
    formula: {
      vi: `${legsClock.vi}; phiếu vượt mức quy định ÷ mọi phiếu hợp lệ; người không được gọi tính như ở tỷ lệ chờ lâu.`,
      en: `${legsClock.en}; tickets beyond the limit ÷ all tickets that are not void; whoever was not called counts as in the long wait rate.`,
    },
    differsFrom: [
      {
        metric: 'long_wait_rate',
        why: {
          vi: 'Tỷ lệ chờ lâu chỉ đo lần chờ đầu tiên; chuyển quầy sớm làm con số đó đẹp lên nhưng không rút ngắn được thời gian chờ.',
          en: 'The long wait rate measures the first wait only; an early transfer improves it without making anybody’s visit shorter.',
        },
      },
    ],
    unit: 'share',
    standard: null,
    computation: { kind: 'rate', of: longLegs },
  },
];
