import { sql } from '@evenhand/warehouse';
import type { MetricDefinition, Term } from './definition';
import { RESPONSE, SATISFACTION } from './standards';
import { served } from './tickets';

/** The two best of three levels, the two best of five. */
export const isSatisfied = sql`level >= scale - 1`;
/** Scales of which the law and the surveys of communes say which levels are satisfied; others say nothing here. */
export const isKnownScale = sql`scale IN (3, 5)`;

const given: Term = { entity: 'rating', cases: () => sql`1` };
const ofTicket: Term = { entity: 'rating', cases: () => sql`ticket_id != ''` };
/** Who was satisfied of those who said it on a scale of three or five levels. */
export const satisfied: Term = { entity: 'rating', cases: () => isKnownScale, hits: () => isSatisfied };
const level: Term = {
  entity: 'rating',
  cases: () => isKnownScale,
  // 1, 2, 3 of three are 0, 50, 100; 1 … 5 of five are 0, 25 … 100: whole numbers on both scales.
  amount: () => sql`intDiv(100 * (toInt64(level) - 1), toInt64(scale) - 1)`,
};

/** The words of law on which the scale of three levels rests. */
export const SCALE_SOURCE = {
  vi: 'Thang đánh giá theo Thông tư 01/2018/TT-VPCP; hai mức cao nhất là hài lòng.',
  en: 'Scale of Circular 01/2018/TT-VPCP; the two best levels count as satisfied.',
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
    source: SCALE_SOURCE,
    computation: { kind: 'rate', of: satisfied },
  },
  {
    ...common,
    id: 'satisfaction_mean',
    label: { vi: 'Điểm hài lòng trung bình', en: 'Mean satisfaction' },
    description: {
      vi: 'Trung bình người dân cho bao nhiêu điểm, từ 0 (kém nhất) đến 100 (tốt nhất).',
      en: 'How many points people gave on average, from 0 (worst) to 100 (best).',
    },
    formula: {
      vi: 'Mỗi mức đổi ra điểm, chia đều từ 0 đến 100 (thang 3 mức: 0, 50, 100; thang 5 mức: 0, 25, 50, 75, 100); trung bình cộng.',
      en: 'Each level as points, evenly from 0 to 100 (three levels: 0, 50, 100; five: 0, 25, 50, 75, 100); their mean.',
    },
    unit: 'points',
    direction: 'up',
    standard: null,
    source: null,
    computation: { kind: 'mean', of: level, scale: 1 },
  },
  {
    id: 'response_rate',
    label: { vi: 'Tỷ lệ có đánh giá', en: 'Response rate' },
    description: { vi: 'Cứ 100 lượt phục vụ thì có bao nhiêu lượt đánh giá.', en: 'How many ratings there are for 100 people served.' },
    formula: {
      vi: 'Số lượt đánh giá có ghi phiếu lấy số (theo ngày đánh giá) ÷ số lượt được phục vụ (theo ngày cấp phiếu).',
      en: 'Ratings that name a ticket (by day given) ÷ tickets served (by day of issue).',
    },
    unit: 'share',
    direction: 'up',
    standard: RESPONSE,
    version: 2,
    versions: [
      { version: 1, from: null, change: { vi: 'Mọi lượt đánh giá ÷ lượt được phục vụ.', en: 'All ratings ÷ tickets served.' } },
      {
        version: 2,
        from: null,
        change: {
          vi: 'Chỉ tính lượt đánh giá gắn với một phiếu: đánh giá không gắn với ai thì không phải là trả lời của người được phục vụ.',
          en: 'Only ratings that name a ticket: one that belongs to nobody is no answer of somebody served.',
        },
      },
    ],
    source: null,
    computation: { kind: 'ratio', top: ofTicket, bottom: served, by: 'n' },
  },
];
