/** A point as a queue: people per minute, minutes per person, open counters. */
export interface Queue {
  readonly perMinute: number;
  readonly serviceMinutes: number;
  readonly counters: number;
}

/** What people meet at a queue in the long run. */
export interface Delay {
  /** The share that must wait at all. */
  readonly waits: number;
  /** Mean wait of everybody, in minutes. */
  readonly meanMinutes: number;
  readonly meanQueue: number;
  /** The part of the counters' time that is work, from 0 to 1. */
  readonly occupancy: number;
}

function checkQueue({ perMinute, serviceMinutes, counters }: Queue): void {
  if (!(perMinute >= 0 && serviceMinutes > 0 && Number.isInteger(counters) && counters >= 1))
    throw new RangeError(
      `A queue has arrivals, a time of service and at least one counter, not ${perMinute}, ${serviceMinutes}, ${counters}`,
    );
}

/** Work that arrives per minute of one counter: as many counters would be busy all the time. */
export const offeredWork = ({ perMinute, serviceMinutes }: Queue): number => perMinute * serviceMinutes;

/** Erlang B: the share turned away where nobody can wait. Source: A. K. Erlang (1917); the recursion does not overflow. */
export function lossShare(work: number, counters: number): number {
  let share = 1;
  for (let open = 1; open <= counters; open++) share = (work * share) / (open + work * share);
  return share;
}

/**
 * Erlang C: the long run of people who never leave; `null` when more work arrives than the counters can do, for then the
 * queue grows without end. Source: A. K. Erlang (1917).
 */
export function delayOf(queue: Queue): Delay | null {
  checkQueue(queue);
  const work = offeredWork(queue);
  const { counters, serviceMinutes, perMinute } = queue;
  if (work >= counters) return null;
  const occupancy = work / counters;
  const lost = lossShare(work, counters);
  const waits = lost / (1 - occupancy * (1 - lost));
  const meanMinutes = (waits * serviceMinutes) / (counters - work);
  return { waits, meanMinutes, meanQueue: perMinute * meanMinutes, occupancy };
}

/** The share of people who wait longer than a time, in the long run; 1 when the queue grows without end. */
export function shareWaitingLonger(queue: Queue, minutes: number): number {
  const delay = delayOf(queue);
  if (!delay) return 1;
  return delay.waits * Math.exp((-(queue.counters - offeredWork(queue)) * minutes) / queue.serviceMinutes);
}

const MOST_COUNTERS = 1_000;

/** The fewest counters at which no more than the given share waits longer than a time; `null` when no number reaches it. */
export function countersFor(
  arrivals: Omit<Queue, 'counters'>,
  { minutes, share }: { readonly minutes: number; readonly share: number },
): number | null {
  for (let counters = 1; counters <= MOST_COUNTERS; counters++)
    if (shareWaitingLonger({ ...arrivals, counters }, minutes) <= share) return counters;
  return null;
}
