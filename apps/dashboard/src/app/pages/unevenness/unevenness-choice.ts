import type { Adjustment, Day, Grain } from '@evenhand/domain';

/** What points can be compared by, in the order of the menu. */
export const UNEVENNESS_METRICS = [
  'long_wait_rate',
  'wait_p90',
  'abandonment_rate',
  'on_time_rate',
  'throughput_median',
  'first_time_right_rate',
  'satisfaction_rate',
  'counter_occupancy',
] as const;

/** How far points lie apart, told in three ways. */
export const SPREADS = ['range', 'real_spread', 'gini'] as const;
export type Spread = (typeof SPREADS)[number];

export const SERIES_GRAINS = ['week', 'month'] as const satisfies readonly Grain[];
export type SeriesGrain = (typeof SERIES_GRAINS)[number];

export const SWITCHED_ADJUSTMENTS = ['casemix', 'none'] as const satisfies readonly Adjustment[];
export type SwitchedAdjustment = (typeof SWITCHED_ADJUSTMENTS)[number];

/** What the page shows, apart from the filters of the top bar. */
export interface UnevennessChoice {
  readonly metric: (typeof UNEVENNESS_METRICS)[number];
  readonly grain: SeriesGrain;
  readonly adjust: SwitchedAdjustment;
  readonly spread: Spread;
  /** The day from which a change is counted, as the link has it; `null` for the beginning of the series. */
  readonly since: Day | null;
}

interface Params {
  get(name: string): string | null;
}

const oneOf = <T extends string>(allowed: readonly T[], text: string | null, usual: T): T => allowed.find((one) => one === text) ?? usual;

/** Reads the choice from a query string; what is not known stands at its usual value. */
export const readUnevenness = (params: Params): UnevennessChoice => ({
  metric: oneOf(UNEVENNESS_METRICS, params.get('metric'), 'long_wait_rate'),
  grain: oneOf(SERIES_GRAINS, params.get('grain'), 'month'),
  adjust: oneOf(SWITCHED_ADJUSTMENTS, params.get('adjust'), 'casemix'),
  spread: oneOf(SPREADS, params.get('spread'), 'range'),
  since: params.get('since'),
});
