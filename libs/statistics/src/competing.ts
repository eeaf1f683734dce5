/** One case: when it ended and how; `null` for one that had not ended at `time`. */
export interface Outcome<Cause> {
  readonly time: number;
  readonly cause: Cause | null;
}

/** From `time` on the given share of all cases has ended by the cause asked for. */
export interface IncidenceStep {
  readonly time: number;
  readonly share: number;
}

/**
 * Aalen and Johansen's estimate of the share of cases that end by one cause up to a time, where others end otherwise and
 * some have not ended. Counting the others as merely lost sight of would overstate it.
 * Source: O. O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5 (1978) 141–150.
 */
export function incidenceOf<Cause>(outcomes: readonly Outcome<Cause>[], cause: Cause): IncidenceStep[] {
  const times = [...new Set(outcomes.map(({ time }) => time))].sort((a, b) => a - b);
  let remaining = 1;
  let share = 0;
  let atRisk = outcomes.length;
  return times.map((time) => {
    const here = outcomes.filter((outcome) => outcome.time === time);
    const ended = here.filter((outcome) => outcome.cause !== null).length;
    share += (remaining * here.filter((outcome) => outcome.cause === cause).length) / atRisk;
    remaining *= 1 - ended / atRisk;
    atRisk -= here.length;
    return { time, share };
  });
}
