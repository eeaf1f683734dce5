import type { Interval, VerdictReason, VerdictState } from '@evenhand/domain';
import { wilson } from '@evenhand/statistics';

/** What the facts say about a rule. */
export interface Evidence {
  /** `null` where it is suppressed. */
  readonly n: number | null;
  /** `null` where cases cannot be told apart: a ratio of two sums. */
  readonly breaches: number | null;
  /** The value of a metric that is no share of cases. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** Share of the expected days that were told; `null` where nothing was expected. */
  readonly coverage: number | null;
  /** The cases that silent days would have told of, as far as the metric knows; `null` where only the days are known. */
  readonly missing: number | null;
  /** False when a feed or register that the rule rests on has told nothing of the period. */
  readonly isTold: boolean;
  /** The instant up to which it is known, ISO 8601 in UTC; `null` before anything was told. */
  readonly asOf: string | null;
  readonly from: 'rollup' | 'raw';
}

/** What the evidence is held against. */
export type Bar =
  | { readonly kind: 'every_case' }
  | { readonly kind: 'level'; readonly comparison: 'at_most' | 'at_least'; readonly level: number; readonly minimumCases: number };

/** A verdict with the figure it rests on. */
export interface Judgement {
  readonly state: VerdictState;
  readonly reason: VerdictReason | null;
  /** The share that kept the rule (`every_case`, `at_least`) or broke it (`at_most`), or the metric's own value. */
  readonly value: number | null;
  /** At the 95 % level; none for a rule that every case must keep. */
  readonly interval: Interval | null;
  /** What the value could be had the silent days told; `null` where nothing is missing. */
  readonly bounds: Interval | null;
}

/** Below this share of told days a verdict rests on what silence could hide. */
export const ENOUGH_TOLD = 0.8;

const bare = (state: VerdictState, reason: VerdictReason | null = null): Judgement => ({
  state,
  reason,
  value: null,
  interval: null,
  bounds: null,
});

interface Shown {
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** The share that a bar speaks of, or the value where there are no single cases. */
function shown({ n, breaches, value, interval }: Evidence, bar: Bar): Shown {
  if (n === null || n === 0) return { value: null, interval: null };
  if (breaches === null) return { value, interval };
  const hits = bar.kind === 'level' && bar.comparison === 'at_most' ? breaches : n - breaches;
  return { value: hits / n, interval: bar.kind === 'every_case' ? null : wilson(hits, n) };
}

/** Which share of all cases nobody told of: that of the missing ones, or of the days where only these are known. */
function silentShare({ n, coverage, missing }: Evidence): number {
  if (missing !== null && n !== null && n + missing > 0) return missing / (n + missing);
  return coverage === null ? 0 : 1 - coverage;
}

/** Had the cases that were not told been all alike: none of them counted, or every one. */
const boundsOf = (share: number, silent: number): Interval => ({ low: share * (1 - silent), high: share * (1 - silent) + silent });

const widened = ({ low, high }: Interval, silent: number): Interval => ({
  low: boundsOf(low, silent).low,
  high: boundsOf(high, silent).high,
});

function sideOf({ low, high }: Interval, { comparison, level }: Extract<Bar, { kind: 'level' }>): 'pass' | 'fail' | 'too_close' {
  if (comparison === 'at_most') return high <= level ? 'pass' : low > level ? 'fail' : 'too_close';
  return low >= level ? 'pass' : high < level ? 'fail' : 'too_close';
}

/** One breach breaks the rule whatever the other days hide; that there is none can only be said when they have told. */
function judgeEveryCase(evidence: Evidence, bar: Bar): Judgement {
  const { n, breaches, coverage, isTold } = evidence;
  if (!isTold) return bare('unknown', 'feed_silent');
  const figure = { ...shown(evidence, bar), bounds: null };
  if ((breaches ?? 0) > 0) return { state: 'fail', reason: null, ...figure };
  if (coverage !== null && coverage < ENOUGH_TOLD) return { state: 'unknown', reason: 'feed_silent', ...figure };
  return n === 0 ? bare('not_applicable', 'no_cases') : { state: 'pass', reason: null, ...figure };
}

function judgeLevel(evidence: Evidence, bar: Extract<Bar, { kind: 'level' }>): Judgement {
  const { n, breaches, coverage, isTold } = evidence;
  if (!isTold) return bare('unknown', 'feed_silent');
  if (n === null) return bare('unknown', 'suppressed');
  const isSilent = coverage !== null && coverage < ENOUGH_TOLD;
  if (n === 0) return isSilent ? bare('unknown', 'feed_silent') : bare('not_applicable', 'no_cases');
  const { value, interval } = shown(evidence, bar);
  if (value === null) return bare('unknown', 'suppressed');
  const silent = silentShare(evidence);
  const bounds = silent > 0 && breaches !== null ? boundsOf(value, silent) : null;
  const figure = { value, interval, bounds };
  if (n < bar.minimumCases) return { state: 'unknown', reason: isSilent ? 'feed_silent' : 'too_few_cases', ...figure };
  if (!isSilent) return { state: sideOf(interval ?? { low: value, high: value }, bar), reason: null, ...figure };
  const side = bounds === null ? 'too_close' : sideOf(widened(interval ?? { low: value, high: value }, silent), bar);
  return side === 'too_close' ? { state: 'unknown', reason: 'feed_silent', ...figure } : { state: side, reason: null, ...figure };
}

/**
 * Holds what the facts say against a rule. A rule that every case must keep is a matter of fact; a level is compared with the
 * interval of the value, so that chance alone neither passes nor fails a point.
 */
export const judge = (evidence: Evidence, bar: Bar): Judgement =>
  bar.kind === 'every_case' ? judgeEveryCase(evidence, bar) : judgeLevel(evidence, bar);

const add = (one: number | null, other: number | null): number | null => (one === null || other === null ? null : one + other);

/** Evidence of stretches of time taken together; a value that is no share of cases does not add up. */
export function together(all: readonly Evidence[], coverage: number | null): Evidence {
  const [only] = all;
  if (only && all.length === 1) return only;
  return {
    n: all.reduce<number | null>((sum, { n }) => add(sum, n), 0),
    breaches: all.reduce<number | null>((sum, { breaches }) => add(sum, breaches), 0),
    value: null,
    interval: null,
    coverage,
    missing: all.reduce<number | null>((sum, { missing }) => add(sum, missing), 0),
    isTold: all.every(({ isTold }) => isTold),
    asOf: all.reduce<string | null>(
      (earliest, { asOf }) => (earliest === null || (asOf !== null && asOf < earliest) ? asOf : earliest),
      null,
    ),
    from: all.every(({ from }) => from === 'rollup') ? 'rollup' : 'raw',
  };
}

/** From the gravest: whoever fails in one stretch fails; silence before closeness, and what had no cases decides nothing. */
const GRAVITY: readonly VerdictState[] = ['fail', 'unknown', 'too_close', 'pass', 'not_applicable'];

/** The verdict of a period whose stretches were held against different bars. */
export function gravest(judgements: readonly Judgement[]): Pick<Judgement, 'state' | 'reason'> {
  const [worst] = judgements.toSorted((one, other) => GRAVITY.indexOf(one.state) - GRAVITY.indexOf(other.state));
  return worst ? { state: worst.state, reason: worst.reason } : { state: 'not_applicable', reason: 'not_in_force' };
}
