import { sql } from '@evenhand/warehouse';
import type { MetricDefinition, Term } from './definition';
import { settled } from './dossiers';
import { DUE_LAW, fellDue } from './due-rules';

const isElsewhere = sql`authority_code != '' AND authority_code != point_code`;
const isHere = sql`authority_code = point_code`;
const onTime = () => sql`ifNull(finished_on <= due_on, false)`;

const crossing: Term = { entity: 'dossier', cases: () => sql`authority_code != ''`, hits: () => isElsewhere };
const crossingOnTime = fellDue({ hits: onTime }, sql`(${isElsewhere})`);
const localOnTime = fellDue({ hits: onTime }, isHere);
const received: Term = { entity: 'dossier', cases: () => sql`1`, rollup: { n: 'received' } };
const stood: Term = {
  entity: 'dossier',
  day: 'finished_on',
  cases: settled.cases,
  amount: () => sql`toInt64(paused_ms)`,
};
// Read where the pauses are: both numbers of the share from the same rows.
const taken: Term = { ...stood, ...(settled.amount ? { amount: settled.amount } : {}) };

const unbound = {
  vi: 'Nghị định 118/2025/NĐ-CP: tiếp nhận hồ sơ không phụ thuộc địa giới hành chính trong phạm vi cấp tỉnh.',
  en: 'Decree 118/2025/NĐ-CP: dossiers are received regardless of administrative boundaries within the province.',
};
const cohort = {
  vi: 'xong không muộn hơn ngày hẹn trả ÷ mọi hồ sơ như thế có ngày hẹn trả trong kỳ và đã qua; trừ hồ sơ không được tiếp nhận và hồ sơ công dân rút',
  en: 'finished no later than the due day ÷ all of them whose due day lies in the range and is over; refused and withdrawn dossiers are left out',
};
const common = { unit: 'share', standard: null, version: 1 } as const;

/** Dossiers that one unit receives and another decides, and whether work keeps pace. */
export const BOUNDARY: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'cross_boundary_rate',
    label: { vi: 'Tỷ lệ hồ sơ phi địa giới', en: 'Cross-boundary share' },
    description: {
      vi: 'Cứ 100 hồ sơ tiếp nhận tại điểm thì bao nhiêu hồ sơ thuộc thẩm quyền của cơ quan khác.',
      en: 'Of 100 dossiers received at a point, how many another unit has to decide.',
    },
    formula: {
      vi: 'Hồ sơ có cơ quan có thẩm quyền khác nơi tiếp nhận ÷ hồ sơ có ghi cơ quan có thẩm quyền, theo ngày tiếp nhận.',
      en: 'Dossiers whose competent authority is not the reception point ÷ dossiers that name their authority, by day of reception.',
    },
    direction: 'none',
    source: unbound,
    computation: { kind: 'rate', of: crossing },
  },
  {
    ...common,
    id: 'cross_boundary_on_time_rate',
    label: { vi: 'Tỷ lệ đúng hạn của hồ sơ phi địa giới', en: 'On-time rate of cross-boundary dossiers' },
    description: {
      vi: 'Cứ 100 hồ sơ phi địa giới đến hạn thì bao nhiêu hồ sơ xong đúng hạn.',
      en: 'Of 100 cross-boundary dossiers that fell due, how many were settled in time.',
    },
    formula: { vi: `Hồ sơ phi địa giới ${cohort.vi}.`, en: `Cross-boundary dossiers ${cohort.en}.` },
    differsFrom: [
      {
        metric: 'local_on_time_rate',
        why: {
          vi: 'Nơi tiếp nhận không quyết định hồ sơ phi địa giới: chênh lệch giữa hai con số là cái giá của việc chuyển hồ sơ, không phải lỗi của quầy.',
          en: 'The reception point does not decide cross-boundary dossiers: the gap between the two is what handing over costs, not a fault of the counter.',
        },
      },
    ],
    direction: 'up',
    source: DUE_LAW,
    computation: { kind: 'rate', of: crossingOnTime },
  },
  {
    ...common,
    id: 'local_on_time_rate',
    label: { vi: 'Tỷ lệ đúng hạn của hồ sơ tại chỗ', en: 'On-time rate of local dossiers' },
    description: {
      vi: 'Cứ 100 hồ sơ đến hạn mà nơi tiếp nhận cũng là nơi giải quyết thì bao nhiêu hồ sơ xong đúng hạn.',
      en: 'Of 100 dossiers that fell due and are decided where they were received, how many were settled in time.',
    },
    formula: { vi: `Hồ sơ tại chỗ ${cohort.vi}.`, en: `Local dossiers ${cohort.en}.` },
    direction: 'up',
    source: DUE_LAW,
    computation: { kind: 'rate', of: localOnTime },
  },
  {
    ...common,
    id: 'clearance_rate',
    label: { vi: 'Tỷ lệ giải quyết trên tiếp nhận', en: 'Clearance rate' },
    description: {
      vi: 'Cứ 100 hồ sơ tiếp nhận trong kỳ thì có bao nhiêu hồ sơ được giải quyết xong; dưới 100 % là hồ sơ dồn lại.',
      en: 'For 100 dossiers received in the period, how many were settled; below 100% they pile up.',
    },
    formula: {
      vi: 'Hồ sơ kết thúc trong kỳ ÷ hồ sơ tiếp nhận trong kỳ.',
      en: 'Dossiers finished in the range ÷ dossiers received in the range.',
    },
    direction: 'up',
    source: null,
    computation: { kind: 'ratio', top: settled, bottom: received, by: 'n' },
  },
  {
    ...common,
    id: 'paused_share',
    label: { vi: 'Phần thời gian đồng hồ dừng', en: 'Share of the time the clock stood still' },
    description: {
      vi: 'Trong thời gian từ tiếp nhận đến kết thúc, bao nhiêu phần đồng hồ bị dừng để chờ bổ sung.',
      en: 'Of the time from reception to the end, how much the clock stood still for more papers.',
    },
    formula: {
      vi: 'Tổng thời gian tạm dừng ÷ tổng thời gian từ tiếp nhận đến kết thúc, của hồ sơ kết thúc trong kỳ. Dừng đồng hồ nhiều làm thời gian tính được ngắn đi, không làm người dân chờ ít đi.',
      en: 'Sum of pauses ÷ sum of the time from reception to the end, over dossiers finished in the range. Stopping clocks shortens what is counted, not what people wait.',
    },
    direction: 'down',
    source: null,
    computation: { kind: 'ratio', top: stood, bottom: taken, by: 'sum' },
  },
];
