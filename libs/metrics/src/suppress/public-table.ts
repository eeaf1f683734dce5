import { DIMENSIONS, type Question, startOfMonth } from '@evenhand/domain';
import { dimensionsOf } from '../check-question';
import { feedsOf } from '../facts/feeds-of';
import { type MetricDefinition, termsOf } from '../registry/definition';
import { metricNamed } from '../registry/registry';
import { kindsIn, PLACES } from './public-view';
import type { Judged } from './suppress';

const yearOf = (day: string): string => `${day.slice(0, 4)}-01-01`;

/** Asks for the pieces that a public answer of a metric is made of: whole years, by place or by the one other dimension. */
export function tableQuestion(question: Question, metric: MetricDefinition): Question {
  const known = dimensionsOf(metric);
  const [kind] = kindsIn(question);
  const by = [...(kind === undefined ? PLACES : [kind]), 'month' as const].filter((one) => known.includes(one));
  const lastYear = yearOf(startOfMonth(question.to, -1));
  return {
    metrics: [metric.id],
    by: DIMENSIONS.filter((one) => by.includes(one)),
    from: yearOf(question.from),
    to: startOfMonth(lastYear, 12),
    where: [],
    exact: false,
  };
}

/**
 * Metrics of the same people as a share, and that share: what it hides, they hide too. Each chooses for itself what must go with
 * a small figure, so side by side the number of cases and their share would give away what either hides alone.
 */
const HIDDEN_WITH: Readonly<Record<string, string>> = {
  ...{ offered_long_wait_rate: 'long_wait_rate', long_waits: 'long_wait_rate', tickets_abandoned: 'abandonment_rate' },
  ...{ contract_decisions: 'contract_decision_rate', suspect_ratings: 'suspect_rating_rate' },
  ...{ satisfaction_mean: 'satisfaction_rate', satisfaction_shrunk: 'satisfaction_rate' },
  ...{ satisfaction_at_least: 'satisfaction_rate', satisfaction_at_most: 'satisfaction_rate' },
};

/** The share with which this metric is hidden; `null` where it speaks for itself. */
export function hiddenWith({ id }: MetricDefinition): MetricDefinition | null {
  const other = HIDDEN_WITH[id];
  return other === undefined ? null : metricNamed(other);
}

const OPINIONS: readonly string[] = ['rating', 'survey_answer'];

/** What must be known of a metric to judge whether its figures may be shown. */
export const judgedOf = ({ computation }: MetricDefinition): Judged => ({
  kind: computation.kind,
  isOpinion: termsOf(computation).some(({ entity }) => feedsOf(entity).some((feed) => OPINIONS.includes(feed))),
  isStock: termsOf(computation).some(({ isStock, withSettled }) => isStock === true && withSettled !== true),
});
