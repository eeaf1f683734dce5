import type { Question } from '@evenhand/domain';
import type { CityFacts } from '../../data/city-facts';
import type { Filters } from '../../data/filters';
import type { PageQuestions } from '../../data/page-answers';
import type { PagePeriods } from '../../data/page-periods';
import { lastWeekOf, SILENCE_METRIC } from '../../data/silent-points';

/** The cards of the page, in reading order. */
export const KPI_METRICS = ['long_wait_rate', 'on_time_rate', 'satisfaction_rate', 'counter_occupancy', 'dossiers_overdue'] as const;
/** What points can be compared by. */
export const RANKING_METRICS = ['long_wait_rate', 'wait_p90', 'on_time_rate', 'satisfaction_rate', 'abandonment_rate'] as const;
/** The metric of the status sentence. */
export const STATUS_METRIC = 'long_wait_rate';
/** Shown beside satisfaction: how many of the served answered. */
export const RESPONSE_METRIC = 'response_rate';
export const HOURS_METRIC = 'wait_p90';

/** What the page is looked at by. */
export interface CityChoice {
  /** The metric that points are compared by. */
  readonly chosen: string;
  /** Code of the point that the page is narrowed to. */
  readonly unit: string | null;
}

/** Everything the page asks, one question a figure, so that one that fails leaves the others standing. */
export function cityQuestions(
  { range, before, weeks }: PagePeriods,
  { chosen, unit }: CityChoice,
  filters: Filters,
  facts: CityFacts,
): PageQuestions {
  const ask = (id: string, ...rest: Rest): Question | null => {
    const metric = facts.metric(id);
    return metric === null ? null : filters.question(metric, ...rest);
  };
  const known = facts.knownDays();
  const silence = known === null ? null : lastWeekOf(range, known);
  const ofUnit = unit === null ? {} : { where: [{ dimension: 'point' as const, values: [unit] }] };
  const compared = [...new Set([STATUS_METRIC, chosen])];
  return Object.fromEntries([
    ...[...KPI_METRICS, RESPONSE_METRIC].map((id) => [`now.${id}`, ask(id, [], range)] as const),
    ...KPI_METRICS.map((id) => [`before.${id}`, before === null ? null : ask(id, [], before)] as const),
    ...KPI_METRICS.map((id) => [`weeks.${id}`, ask(id, ['week'], weeks)] as const),
    ...compared.map((id) => [`points.${id}`, ask(id, ['point'], range)] as const),
    ...compared.map((id) => [`city.${id}`, ask(id, [], range, { isWholeCity: true })] as const),
    ['silence', silence === null ? null : ask(SILENCE_METRIC, ['point'], silence)] as const,
    ['hours', ask(HOURS_METRIC, ['weekday', 'half_hour'], range, ofUnit)] as const,
    ['procedures', ask(chosen, ['procedure'], range, ofUnit)] as const,
  ]);
}

type Rest = Parameters<Filters['question']> extends [unknown, ...infer Others] ? Others : never;
