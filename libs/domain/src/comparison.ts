import type { AlikePoints, Interval, Value } from './answer';
import type { Label } from './label';
import type { Filter, Grain, View } from './question';
import type { Day, TimeRange } from './time-range';

/**
 * What a comparison allows for. `none`: points are held against the city as it is; `casemix`: against what the city does with
 * the same work, by what people come for, how they come and at which hour; `casemix_without_hours`: the same without the hour.
 */
export const ADJUSTMENTS = ['none', 'casemix', 'casemix_without_hours'] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

/** What makes cases alike: each stratum is one combination of these. */
export const STRATUM_KEYS = ['field', 'channel', 'procedure', 'hour_band'] as const;
export type StratumKey = (typeof STRATUM_KEYS)[number];

/** One metric over a range, point against city. Filters on places choose the points that are listed, never the yardstick. */
export interface ComparisonRequest extends TimeRange {
  readonly metric: string;
  readonly adjust: Adjustment;
  readonly where: readonly Filter[];
  readonly asOf?: string | undefined;
  /** For those who work with the figures unless given. */
  readonly view?: View | undefined;
}

/** A figure that rests on an estimate, with its 95 % interval. */
export interface Estimated {
  readonly value: number;
  readonly interval: Interval;
}

/** How a point stands to the city. Better and worse are for the people served; higher and lower where neither is better. */
export const VERDICTS = ['better', 'worse', 'higher', 'lower', 'as_expected', 'too_few', 'unknown', 'suppressed', 'no_cases'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How sure a flag is: worth a look, or worth a review. */
export const FLAG_LEVELS = ['look', 'review'] as const;
export type FlagLevel = (typeof FLAG_LEVELS)[number];

/** Where a point lies in a funnel: within the limits that 95 % of equal points keep, beyond these, beyond those of 99.8 %. */
export const FUNNEL_PLACES = ['inside', 'beyond_look', 'beyond_review'] as const;
export type FunnelPlace = (typeof FUNNEL_PLACES)[number];

/** Points of about the same size and the same mix of work, and what they have one by one. */
export interface PeerGroup extends AlikePoints {
  /** Median and tenths of their values; `null` where fewer than five of them have one. */
  readonly median: number | null;
  readonly band: Interval | null;
}

/** One service point against the city. Everything but `value` is `null` where the point cannot be compared. */
export interface PointComparison {
  readonly point: string;
  /** What people lived: never adjusted. */
  readonly value: Value;
  /** Cases that the comparison rests on. */
  readonly n: number | null;
  /** What the city does with the work of this point, in the unit of the metric. */
  readonly expected: number | null;
  /** Observed over expected: above 1, more than its work explains. Of a share that should be high, the cases that fail it. */
  readonly ratio: Estimated | null;
  /** What the point would have with the work of the city. */
  readonly adjusted: Estimated | null;
  /** The adjusted figure, drawn towards the city's the more the less is known; `reliability` is the part that is the point's own. */
  readonly shrunk: (Estimated & { readonly reliability: number }) | null;
  /** Where its figure may lie when it differs from what is expected by chance and ordinary differences alone. */
  readonly limits: Readonly<Record<FlagLevel, Interval>> | null;
  readonly funnel: FunnelPlace | null;
  /** The share of false flags among all flags as sure as this one. */
  readonly falseShare: number | null;
  readonly flag: FlagLevel | null;
  /** True when it was flagged on the same side in the period before, too. */
  readonly isPersistent: boolean;
  /** The places it can have, 1 being the best for the people served; one and the same only where no interval overlaps. */
  readonly rank: { readonly best: number; readonly worst: number } | null;
  readonly verdict: Verdict;
  readonly label: Label;
  readonly sentence: Label;
  readonly peers: PeerGroup | null;
}

/** How far points scatter, and how much of that is chance. */
export interface Scatter {
  /** How many points were compared. */
  readonly points: number;
  /** How much more the days of one point scatter than independent cases would; 1 when not at all. */
  readonly dayEffect: number;
  /** Scatter over what chance makes, on the scale of the funnel, the tenths at both ends drawn in. */
  readonly phi: number;
  /** Standard deviation of the true values, in the unit of the metric. */
  readonly real: Estimated | null;
  readonly label: Label;
}

/** All points of the scope against the city. */
export interface Comparison {
  readonly metric: string;
  readonly range: TimeRange;
  /** The period in which a flag must have stood, too, to be persistent. */
  readonly before: TimeRange;
  readonly adjust: Adjustment;
  readonly adjustedFor: readonly { readonly key: StratumKey; readonly label: Label }[];
  readonly city: Value;
  readonly scatter: Scatter;
  readonly points: readonly PointComparison[];
  /** What must be said beside the figures. */
  readonly notes: readonly Label[];
}

/** A number about the whole city, or why there is none. */
export interface CityMeasure {
  readonly value: number | null;
  readonly interval: Interval | null;
  /** Where it would lie 95 times of 100 if all points were alike; `null` where that makes no sense. */
  readonly byChance: Interval | null;
  readonly reason: Label | null;
  readonly label: Label;
}

export const UNEVENNESS_MEASURES = [
  'range',
  'real_spread',
  'gini',
  'variation',
  'tenths_ratio',
  'theil',
  'theil_within',
  'theil_between',
  'explained_by_mix',
  'gap_to_standard',
  'worst_tenth_gap',
] as const;
export type UnevennessMeasure = (typeof UNEVENNESS_MEASURES)[number];

/** The unevenness of one stretch of time. */
export interface UnevennessPeriod {
  readonly range: TimeRange;
  readonly city: Value;
  /** Points that were compared, and those that were not because of silence or too few cases. */
  readonly points: number;
  readonly unknown: readonly string[];
  readonly tooFew: readonly string[];
  /** Tenths of the points' values, each point counting once. */
  readonly low: number | null;
  readonly high: number | null;
  readonly measures: Readonly<Record<UnevennessMeasure, CityMeasure>>;
  /** The tenth of the points that is worst for the people served, by shrunk estimate. */
  readonly worstTenth: readonly string[];
}

export const CLOSINGS = ['closes', 'widens', 'cannot_tell'] as const;
export type Closing = (typeof CLOSINGS)[number];

/** How uneven the city is, over the range and from period to period. */
export interface Unevenness {
  readonly metric: string;
  readonly adjust: Adjustment;
  readonly grain: Grain;
  readonly whole: UnevennessPeriod;
  readonly series: readonly UnevennessPeriod[];
  /** Whether the gap has closed since the period that holds a day. */
  readonly since: {
    readonly day: Day;
    /** Real spread of the last complete period less that of the first. */
    readonly change: CityMeasure;
    readonly verdict: Closing;
    readonly label: Label;
  } | null;
  readonly notes: readonly Label[];
}

export interface UnevennessRequest extends ComparisonRequest {
  readonly grain: Grain;
  readonly since?: Day | undefined;
}

export const TREND_CHARTS = ['share', 'share_with_ordinary_differences', 'single_values'] as const;
/** How limits are drawn: p chart, Laney's p′ chart, XmR chart. */
export type TrendChart = (typeof TREND_CHARTS)[number];

export const TREND_SIGNALS = ['beyond', 'trend', 'near_limit', 'shift'] as const;
export type TrendSignal = (typeof TREND_SIGNALS)[number];

export interface TrendPoint {
  readonly range: TimeRange;
  readonly value: Value;
  readonly centre: number | null;
  readonly limits: Interval | null;
  readonly signal: TrendSignal | null;
  readonly verdict: 'better' | 'worse' | 'higher' | 'lower' | null;
  readonly label: Label | null;
  /** Too few values yet for limits that hold: nothing is called special. */
  readonly isTrial: boolean;
}

/** Something that was changed on a day and may show in the series. */
export interface ChangeMark {
  readonly day: Day;
  /** First day after it ended; `null` while it goes on. */
  readonly to: Day | null;
  readonly kind: string;
  readonly title: Label;
  readonly isWholeCity: boolean;
}

/** A control chart of one point or of the city. */
export interface Trend {
  readonly metric: string;
  readonly point: string | null;
  readonly grain: Grain;
  readonly chart: TrendChart;
  readonly series: readonly TrendPoint[];
  /** Days from which limits are counted anew. */
  readonly recalculated: readonly Day[];
  readonly changes: readonly ChangeMark[];
  /** Whether a series that goes on as it is will meet the standard. */
  readonly assurance: { readonly verdict: 'passes' | 'fails' | 'hit_or_miss'; readonly label: Label } | null;
  readonly label: Label;
}

export interface TrendRequest extends TimeRange {
  readonly metric: string;
  /** `null` for the whole city. */
  readonly point: string | null;
  readonly grain: Grain;
  readonly where: readonly Filter[];
  /** Days from which limits are counted anew, because something was changed for good. */
  readonly recalculate: readonly Day[];
  readonly asOf?: string | undefined;
  /** For those who work with the figures unless given. */
  readonly view?: View | undefined;
}
