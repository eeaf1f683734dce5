import type { TimeRange } from './time-range';

/** How answers can be broken down and filtered. Buckets of time are keyed by their first day; weekdays by 1 = Monday. */
export const DIMENSIONS = [
  'ward',
  'branch',
  'point',
  'field',
  'procedure',
  'channel',
  'counter',
  'agent',
  'outcome',
  'source',
  'weekday',
  'half_hour',
  'day',
  'week',
  'month',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Dimensions that cut time into buckets. */
export const GRAINS = ['day', 'week', 'month'] as const satisfies readonly Dimension[];
export type Grain = (typeof GRAINS)[number];

/** Keeps the cases whose dimension has one of the values. */
export interface Filter {
  readonly dimension: Dimension;
  readonly values: readonly string[];
}

/** What each figure of an answer can be held against; `peers`: the points most like one point by mix and size, taken together. */
export const COMPARED_WITH = ['previous', 'last_year', 'city', 'peers'] as const;
export type ComparedWith = (typeof COMPARED_WITH)[number];

/** For whose eyes an answer is: `public` hides what rests on few cases. */
export const VIEWS = ['staff', 'public'] as const;
export type View = (typeof VIEWS)[number];

/** What somebody wants to know: some metrics, over a range, by some dimensions, for some of the cases. */
export interface Question extends TimeRange {
  readonly metrics: readonly string[];
  readonly by: readonly Dimension[];
  readonly where: readonly Filter[];
  /** Ask the raw rows even where a rollup would answer faster. */
  readonly exact: boolean;
  /**
   * Answer from what had been published by then: an instant (ISO 8601 with its zone), or a day of the city for the end of that
   * day. What is known at present unless given.
   */
  readonly asOf?: string | undefined;
  /** The periods and places to hold each figure against; none unless given. */
  readonly compare?: readonly ComparedWith[] | undefined;
  /** For those who work with the figures unless given. */
  readonly view?: View | undefined;
}
