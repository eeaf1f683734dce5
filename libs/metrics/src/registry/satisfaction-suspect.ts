import { sql } from '@evenhand/warehouse';
import { SUSPECT_RATINGS } from '../satisfaction/thresholds';
import type { MetricDefinition, Term } from './definition';
import { isKnownScale, isSatisfied, SCALE_SOURCE } from './ratings';
import { SATISFACTION, SUSPECT } from './standards';

const suspect: Term = { entity: 'judged_rating', cases: () => sql`is_suspect` };
const suspectOfAll: Term = { entity: 'judged_rating', cases: () => sql`1`, hits: () => sql`is_suspect` };
const trusted: Term = { entity: 'judged_rating', cases: () => sql`${isKnownScale} AND NOT is_suspect`, hits: () => isSatisfied };

const latest = SUSPECT_RATINGS.at(-1)?.values;
const percent = Math.round((latest?.deviceShare ?? 0) * 100);
const rules = {
  vi: `Đáng ngờ: từ ${latest?.burstRatings} lượt trên một thiết bị trong ${latest?.burstSeconds} giây; một thiết bị chiếm từ ${percent} % lượt đánh giá trong ngày của điểm (khi có từ ${latest?.devices} thiết bị và ${latest?.deviceRatings} lượt); sau giờ đóng cửa quá ${latest?.minutesAfterClosing} phút; lượt thứ hai của cùng một phiếu`,
  en: `Suspect: ${latest?.burstRatings} or more on one device within ${latest?.burstSeconds} seconds; a device with ${percent} % or more of the ratings of its point on a day (of at least ${latest?.devices} devices and ${latest?.deviceRatings} ratings); more than ${latest?.minutesAfterClosing} minutes after closing; a second rating of the same ticket`,
};
const source = {
  vi: 'Ngưỡng đề xuất của thành phố, có ngày hiệu lực; lượt đáng ngờ được nêu riêng, không bị xóa.',
  en: 'Proposed thresholds of the city, each with its day; suspect ratings are shown apart, never removed.',
};

const common = { version: 1 } as const;

/** Ratings that a person who was served may not have given. */
export const SUSPECT_METRICS: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'suspect_ratings',
    label: { vi: 'Lượt đánh giá đáng ngờ', en: 'Suspect ratings' },
    description: {
      vi: 'Có bao nhiêu lượt đánh giá có thể không phải do người dân bấm.',
      en: 'How many ratings may not have been given by a person who was served.',
    },
    formula: { vi: `${rules.vi}.`, en: `${rules.en}.` },
    unit: 'count',
    direction: 'down',
    standard: null,
    source,
    computation: { kind: 'count', of: suspect },
  },
  {
    ...common,
    id: 'suspect_rating_rate',
    label: { vi: 'Tỷ lệ đánh giá đáng ngờ', en: 'Share of suspect ratings' },
    description: {
      vi: 'Cứ 100 lượt đánh giá thì bao nhiêu lượt đáng ngờ.',
      en: 'Of 100 ratings, how many may not have been given by a person who was served.',
    },
    formula: { vi: `Số lượt đáng ngờ ÷ mọi lượt đánh giá. ${rules.vi}.`, en: `Suspect ratings ÷ all ratings. ${rules.en}.` },
    unit: 'share',
    direction: 'down',
    standard: SUSPECT,
    source,
    computation: { kind: 'rate', of: suspectOfAll },
  },
  {
    ...common,
    id: 'satisfaction_trusted',
    label: { vi: 'Tỷ lệ hài lòng, không tính lượt đáng ngờ', en: 'Satisfaction without suspect ratings' },
    description: {
      vi: 'Cứ 100 người đánh giá thì bao nhiêu người hài lòng, khi bỏ ra các lượt đáng ngờ.',
      en: 'Of 100 people who answered, how many were satisfied, suspect ratings left out.',
    },
    formula: {
      vi: `Như tỷ lệ hài lòng, trên các lượt không đáng ngờ. ${rules.vi}.`,
      en: `As the satisfaction rate, of the ratings that are not suspect. ${rules.en}.`,
    },
    unit: 'share',
    direction: 'up',
    standard: SATISFACTION,
    source: SCALE_SOURCE,
    computation: { kind: 'rate', of: trusted },
  },
];
