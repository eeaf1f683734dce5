import { sql } from '@evenhand/warehouse';
import { type MetricDefinition, MS_PER_MINUTE, type Term } from './definition';
import { LONG_WAITS } from './standards';
import { notVoid, waitedLong, WAITING } from './wait-rules';

const called: Term = {
  entity: 'ticket',
  cases: () => sql`outcome != 'void' AND wait_ms IS NOT NULL`,
  amount: () => sql`assumeNotNull(wait_ms)`,
  rollup: { n: 'called', sum: 'wait_sum_ms', squares: 'wait_squares', largest: 'longest_wait_ms', bins: 'wait_bins' },
};
const tooLong: Term = { entity: 'ticket', cases: waitedLong, rollup: { n: 'long_waits' } };
const tooLongOfAll: Term = {
  entity: 'ticket',
  cases: notVoid,
  hits: waitedLong,
  rollup: { n: 'tickets', hits: 'long_waits' },
};

const clock = {
  vi: 'Thời gian chờ tính từ lúc cấp phiếu đến lần gọi đầu tiên (không có thì đến lúc bắt đầu phục vụ), chính xác đến mili giây',
  en: 'The wait runs from issue to the first call (else to the start of service), to the millisecond',
};

/** How long people wait to be called. */
export const WAITS: readonly MetricDefinition[] = [
  {
    ...WAITING,
    id: 'wait_mean',
    label: { vi: 'Thời gian chờ trung bình', en: 'Mean wait' },
    description: { vi: 'Trung bình một người chờ bao nhiêu phút.', en: 'How many minutes a person waits on average.' },
    formula: {
      vi: `${clock.vi}; tổng thời gian chờ ÷ số phiếu đã được gọi.`,
      en: `${clock.en}; sum of waits ÷ tickets called.`,
    },
    unit: 'minutes',
    standard: null,
    computation: { kind: 'mean', of: called, scale: MS_PER_MINUTE },
  },
  {
    ...WAITING,
    id: 'wait_median',
    label: { vi: 'Thời gian chờ trung vị', en: 'Median wait' },
    description: { vi: 'Một nửa số người chờ không quá chừng này phút.', en: 'Half of the people wait no longer than this.' },
    formula: {
      vi: `${clock.vi}; trung vị của các phiếu đã được gọi (phân vị loại 7, hoặc nội suy trong nhóm khi đọc từ bảng tổng hợp).`,
      en: `${clock.en}; median over tickets called (type 7, or linear inside a bin when read from the rollup).`,
    },
    unit: 'minutes',
    standard: null,
    computation: { kind: 'quantile', of: called, share: 0.5, scale: MS_PER_MINUTE },
  },
  {
    ...WAITING,
    id: 'wait_p90',
    label: { vi: 'Thời gian chờ của 10 % lâu nhất (P90)', en: 'Wait of the slowest tenth (P90)' },
    description: { vi: 'Cứ 10 người thì 1 người chờ lâu hơn chừng này phút.', en: 'One person in ten waits longer than this.' },
    formula: {
      vi: `${clock.vi}; phân vị 90 của các phiếu đã được gọi (loại 7, hoặc nội suy trong nhóm khi đọc từ bảng tổng hợp).`,
      en: `${clock.en}; 90th percentile over tickets called (type 7, or linear inside a bin when read from the rollup).`,
    },
    unit: 'minutes',
    standard: null,
    computation: { kind: 'quantile', of: called, share: 0.9, scale: MS_PER_MINUTE },
  },
  {
    ...WAITING,
    id: 'longest_wait',
    label: { vi: 'Lượt chờ lâu nhất', en: 'Longest wait' },
    description: { vi: 'Người chờ lâu nhất đã chờ bao nhiêu phút.', en: 'How long the person who waited longest had to wait.' },
    formula: { vi: `${clock.vi}; giá trị lớn nhất của các phiếu đã được gọi.`, en: `${clock.en}; the largest over tickets called.` },
    unit: 'minutes',
    standard: null,
    computation: { kind: 'quantile', of: called, share: 1, scale: MS_PER_MINUTE },
  },
  {
    ...WAITING,
    id: 'long_waits',
    label: { vi: 'Lượt chờ lâu', en: 'Long waits' },
    description: { vi: 'Bao nhiêu người chờ quá mức quy định.', en: 'How many people waited longer than the limit.' },
    formula: {
      vi: 'Phiếu được gọi, bỏ về trước khi gọi, hoặc còn đang chờ (đến thời điểm dữ liệu mới nhất của nguồn) sau khi đã chờ lâu hơn hẳn mức quy định.',
      en: 'Tickets called, left uncalled or still waiting (up to the latest instant its source told of) after strictly more than the limit.',
    },
    unit: 'count',
    standard: null,
    computation: { kind: 'count', of: tooLong },
  },
  {
    ...WAITING,
    id: 'long_wait_rate',
    label: { vi: 'Tỷ lệ chờ lâu', en: 'Long wait rate' },
    description: {
      vi: 'Cứ 100 người lấy số thì bao nhiêu người chờ quá mức quy định.',
      en: 'Of 100 people, how many waited longer than the limit.',
    },
    formula: {
      vi: 'Lượt chờ lâu (kể cả người bỏ về và người còn đang chờ) ÷ số phiếu hợp lệ, theo ngày cấp.',
      en: 'Long waits (people who left and people still waiting included) ÷ tickets that are not void, by day of issue.',
    },
    unit: 'share',
    standard: LONG_WAITS,
    computation: { kind: 'rate', of: tooLongOfAll },
  },
];
