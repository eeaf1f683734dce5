import { sql } from '@evenhand/warehouse';
import { type MetricDefinition, MS_PER_MINUTE, type Term } from './definition';

const serviced: Term = {
  entity: 'ticket',
  cases: () => sql`outcome != 'void' AND service_ms IS NOT NULL`,
  amount: () => sql`assumeNotNull(service_ms)`,
  rollup: { n: 'service_n', sum: 'service_sum_ms', squares: 'service_squares' },
};

const common = { unit: 'minutes', direction: 'none', standard: null, version: 1, source: null } as const;

/** How long it takes to serve one person. */
export const SERVICES: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'service_mean',
    label: { vi: 'Thời gian phục vụ trung bình', en: 'Mean service time' },
    description: { vi: 'Trung bình phục vụ một người hết bao nhiêu phút.', en: 'How many minutes it takes on average to serve a person.' },
    formula: {
      vi: 'Từ lúc bắt đầu đến lúc kết thúc phục vụ; tổng ÷ số phiếu có thời gian phục vụ.',
      en: 'From start to end of service; sum ÷ tickets with a service time.',
    },
    computation: { kind: 'mean', of: serviced, scale: MS_PER_MINUTE },
  },
  {
    ...common,
    id: 'service_median',
    label: { vi: 'Thời gian phục vụ trung vị', en: 'Median service time' },
    description: { vi: 'Một nửa số lượt được phục vụ xong trong chừng này phút.', en: 'Half of the services take no longer than this.' },
    formula: {
      vi: 'Từ lúc bắt đầu đến lúc kết thúc phục vụ; trung vị (loại 7) của các phiếu có thời gian phục vụ.',
      en: 'From start to end of service; median (type 7) over tickets with a service time.',
    },
    computation: { kind: 'quantile', of: serviced, share: 0.5, scale: MS_PER_MINUTE },
  },
];
