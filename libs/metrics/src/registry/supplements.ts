import { sql } from '@evenhand/warehouse';
import type { MetricDefinition, Term } from './definition';
import { fellDue, overDays } from './due-rules';

const rightFirst = fellDue({
  hits: () => sql`supplement_requests = 0`,
  rollup: { n: 'due', misses: 'due_supplemented', days: overDays },
});
const supplemented = fellDue({
  hits: () => sql`supplement_requests > 0`,
  rollup: { n: 'due', hits: 'due_supplemented', days: overDays },
});
const askedAgain = fellDue({ hits: () => sql`supplement_requests > 1` });
const requests = fellDue({ amount: () => sql`toInt64(supplement_requests)` });

/** 3: not received. */
const refused: Term = { entity: 'dossier', cases: () => sql`1`, hits: () => sql`status = 3` };

const cohort = {
  vi: 'hồ sơ có ngày hẹn trả trong kỳ và đã qua, trừ hồ sơ không được tiếp nhận và hồ sơ công dân rút',
  en: 'dossiers whose due day lies in the range and is over, refused and withdrawn ones left out',
};
const form = {
  vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02, Thông tư 03/2025/TT-VPCP); Quyết định 766/QĐ-TTg tính hồ sơ bị yêu cầu bổ sung quá một lần là quá hạn.',
  en: 'Request for more papers (form 02 of Circular 03/2025/TT-VPCP); Decision 766/QĐ-TTg counts a dossier with more than one as overdue.',
};
const common = { unit: 'share', direction: 'down', standard: null, version: 1, source: form } as const;

/** How often people are sent back: for more papers, or altogether. */
export const SUPPLEMENTS: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'first_time_right_rate',
    label: { vi: 'Tỷ lệ hồ sơ đúng ngay lần đầu', en: 'First-time-right rate' },
    description: {
      vi: 'Cứ 100 hồ sơ đến hạn thì bao nhiêu hồ sơ không phải bổ sung lần nào.',
      en: 'Of 100 dossiers that fell due, for how many nobody had to bring more papers.',
    },
    formula: { vi: `Hồ sơ không có yêu cầu bổ sung ÷ ${cohort.vi}.`, en: `Dossiers without a supplement request ÷ ${cohort.en}.` },
    direction: 'up',
    computation: { kind: 'rate', of: rightFirst },
  },
  {
    ...common,
    id: 'supplement_rate',
    label: { vi: 'Tỷ lệ hồ sơ phải bổ sung', en: 'Share with a supplement request' },
    description: {
      vi: 'Cứ 100 hồ sơ đến hạn thì bao nhiêu hồ sơ phải bổ sung giấy tờ.',
      en: 'Of 100 dossiers that fell due, for how many more papers were asked for.',
    },
    formula: { vi: `Hồ sơ có yêu cầu bổ sung ÷ ${cohort.vi}.`, en: `Dossiers with a supplement request ÷ ${cohort.en}.` },
    computation: { kind: 'rate', of: supplemented },
  },
  {
    ...common,
    id: 'repeated_supplement_rate',
    label: { vi: 'Tỷ lệ hồ sơ phải bổ sung quá một lần', en: 'Share asked for papers more than once' },
    description: {
      vi: 'Cứ 100 hồ sơ đến hạn thì bao nhiêu hồ sơ phải bổ sung hơn một lần.',
      en: 'Of 100 dossiers that fell due, for how many papers were asked for more than once.',
    },
    formula: {
      vi: `Hồ sơ có hơn một yêu cầu bổ sung ÷ ${cohort.vi}.`,
      en: `Dossiers with more than one supplement request ÷ ${cohort.en}.`,
    },
    computation: { kind: 'rate', of: askedAgain },
  },
  {
    ...common,
    id: 'supplements_per_100',
    label: { vi: 'Số lần yêu cầu bổ sung trên 100 hồ sơ', en: 'Supplement requests per 100 dossiers' },
    description: {
      vi: 'Trên 100 hồ sơ đến hạn có bao nhiêu lần yêu cầu bổ sung.',
      en: 'How many times papers were asked for in 100 dossiers that fell due.',
    },
    formula: { vi: `100 × tổng số lần yêu cầu bổ sung ÷ ${cohort.vi}.`, en: `100 × supplement requests ÷ ${cohort.en}.` },
    unit: 'count',
    computation: { kind: 'mean', of: requests, scale: 0.01 },
  },
  {
    ...common,
    id: 'refusal_rate',
    label: { vi: 'Tỷ lệ hồ sơ không được tiếp nhận', en: 'Refusal rate' },
    description: {
      vi: 'Cứ 100 hồ sơ nộp vào thì bao nhiêu hồ sơ bị từ chối tiếp nhận.',
      en: 'Of 100 dossiers that were handed in, how many were refused.',
    },
    formula: {
      vi: 'Hồ sơ ở trạng thái không được tiếp nhận (3) ÷ mọi hồ sơ, theo ngày tiếp nhận.',
      en: 'Dossiers with the status “not received” (3) ÷ all dossiers, by day of reception.',
    },
    source: {
      vi: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu 03, Thông tư 03/2025/TT-VPCP).',
      en: 'Refusal slip (form 03 of Circular 03/2025/TT-VPCP).',
    },
    computation: { kind: 'rate', of: refused },
  },
];
