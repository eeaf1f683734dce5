import { type Bounds, checkLevel, type Level, USUAL_LEVEL } from './bounds';
import { twoSidedZ } from './normal';

/** How long one case lasted, or had lasted when we lost sight of it. */
export interface Duration {
  readonly time: number;
  /** False for a case that had not ended at `time`: it lasts longer, nobody knows how much. */
  readonly isEnded: boolean;
}

/** Cases at one time. */
export interface SurvivalTime {
  readonly time: number;
  readonly atRisk: number;
  readonly ended: number;
}

/** What holds from `time` on, up to the next step. */
export interface SurvivalStep extends SurvivalTime {
  /** S(t): the share that lasts longer than `time`. */
  readonly share: number;
  /** Greenwood's standard error of the share. */
  readonly standardError: number;
  /** Interval on the scale of ln(−ln S); `null` where the share is 0 or 1. */
  readonly bounds: Bounds | null;
}

function logLogBounds(share: number, standardError: number, z: number): Bounds | null {
  if (!(share > 0 && share < 1)) return null;
  const spread = (z * standardError) / (share * Math.abs(Math.log(share)));
  const at = (shift: number): number => Math.exp(-Math.exp(Math.log(-Math.log(share)) + shift));
  return { low: at(spread), high: at(-spread) };
}

/** The interval of a share that lasts longer, given Greenwood's standard error; `null` where the share is 0 or 1. */
export function survivalBounds(share: number, standardError: number, level: Level = USUAL_LEVEL): Bounds | null {
  checkLevel(level);
  return logLogBounds(share, standardError, twoSidedZ(level));
}

/** The curve over times in ascending order; times at which nothing ended add no step. */
export function survivalOf(times: readonly SurvivalTime[], level: Level = USUAL_LEVEL): SurvivalStep[] {
  checkLevel(level);
  const z = twoSidedZ(level);
  let share = 1;
  let greenwood = 0;
  return times
    .filter(({ ended }) => ended > 0)
    .map((at) => {
      const left = at.atRisk - at.ended;
      share *= left / at.atRisk;
      greenwood += left === 0 ? 0 : at.ended / (at.atRisk * left);
      const standardError = share * Math.sqrt(greenwood);
      return { ...at, share, standardError, bounds: logLogBounds(share, standardError, z) };
    });
}

/**
 * Kaplan and Meier's estimate of the share of cases that last longer than a time, with cases that have not ended counted
 * as long as they were seen. At equal times the ended come before the open ones.
 * Source: E. L. Kaplan, P. Meier, JASA 53 (1958) 457–481; variance by M. Greenwood (1926); interval on ln(−ln S) as in
 * J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data (2nd ed. 2002) §1.4.
 */
export function kaplanMeier(durations: readonly Duration[], level: Level = USUAL_LEVEL): SurvivalStep[] {
  const ascending = [...durations].sort((a, b) => a.time - b.time);
  const times: { time: number; atRisk: number; ended: number }[] = [];
  for (const [index, { time, isEnded }] of ascending.entries()) {
    const last = times.at(-1);
    if (last?.time === time) last.ended += Number(isEnded);
    else times.push({ time, atRisk: ascending.length - index, ended: Number(isEnded) });
  }
  return survivalOf(times, level);
}

/**
 * The same from counts per bin, each bin closed at its upper edge: `ended[b]` ended in bin b, `open[b]` were lost sight of
 * in it. Steps stand at the upper edges; the last bin, without an edge, stands at Infinity.
 */
export function kaplanMeierOfBins(
  edges: readonly number[],
  { ended, open }: { readonly ended: readonly number[]; readonly open: readonly number[] },
  level: Level = USUAL_LEVEL,
): SurvivalStep[] {
  if (ended.length !== edges.length + 1 || open.length !== ended.length)
    throw new RangeError(`${edges.length} edges make ${edges.length + 1} bins, not ${ended.length} and ${open.length}`);
  let atRisk = [...ended, ...open].reduce((sum, n) => sum + n, 0);
  const times = ended.map((count, bin) => {
    const time = { time: edges[bin] ?? Infinity, atRisk, ended: count };
    atRisk -= count + (open[bin] ?? 0);
    return time;
  });
  return survivalOf(times, level);
}

/** A product of fractions may miss its exact value by a rounding. */
const ROUNDING = 1e-12;

/** The time by which the given share of cases has ended, for 0.5 the median; `null` when the curve never gets there. */
export function survivalQuantile(curve: readonly SurvivalStep[], share: number): number | null {
  if (!(share > 0 && share < 1)) throw new RangeError(`A quantile of a curve is asked strictly between 0 and 1, not at ${share}`);
  return curve.find((step) => step.share <= 1 - share + ROUNDING)?.time ?? null;
}

/** The step that holds at a time; `null` before the first. */
export const survivalAt = (curve: readonly SurvivalStep[], time: number): SurvivalStep | null =>
  curve.findLast((step) => step.time <= time) ?? null;

/**
 * The times that enclose a quantile: where the bounds of the curve come down to the same share; `null` when the upper one
 * never does.
 * Source: R. Brookmeyer, J. Crowley, Biometrics 38 (1982) 29–41, with the intervals on ln(−ln S).
 */
export function survivalQuantileBounds(curve: readonly SurvivalStep[], share: number): Bounds | null {
  const isDown = (bound: number): boolean => bound <= 1 - share + ROUNDING;
  const low = curve.find((step) => isDown(step.bounds?.low ?? step.share))?.time;
  const high = curve.find((step) => isDown(step.bounds?.high ?? step.share))?.time;
  return low === undefined || high === undefined ? null : { low, high };
}
