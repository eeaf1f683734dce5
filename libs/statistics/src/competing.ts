import { type Bounds, checkLevel, type Level, USUAL_LEVEL } from './bounds';
import { survivalBounds, type SurvivalTime } from './survival';

/** One case: when it ended and how; `null` for one that had not ended at `time`. */
export interface Outcome<Cause> {
  readonly time: number;
  readonly cause: Cause | null;
}

/** Cases at one time, `ended` by whatever cause. */
export interface IncidenceTime extends SurvivalTime {
  /** Those of the ended that ended by the cause asked for. */
  readonly ofCause: number;
}

/** What holds from `time` on, up to the next step. */
export interface IncidenceStep {
  readonly time: number;
  /** The share of all cases that has ended by the cause asked for. */
  readonly share: number;
  readonly standardError: number;
  /** Interval on the scale of ln(−ln F); `null` where the share is 0 or 1. */
  readonly bounds: Bounds | null;
}

/** Running sums from which the variance of each step follows: Σ g, Σ gF, Σ gF², Σ h, Σ hF and the own part of the cause. */
interface Sums {
  readonly g: number;
  readonly gF: number;
  readonly gFF: number;
  readonly h: number;
  readonly hF: number;
  readonly own: number;
}

function added(sums: Sums, { atRisk, ended, ofCause }: IncidenceTime, at: { readonly before: number; readonly share: number }): Sums {
  // Where the last one ends the share moves no more and needs no spread.
  const g = ended === atRisk ? 0 : ended / (atRisk * (atRisk - ended));
  const h = (at.before * ofCause) / atRisk ** 2;
  return {
    g: sums.g + g,
    gF: sums.gF + g * at.share,
    gFF: sums.gFF + g * at.share ** 2,
    h: sums.h + h,
    hF: sums.hF + h * at.share,
    own: sums.own + (at.before ** 2 * ofCause * (atRisk - ofCause)) / atRisk ** 3,
  };
}

/** Σ (F − Fⱼ)² gⱼ + own − 2 Σ (F − Fⱼ) hⱼ, with the squares multiplied out. */
const varianceOf = ({ g, gF, gFF, h, hF, own }: Sums, share: number): number =>
  Math.max(0, share ** 2 * g - 2 * share * gF + gFF + own - 2 * (share * h - hF));

/**
 * Aalen and Johansen's estimate of the share of cases that end by one cause up to a time, where others end otherwise and
 * some have not ended, over times in ascending order. Counting the others as merely lost sight of would overstate it.
 * Source: O. O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5 (1978) 141–150; variance by the delta method as in
 * E. Marubini, M. G. Valsecchi, Analysing Survival Data from Clinical Trials (1995) §10.2.
 */
export function incidencesOf(times: readonly IncidenceTime[], level: Level = USUAL_LEVEL): IncidenceStep[] {
  checkLevel(level);
  let remaining = 1;
  let share = 0;
  let sums: Sums = { g: 0, gF: 0, gFF: 0, h: 0, hF: 0, own: 0 };
  return times.map((at) => {
    const before = remaining;
    share += (before * at.ofCause) / at.atRisk;
    remaining *= 1 - at.ended / at.atRisk;
    sums = added(sums, at, { before, share });
    const standardError = Math.sqrt(varianceOf(sums, share));
    return { time: at.time, share, standardError, bounds: survivalBounds(share, standardError, level) };
  });
}

/** The same from single cases. */
export function incidenceOf<Cause>(outcomes: readonly Outcome<Cause>[], cause: Cause): IncidenceStep[] {
  const times = [...new Set(outcomes.map(({ time }) => time))].sort((a, b) => a - b);
  let atRisk = outcomes.length;
  return incidencesOf(
    times.map((time) => {
      const here = outcomes.filter((outcome) => outcome.time === time);
      const ended = here.filter((outcome) => outcome.cause !== null).length;
      const at = { time, atRisk, ended, ofCause: here.filter((outcome) => outcome.cause === cause).length };
      atRisk -= here.length;
      return at;
    }),
  );
}
