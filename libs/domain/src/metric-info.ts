import type { Label } from './label';
import type { Dimension } from './question';
import type { Day } from './time-range';

export type Unit = 'count' | 'share' | 'minutes' | 'seconds' | 'days' | 'per_officer_day' | 'points';
export type MetricKind = 'count' | 'rate' | 'mean' | 'quantile' | 'ratio' | 'survival' | 'total' | 'shrunk';
/** Which way is better for the people served; `none` for plain volumes. */
export type Direction = 'up' | 'down' | 'none';

/** The value a service standard asks for. */
export interface Standard {
  readonly comparison: 'at_most' | 'at_least';
  /** In the metric's unit. */
  readonly value: number;
  readonly label: Label;
}

/** One state of a metric's definition: figures of days before `from` follow the state before it. */
export interface MetricVersion {
  readonly version: number;
  /** First day it holds for; `null` where it holds from the beginning. */
  readonly from: Day | null;
  /** What changed against the version before it, or what it was first. */
  readonly change: Label;
}

/** What a reader of the catalogue learns about a metric. */
export interface MetricInfo {
  readonly id: string;
  readonly label: Label;
  /** One sentence a citizen understands. */
  readonly description: Label;
  /** How it is computed, in words: numerator, denominator, clock, cohort. */
  readonly formula: Label;
  readonly unit: Unit;
  readonly kind: MetricKind;
  readonly direction: Direction;
  readonly standard: Standard | null;
  /** The version that holds; the last of `versions` where these are told. */
  readonly version: number;
  readonly versions?: readonly MetricVersion[] | undefined;
  /** Figures that are taken for this one, each with the sentence why it differs. */
  readonly differsFrom?: readonly { readonly metric: string; readonly why: Label }[] | undefined;
  /** Where the rule comes from, e.g. a decree and its article; `null` for plain counts. */
  readonly source: Label | null;
  /** `staff`: it tells of single people at work, so only whoever leads them may see it; without it, whoever may see the point. */
  readonly level?: 'staff' | undefined;
  readonly dimensions: readonly Dimension[];
}
