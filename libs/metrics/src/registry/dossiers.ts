import { sql } from '@evenhand/warehouse';
import { type MetricDefinition, MS_PER_DAY, type Term } from './definition';
import { latest } from './due-rules';

const received: Term = { entity: 'dossier', cases: () => sql`1`, rollup: { n: 'received' } };
const open: Term = {
  entity: 'dossier',
  isStock: true,
  cases: () => sql`1`,
  stays: () => ({ from: sql`received_at`, to: sql`finished_at` }),
};
const overdue: Term = {
  entity: 'dossier',
  isStock: true,
  cases: ({ moment }) => sql`ifNull(due_at < ${moment}, false)`,
  stays: () => ({ from: latest(sql`received_at`, sql`due_at`), to: sql`finished_at` }),
};
const steps: Term = { entity: 'dossier_event', cases: () => sql`1` };

/** Dossiers that were finished, by the day of settlement. */
export const settled: Term = {
  entity: 'dossier',
  day: 'finished_on',
  cases: () => sql`finished_at IS NOT NULL`,
  amount: () => sql`toUnixTimestamp64Milli(assumeNotNull(finished_at)) - toUnixTimestamp64Milli(received_at)`,
  rollup: { n: 'settled', sum: 'settled_sum_ms', squares: 'settled_squares' },
};

const volume = { unit: 'count', direction: 'none', standard: null, version: 1, source: null } as const;
const backlog = { ...volume, direction: 'down' } as const;
const speed = { unit: 'days', direction: 'down', standard: null, version: 1, source: null } as const;

/** How many dossiers, and how long they take. */
export const DOSSIERS: readonly MetricDefinition[] = [
  {
    ...volume,
    id: 'dossiers_received',
    label: { vi: 'Hồ sơ tiếp nhận', en: 'Dossiers received' },
    description: { vi: 'Có bao nhiêu hồ sơ được tiếp nhận.', en: 'How many dossiers were received.' },
    formula: { vi: 'Đếm số hồ sơ theo ngày tiếp nhận.', en: 'Dossiers counted by day of reception.' },
    computation: { kind: 'count', of: received },
  },
  {
    ...volume,
    id: 'dossiers_settled',
    label: { vi: 'Hồ sơ đã giải quyết', en: 'Dossiers settled' },
    description: { vi: 'Có bao nhiêu hồ sơ được giải quyết xong.', en: 'How many dossiers were settled.' },
    formula: { vi: 'Đếm số hồ sơ theo ngày kết thúc giải quyết.', en: 'Dossiers counted by the day on which they were finished.' },
    computation: { kind: 'count', of: settled },
  },
  {
    ...backlog,
    id: 'dossiers_open',
    label: { vi: 'Hồ sơ đang giải quyết', en: 'Open dossiers' },
    description: {
      vi: 'Bao nhiêu hồ sơ chưa giải quyết xong vào cuối kỳ.',
      en: 'How many dossiers were unfinished at the end of the period.',
    },
    formula: {
      vi: 'Đã tiếp nhận và chưa kết thúc tại thời điểm cuối kỳ, hoặc tại thời điểm dữ liệu mới nhất nếu sớm hơn; trừ hồ sơ không được tiếp nhận và hồ sơ công dân rút.',
      en: 'Received and not finished at the end of the range, or at the latest known instant if that is earlier; refused and withdrawn dossiers are left out.',
    },
    computation: { kind: 'count', of: open },
  },
  {
    ...backlog,
    id: 'dossiers_overdue',
    label: { vi: 'Hồ sơ quá hạn chưa giải quyết', en: 'Overdue dossiers' },
    description: { vi: 'Bao nhiêu hồ sơ đã quá hạn trả mà chưa xong.', en: 'How many unfinished dossiers were past their due date.' },
    formula: {
      vi: 'Hồ sơ đang giải quyết có thời điểm hẹn trả trước thời điểm tính.',
      en: 'Open dossiers whose due instant lies before the moment of counting.',
    },
    computation: { kind: 'count', of: overdue },
  },
  {
    ...speed,
    id: 'throughput_mean',
    label: { vi: 'Thời gian giải quyết trung bình', en: 'Mean time to settle' },
    description: { vi: 'Trung bình một hồ sơ mất bao nhiêu ngày.', en: 'How many days a dossier takes on average.' },
    formula: {
      vi: 'Từ lúc tiếp nhận đến lúc kết thúc, theo ngày lịch; trung bình của hồ sơ kết thúc trong kỳ.',
      en: 'From reception to the end, in calendar days of 24 hours; mean over dossiers finished in the range.',
    },
    computation: { kind: 'mean', of: settled, scale: MS_PER_DAY },
  },
  {
    ...speed,
    id: 'throughput_median',
    label: { vi: 'Thời gian giải quyết trung vị', en: 'Median time to settle' },
    description: { vi: 'Một nửa số hồ sơ xong trong chừng này ngày.', en: 'Half of the dossiers take no longer than this.' },
    formula: {
      vi: 'Từ lúc tiếp nhận đến lúc kết thúc; trung vị (loại 7) của hồ sơ kết thúc trong kỳ.',
      en: 'From reception to the end; median (type 7) over dossiers finished in the range.',
    },
    computation: { kind: 'quantile', of: settled, share: 0.5, scale: MS_PER_DAY },
  },
  {
    ...speed,
    id: 'throughput_p90',
    label: { vi: 'Thời gian giải quyết của 10 % lâu nhất (P90)', en: 'Time to settle of the slowest tenth (P90)' },
    description: { vi: 'Cứ 10 hồ sơ thì 1 hồ sơ mất nhiều ngày hơn thế.', en: 'One dossier in ten takes longer than this.' },
    formula: {
      vi: 'Từ lúc tiếp nhận đến lúc kết thúc; phân vị 90 (loại 7) của hồ sơ kết thúc trong kỳ.',
      en: 'From reception to the end; 90th percentile (type 7) over dossiers finished in the range.',
    },
    computation: { kind: 'quantile', of: settled, share: 0.9, scale: MS_PER_DAY },
  },
  {
    ...volume,
    id: 'dossier_steps',
    label: { vi: 'Bước xử lý hồ sơ', en: 'Dossier steps' },
    description: { vi: 'Có bao nhiêu bước xử lý đã được thực hiện.', en: 'How many processing steps were done.' },
    formula: { vi: 'Đếm số bước theo ngày thực hiện.', en: 'Steps counted by the day on which they happened.' },
    computation: { kind: 'count', of: steps },
  },
];
