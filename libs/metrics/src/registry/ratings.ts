import { sql } from '@evenhand/warehouse';
import type { MetricDefinition, Term } from './definition';
import { SATISFACTION } from './standards';
import { served } from './tickets';

const given: Term = { entity: 'rating', cases: () => sql`1` };
const satisfied: Term = {
  entity: 'rating',
  cases: () => sql`scale IN (3, 5)`,
  // The two best of three levels, the two best of five.
  hits: () => sql`level >= scale - 1`,
};

const common = { version: 1 } as const;

/** How people found the service. */
export const RATINGS: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'ratings',
    label: { vi: 'Lượt đánh giá', en: 'Ratings' },
    description: { vi: 'Có bao nhiêu lượt người dân đánh giá.', en: 'How many people said how it was.' },
    formula: { vi: 'Đếm số lượt đánh giá theo ngày đánh giá.', en: 'Ratings counted by the day on which they were given.' },
    unit: 'count',
    direction: 'none',
    standard: null,
    source: null,
    computation: { kind: 'count', of: given },
  },
  {
    ...common,
    id: 'satisfaction_rate',
    label: { vi: 'Tỷ lệ hài lòng', en: 'Satisfaction rate' },
    description: { vi: 'Cứ 100 người đánh giá thì bao nhiêu người hài lòng.', en: 'Of 100 people who answered, how many were satisfied.' },
    formula: {
      vi: 'Mức 2–3 của thang 3 mức, mức 4–5 của thang 5 mức ÷ mọi lượt đánh giá theo hai thang đó.',
      en: 'Levels 2–3 of 3 and 4–5 of 5 ÷ all ratings on these scales.',
    },
    unit: 'share',
    direction: 'up',
    standard: SATISFACTION,
    source: {
      vi: 'Thang đánh giá theo Thông tư 01/2018/TT-VPCP; hai mức cao nhất là hài lòng.',
      en: 'Scale of Circular 01/2018/TT-VPCP; the two best levels count as satisfied.',
    },
    computation: { kind: 'rate', of: satisfied },
  },
  {
    ...common,
    id: 'response_rate',
    label: { vi: 'Tỷ lệ có đánh giá', en: 'Response rate' },
    description: { vi: 'Cứ 100 lượt phục vụ thì có bao nhiêu lượt đánh giá.', en: 'How many ratings there are for 100 people served.' },
    formula: {
      vi: 'Số lượt đánh giá (theo ngày đánh giá) ÷ số lượt được phục vụ (theo ngày cấp phiếu).',
      en: 'Ratings (by day given) ÷ tickets served (by day of issue).',
    },
    unit: 'share',
    direction: 'up',
    standard: null,
    source: null,
    computation: { kind: 'ratio', top: given, bottom: served, by: 'n' },
  },
];
