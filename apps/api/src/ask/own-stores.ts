import { wholeCity } from '@evenhand/domain';
import type { Stores } from '@evenhand/etl';
import { MetricAnswers } from '@evenhand/metrics';
import { CoveredDays } from '../city/covered-days';
import { ServicePoints } from '../points/service-points';
import { type AnswerSource, DIFF_PAGE, namesIn } from './answer-source';

/** Answers from stores that this process has opened. */
export function ownStores(stores: Stores): AnswerSource {
  const metrics = new MetricAnswers(stores.questions, stores.city.settings);
  const points = new ServicePoints(stores.records, new CoveredDays(stores.questions, stores.city.settings), () => new Date());
  return {
    answer: (question) => metrics.answer(question, wholeCity),
    diff: async ({ metrics: [metric = ''], from, to, where, asOf }, { then, page }) => {
      const diff = await metrics.diff({ metric, from, to, where, asOf, then, page, size: DIFF_PAGE, part: 'n' }, wholeCity);
      return { ...diff, page, size: DIFF_PAGE };
    },
    metrics: () => Promise.resolve(metrics.catalog()),
    names: async () => namesIn(await points.list()),
    close: () => stores.close(),
  };
}
