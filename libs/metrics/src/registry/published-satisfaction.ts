import { type Sql, sql } from '@evenhand/warehouse';
import type { MetricDefinition, Term } from './definition';

/** Points have two decimals. */
const hundredths = (column: Sql) => (): Sql => sql`toInt64(round(100 * toFloat64(${column})))`;
const ofSatisfaction = () => sql`metric = 'MDHL'`;
const reached: Term = { entity: 'published_score', cases: ofSatisfaction, amount: hundredths(sql`score`) };
const possible: Term = { entity: 'published_score', cases: ofSatisfaction, amount: hundredths(sql`max_score`) };

/** What others publish about satisfaction: shown as given, never mixed with what people answered here. */
export const PUBLISHED: readonly MetricDefinition[] = [
  {
    id: 'published_satisfaction',
    label: { vi: 'Mức độ hài lòng do Cổng Dịch vụ công quốc gia công bố', en: 'Satisfaction as the national portal publishes it' },
    description: {
      vi: 'Cổng Dịch vụ công quốc gia chấm bao nhiêu phần trăm số điểm tối đa về mức độ hài lòng; cách tính của Cổng khác với các con số khác ở đây.',
      en: 'Which part of the points for satisfaction the national portal gave; it counts in another way than the other figures here.',
    },
    formula: {
      vi: 'Tổng điểm nhóm mức độ hài lòng (MDHL) ÷ tổng điểm tối đa của các kỳ bắt đầu trong khoảng thời gian; lấy nguyên như đã công bố.',
      en: 'Points of the group satisfaction (MDHL) ÷ points possible, over the periods that begin in the range; exactly as published.',
    },
    unit: 'share',
    direction: 'up',
    standard: null,
    version: 1,
    source: {
      vi: 'Quyết định 766/QĐ-TTg ngày 23/6/2022: nhóm chỉ số mức độ hài lòng, tối đa 18 điểm.',
      en: 'Decision 766/QĐ-TTg of 23 June 2022: group of satisfaction, at most 18 points.',
    },
    computation: { kind: 'ratio', top: reached, bottom: possible, by: 'sum' },
  },
];
