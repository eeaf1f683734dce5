import type { Label } from './label';
import type { ComparedWith, Dimension, Question } from './question';
import type { Day, TimeRange } from './time-range';

/** Bounds at the 95 % level, in the unit of the value they belong to. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Why there is no value. `no_cases`: the denominator is zero; `no_data`: nothing was received from the feeds concerned;
 * `unknown`: the feeds concerned were silent for more than the figure can bear; `suppressed`: so few cases that they may not be
 * shown, or shown beside others they would give such few away; `not_told`: the public is told of these days later;
 * `not_applicable`: the metric has no meaning for this row, or its point has none of what it is about; `not_reached`: nobody was
 * followed for long enough to say.
 */
export const NO_VALUE_REASONS = ['no_cases', 'no_data', 'unknown', 'suppressed', 'not_told', 'not_applicable', 'not_reached'] as const;
export type NoValueReason = (typeof NO_VALUE_REASONS)[number];

/** Where a feed is silent and less than this share of what was expected has arrived, a figure that rests on it is unknown. */
export const LEAST_COVERAGE = 0.5;

/** One figure with all that is needed to trust it. */
export interface SingleValue {
  /** In the metric's unit; shares are 0…1. `null` when there is no denominator. */
  readonly value: number | null;
  readonly reason: NoValueReason | null;
  /**
   * How many cases the figure rests on: the denominator of a share, the cases behind a mean or a quantile, the count itself.
   * `null` only where it is suppressed or not told.
   */
  readonly n: number | null;
  /** The cases counted by a share ("16 of 100": 16); `null` for other kinds. */
  readonly cases: number | null;
  readonly interval: Interval | null;
  /**
   * What the value could be at the lowest and at the highest had the silent feeds told; `null` where nothing is missing or
   * nothing bounds it.
   */
  readonly bounds: Interval | null;
  /** Share of the expected working days × points whose data has arrived, 0…1; `null` where nothing was expected. */
  readonly coverage: number | null;
  /** The instant up to which the figure is known, ISO 8601 in UTC; `null` before the first load. */
  readonly asOf: string | null;
  /** Version of the metric's definition. */
  readonly version: number;
  readonly from: 'rollup' | 'raw';
  /** True when the value is read off histogram bins (error at most one bin). */
  readonly approximate: boolean;
}

/** Points of about the same size and the same mix of work, from the most alike on. */
export interface AlikePoints {
  readonly points: readonly string[];
  /** What they have in common, in words. */
  readonly description: Label;
}

/** What a figure is held against. */
export interface Against {
  /** The days of the figure that were compared: of a period that is not over, those that are. */
  readonly of: TimeRange;
  /** The figure of these days, where they are not all of the days asked about. */
  readonly now: SingleValue | null;
  /** The days it was compared with. */
  readonly range: TimeRange;
  /** Whether both have equally many of each day of the week. */
  readonly sameWeekdays: boolean;
  readonly value: SingleValue;
  /** The figure less this value, in its unit; `null` when either is missing. */
  readonly difference: number | null;
  /** Of the difference, at the 95 % level; `null` where neither side has an interval of its own. */
  readonly interval: Interval | null;
  /** Whose cases are taken together in the value of the peers; `null` where the point has too little work to be like another. */
  readonly alike?: AlikePoints | null | undefined;
}

/** One figure, and whatever the question holds it against. */
export interface Value extends SingleValue {
  readonly against?: Readonly<Partial<Record<ComparedWith, Against>>> | undefined;
}

/** One combination of dimension values with its figures. A key of `null` means the source did not say. */
export interface AnswerRow {
  readonly key: Readonly<Partial<Record<Dimension, string | null>>>;
  readonly values: Readonly<Record<string, Value>>;
}

/** Days of which the public is not told of a metric before a day. */
export interface Untold extends TimeRange {
  readonly metric: string;
  readonly toldOn: Day;
}

/** Rows sorted by their key; one row with an empty key when the question has no dimension. */
export interface Answer {
  readonly question: Question;
  readonly rows: readonly AnswerRow[];
  /** What the public has yet to be told of; no rows are about it. */
  readonly untold?: readonly Untold[] | undefined;
}
