import { DIMENSIONS, type Question, startOfMonth } from '@evenhand/domain';
import { dimensionsOf } from '../check-question';
import { feedsOf } from '../facts/feeds-of';
import { type MetricDefinition, termsOf } from '../registry/definition';
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

const OPINIONS: readonly string[] = ['rating', 'survey_answer'];

/** What must be known of a metric to judge whether its figures may be shown. */
export const judgedOf = ({ computation }: MetricDefinition): Judged => ({
  kind: computation.kind,
  isOpinion: termsOf(computation).some(({ entity }) => feedsOf(entity).some((feed) => OPINIONS.includes(feed))),
  isStock: termsOf(computation).some(({ isStock, withSettled }) => isStock === true && withSettled !== true),
});
