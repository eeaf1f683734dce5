import { beyondWall, param, sql, type Sql } from '@evenhand/warehouse';
import { FACTS } from '../facts/facts';
import type { MetricDefinition, Rule, RuleContext, Term } from './definition';
import { settled } from './dossiers';
import { isKnownScale, isSatisfied } from './ratings';
import { RESPONSE } from './standards';

/** Nobody answers before being served: earlier rows need not be read. */
const since = ({ range }: RuleContext, day: Sql): Sql => (range ? sql` AND ${day} >= ${param('Date', range.from)}` : sql``);

/** Tickets by what their holder said last. */
const lastSaid = (context: RuleContext, verdict: 0 | 1): Sql =>
  sql`(point_code, ticket_id) IN (
    SELECT point_code, ticket_id FROM ${context.known.rows(FACTS.rating)} WHERE ticket_id != '' AND ${isKnownScale}${since(context, sql`rated_on`)}
    GROUP BY point_code, ticket_id HAVING argMax(${isSatisfied}, (rated_at, rating_id)) = ${verdict === 1 ? sql`1` : sql`0`})`;

const ofServed = (hits: Rule): Term => ({ entity: 'rated_ticket', cases: () => sql`outcome = 'served'`, hits, dependsOnRange: true });

const answeredDossier: Rule = (context) => {
  const named = (fact: 'rating' | 'survey_answer', day: Sql): Sql =>
    sql`dossier_code IN (${beyondWall(sql`SELECT dossier_code FROM ${context.known.rows(FACTS[fact])} WHERE dossier_code != ''${since(context, day)}`)})`;
  return sql`(${named('rating', sql`rated_on`)} OR ${named('survey_answer', sql`answered_on`)})`;
};

const common = { unit: 'share', direction: 'up', version: 1 } as const;
const source = {
  vi: 'Cận của Manski: người im lặng không được coi là hài lòng, cũng không bị coi là không hài lòng.',
  en: 'Bounds of Manski: who is silent counts neither as satisfied nor as dissatisfied.',
};

/** What may be said about those who did not answer. */
export const SILENCE: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'satisfaction_at_least',
    label: { vi: 'Tỷ lệ hài lòng ít nhất', en: 'Satisfaction, at least' },
    description: {
      vi: 'Nếu mọi người không trả lời đều không hài lòng thì cứ 100 người được phục vụ có bao nhiêu người hài lòng.',
      en: 'Of 100 people served, how many were satisfied if everybody who did not answer was not.',
    },
    formula: {
      vi: 'Số phiếu được phục vụ mà lần đánh giá cuối là hài lòng ÷ số phiếu được phục vụ, theo ngày cấp phiếu.',
      en: 'Tickets served whose last rating is satisfied ÷ tickets served, by day of issue.',
    },
    standard: null,
    source,
    computation: { kind: 'rate', of: ofServed((context) => lastSaid(context, 1)) },
  },
  {
    ...common,
    id: 'satisfaction_at_most',
    label: { vi: 'Tỷ lệ hài lòng nhiều nhất', en: 'Satisfaction, at most' },
    description: {
      vi: 'Nếu mọi người không trả lời đều hài lòng thì cứ 100 người được phục vụ có bao nhiêu người hài lòng.',
      en: 'Of 100 people served, how many were satisfied if everybody who did not answer was.',
    },
    formula: {
      vi: 'Số phiếu được phục vụ mà lần đánh giá cuối không phải là không hài lòng, kể cả phiếu không được đánh giá ÷ số phiếu được phục vụ.',
      en: 'Tickets served whose last rating is not dissatisfied, those without a rating included ÷ tickets served.',
    },
    standard: null,
    source,
    computation: { kind: 'rate', of: ofServed((context) => sql`NOT (${lastSaid(context, 0)})`) },
  },
  {
    ...common,
    id: 'dossier_response_rate',
    label: { vi: 'Tỷ lệ hồ sơ có đánh giá', en: 'Response rate of dossiers' },
    description: {
      vi: 'Cứ 100 hồ sơ đã giải quyết thì bao nhiêu hồ sơ được người dân đánh giá hoặc trả lời khảo sát.',
      en: 'Of 100 dossiers settled, about how many somebody gave a rating or answered a survey.',
    },
    formula: {
      vi: 'Số hồ sơ kết thúc trong kỳ có lượt đánh giá hoặc phiếu khảo sát ghi mã hồ sơ ÷ số hồ sơ kết thúc trong kỳ.',
      en: 'Dossiers finished in the range that a rating or a survey form names ÷ dossiers finished in the range.',
    },
    standard: RESPONSE,
    source: null,
    computation: {
      kind: 'rate',
      of: { entity: settled.entity, day: settled.day ?? 'finished_on', cases: settled.cases, hits: answeredDossier, dependsOnRange: true },
    },
  },
];
