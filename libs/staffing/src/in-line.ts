import { poissonAtMost } from '@evenhand/statistics';

/** A line as it stands: people ahead, counters at work, minutes per person. */
export interface Line {
  readonly ahead: number;
  readonly counters: number;
  readonly serviceMinutes: number;
}

/**
 * The probability that somebody in line waits longer than a time from now: no more people leave the counters in that time
 * than stand ahead. Services of exponential length. 1 when no counter works.
 */
export const chanceOfWaiting = ({ ahead, counters, serviceMinutes }: Line, minutes: number): number =>
  counters === 0 ? 1 : poissonAtMost(ahead, (counters * minutes) / serviceMinutes);

/** The expected wait of somebody in line, in minutes; `null` when no counter works. */
export const expectedWait = ({ ahead, counters, serviceMinutes }: Line): number | null =>
  counters === 0 ? null : ((ahead + 1) * serviceMinutes) / counters;
