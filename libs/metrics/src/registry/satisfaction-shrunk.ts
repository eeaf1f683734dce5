import type { MetricDefinition } from './definition';
import { SCALE_SOURCE, satisfied } from './ratings';
import { SATISFACTION } from './standards';

/** What is likely of a point, its few answers seen beside those of all others. */
export const SHRUNK: readonly MetricDefinition[] = [
  {
    id: 'satisfaction_shrunk',
    label: { vi: 'Tỷ lệ hài lòng (đã co về trung bình chung)', en: 'Satisfaction (drawn to the mean of all)' },
    description: {
      vi: 'Ước lượng cứ 100 người thì bao nhiêu người hài lòng; điểm có ít lượt đánh giá thì ước lượng nghiêng về mức chung.',
      en: 'Of 100 people, how many are probably satisfied; where few have answered, the estimate leans towards the mean of all.',
    },
    formula: {
      vi: 'Ước lượng Bayes thực nghiệm: (số hài lòng + α) ÷ (số lượt + α + β), với phân bố Beta(α, β) của mọi điểm trong phạm vi, cùng kỳ, ước lượng bằng hợp lý cực đại; khoảng tin cậy là phân vị Beta. Cả thành phố, hoặc dưới 3 điểm: tỷ lệ không co.',
      en: 'Empirical Bayes: (satisfied + α) ÷ (ratings + α + β), where Beta(α, β) is how all points of the scope are spread in the same period, fitted by maximum likelihood; the interval is of that Beta. For the whole city, or fewer than 3 points: the share as it is.',
    },
    unit: 'share',
    direction: 'up',
    standard: SATISFACTION,
    version: 1,
    source: SCALE_SOURCE,
    computation: { kind: 'shrunk', of: satisfied },
  },
];
