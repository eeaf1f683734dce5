import type { ChangeMark } from './comparison';
import type { Interval } from './answer';
import type { Label } from './label';
import type { TimeRange } from './time-range';

/** Whether a change helped: beyond chance in the metric's direction or against it, or nothing can be told. */
export const EFFECT_VERDICTS = ['better', 'worse', 'higher', 'lower', 'cannot_tell'] as const;
export type EffectVerdict = (typeof EFFECT_VERDICTS)[number];

/** Mean of the weeks before a change and of those after it, in the metric's unit. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/** What a change did to a metric at the points it was made at, held against the points that were not changed. */
export interface ChangeEffect {
  readonly change: ChangeMark;
  /** Codes of the points; empty for the whole city. */
  readonly points: readonly string[];
  /** Weeks with enough data on both sides, before and after. */
  readonly weeks: { readonly before: number; readonly after: number };
  readonly here: BeforeAfter | null;
  readonly elsewhere: BeforeAfter | null;
  /** How many points it is held against. */
  readonly others: number;
  /** The change here less the change elsewhere, with its interval. */
  readonly effect: { readonly value: number; readonly interval: Interval } | null;
  readonly verdict: EffectVerdict;
  readonly label: Label;
}

/** Changes that began in a range, in order of their days. */
export interface ChangeEffects {
  readonly metric: string;
  readonly changes: readonly ChangeEffect[];
}

export interface ChangeEffectsRequest extends TimeRange {
  readonly metric: string;
  readonly asOf?: string | undefined;
}
