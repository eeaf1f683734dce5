import { addDays, type Day, type Dimension, type Question } from '@evenhand/domain';

const WEEKS = 26;

interface Asked {
  readonly metrics: readonly string[];
  readonly by?: readonly Dimension[];
  readonly weeks?: number;
}

const CARDS = ['long_wait_rate', 'on_time_rate', 'satisfaction_rate', 'counter_occupancy', 'dossiers_overdue', 'response_rate'] as const;
const WAITS = ['wait_mean', 'wait_median', 'wait_p90', 'longest_wait'] as const;

/** What most people look at first: the cards with their history, points side by side, the hours of the week, and kinds of case. */
const FIRST: readonly Asked[] = [
  ...CARDS.flatMap((metric): readonly Asked[] => [{ metrics: [metric] }, { metrics: [metric], by: ['week'], weeks: WEEKS }]),
  { metrics: ['long_wait_rate'], by: ['point'] },
  { metrics: ['long_wait_rate', 'long_waits'], by: ['point'] },
  { metrics: ['tickets'], by: ['point'] },
  { metrics: ['abandonment_rate'], by: ['point'] },
  { metrics: ['service_mean'], by: ['point'] },
  { metrics: ['throughput_mean'], by: ['point'] },
  { metrics: ['dossiers_received'], by: ['point'] },
  { metrics: ['long_wait_rate'], by: ['procedure'] },
  { metrics: ['on_time_rate'], by: ['procedure'] },
  { metrics: ['on_time_rate'], by: ['field'] },
  { metrics: ['wait_p90'], by: ['field'] },
  { metrics: ['wait_p90'], by: ['month'] },
  { metrics: ['long_wait_rate', 'tickets'], by: ['weekday', 'half_hour'] },
  { metrics: ['wait_p90'], by: ['weekday', 'half_hour'] },
  { metrics: [...WAITS], by: ['point'] },
  { metrics: ['tickets'], by: ['point', 'field'] },
  { metrics: ['wait_p90'], by: ['field', 'channel'] },
  { metrics: ['long_wait_rate'], by: ['point', 'half_hour'] },
];

/** These questions of the days before one. */
export const firstQuestions = (day: Day): readonly Question[] =>
  FIRST.map(({ metrics, by = [], weeks = 4 }) => ({ metrics, by, from: addDays(day, -7 * weeks), to: day, where: [], exact: false }));
