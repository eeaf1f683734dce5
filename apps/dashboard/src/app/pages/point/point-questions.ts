import type { Answer, AnswerRow, Dimension, TimeRange, Value } from '@evenhand/domain';
import { type Loadable, mapReady } from '../../data/loadable';
import { STRIP_METRICS } from './wait-strips';

/** The figures compared with the city at the top of the page. */
export const KEY_METRICS = [
  'long_wait_rate',
  'wait_p90',
  'on_time_rate',
  'satisfaction_rate',
  'counter_occupancy',
  'dossiers_overdue',
] as const;
/** The figures in which the own points can be held beside others taken together. */
export const BENCHMARK_METRICS = ['long_wait_rate', 'wait_mean', 'on_time_rate', 'satisfaction_rate'] as const;
/** The figures whose weeks can be read against the city's. */
export const TREND_METRICS = ['long_wait_rate', 'wait_p90', 'on_time_rate', 'satisfaction_rate', 'counter_occupancy'] as const;
/** The figures that weekday and half-hour can cut. */
export const SLOT_METRICS = ['wait_p90', 'long_wait_rate', 'tickets'] as const;
export const COUNTER_METRICS = ['tickets_served', 'service_mean', 'counter_occupancy'] as const;
export const AGENT_METRICS = ['tickets_served', 'tickets_per_officer_day', 'service_mean'] as const;
const DOSSIER_METRICS = ['dossiers_received', 'dossiers_settled', 'dossiers_open', 'throughput_median'] as const;
const RATING_METRICS = ['ratings', 'response_rate'] as const;
/** Told beside the share of long waits. */
export const PEOPLE_METRICS = ['tickets', 'wait_median', 'longest_wait', 'tickets_served', 'abandonment_rate', 'no_show_rate'] as const;

/** The questions of the survey form: what people were content with, and what not. */
export const THEMES = ['survey_attitude', 'survey_waiting', 'survey_on_time', 'survey_apology', 'survey_facilities'] as const;
const SURVEY_METRICS = ['survey_forms', ...THEMES] as const;
/** What is said of the staff as a whole. */
export const STAFF_METRICS = ['officer_days', 'tickets_per_officer_day', 'tickets_per_officer_day_adjusted'] as const;
/** How long what is open has been late, in working days; and what is not late. */
export const BACKLOG_METRICS = [
  'dossiers_in_time',
  'dossiers_at_risk',
  'dossiers_overdue_to_2',
  'dossiers_overdue_3_to_5',
  'dossiers_overdue_6_to_10',
  'dossiers_overdue_11_to_20',
  'dossiers_overdue_over_20',
] as const;

/** One view of the page: which metrics, cut how, over which days, of the point or of the whole city. */
export interface View {
  readonly metrics: readonly string[];
  readonly by: readonly Dimension[];
  readonly range: TimeRange | null;
  readonly isWholeCity: boolean;
}

export interface PointRanges {
  readonly current: TimeRange;
  readonly before: TimeRange | null;
  readonly weeks: TimeRange;
}

/** The views of the page by name. */
export const pointViews = ({ current, before, weeks }: PointRanges, slotMetric: string, trendMetric: string) =>
  ({
    current: {
      metrics: [
        ...[...KEY_METRICS, ...PEOPLE_METRICS, ...DOSSIER_METRICS, ...BACKLOG_METRICS, ...RATING_METRICS],
        ...[...STAFF_METRICS, ...SURVEY_METRICS],
      ],
      by: [],
      range: current,
      isWholeCity: false,
    },
    city: { metrics: KEY_METRICS, by: [], range: current, isWholeCity: true },
    cityThemes: { metrics: THEMES, by: [], range: current, isWholeCity: true },
    before: { metrics: KEY_METRICS, by: [], range: before, isWholeCity: false },
    weeks: { metrics: KEY_METRICS, by: ['week'], range: weeks, isWholeCity: false },
    cityWeeks: { metrics: [trendMetric], by: ['week'], range: weeks, isWholeCity: true },
    fields: { metrics: STRIP_METRICS, by: ['field'], range: current, isWholeCity: false },
    slots: { metrics: [slotMetric], by: ['weekday', 'half_hour'], range: current, isWholeCity: false },
    counters: { metrics: COUNTER_METRICS, by: ['counter'], range: current, isWholeCity: false },
    agents: { metrics: AGENT_METRICS, by: ['agent'], range: current, isWholeCity: false },
  }) satisfies Readonly<Record<string, View>>;

export type ViewName = keyof ReturnType<typeof pointViews>;

/** The name under which one metric of a view is looked up. */
export const nameOf = (view: string, metric: string): string => `${view}.${metric}`;

/** One figure of one row. */
export const figureIn = (row: AnswerRow | undefined, metric: string): Value | null => row?.values[metric] ?? null;

/** The figure of an answer that is not broken down. */
export const totalOf = (load: Loadable<Answer | null>, metric: string): Loadable<Value | null> =>
  mapReady(load, (answer) => figureIn(answer?.rows[0], metric));
