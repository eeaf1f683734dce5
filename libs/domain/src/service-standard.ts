/**
 * What a service standard comes to at a point in a period. `too_close`: the interval holds the level, so neither can be said;
 * `unknown`: the feeds were silent or the cases too few; `not_applicable`: there was nothing to judge.
 */
export const VERDICT_STATES = ['pass', 'fail', 'too_close', 'unknown', 'not_applicable'] as const;
export type VerdictState = (typeof VERDICT_STATES)[number];

/** Why it is neither passed nor failed. */
export const VERDICT_REASONS = [
  'feed_silent',
  'too_few_cases',
  'suppressed',
  'no_cases',
  'not_in_force',
  'outside_scope',
  'no_data_source',
] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];

/** In what a number of a standard is counted. */
export const THRESHOLD_UNITS = ['minutes', 'working_hours', 'working_days', 'days', 'share', 'count', 'square_metres'] as const;
export type ThresholdUnit = (typeof THRESHOLD_UNITS)[number];

/**
 * How sure the text behind a standard is: read in a public source, commonly stated but not held against the gazetted text, or
 * a level that this product proposes where the text names none.
 */
export const CERTAINTIES = ['confirmed', 'commonly_stated', 'proposed'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** How a period is cut for verdicts: into days, weeks or months, or not at all. */
export const VERDICT_GRAINS = ['day', 'week', 'month', 'whole'] as const;
export type VerdictGrain = (typeof VERDICT_GRAINS)[number];

/** Whose cases are judged together. */
export const VERDICT_UNITS = ['point', 'city'] as const;
export type VerdictUnit = (typeof VERDICT_UNITS)[number];

/** What happens to a dossier. `clock_stopped` and `clock_runs` are the request for more papers and its end. */
export const TIMELINE_KINDS = [
  'submitted',
  'received',
  'promised',
  'step',
  'clock_stopped',
  'clock_runs',
  'due_moved',
  'apology',
  'fell_due',
  'finished',
  'returned',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];
