import type { Delay, Queue } from './delay';

/** A queue that people leave when their patience ends. */
export interface ImpatientQueue extends Queue {
  /** Mean patience. */
  readonly patienceMinutes: number;
}

export interface ImpatientDelay extends Delay {
  /** The share that leaves unserved. */
  readonly leaves: number;
}

const NEGLIGIBLE = 1e-17;

/** Weights of the numbers of people in the point, from the likeliest number outwards, so that nothing overflows. */
function weightsOf(arrive: number, leaveAt: (people: number) => number, likeliest: number): Map<number, number> {
  const weights = new Map([[likeliest, 1]]);
  const walk = (step: 1 | -1): void => {
    let weight = 1;
    for (let people = likeliest; people + step >= 0 && weight > NEGLIGIBLE; people += step) {
      weight *= step === 1 ? arrive / leaveAt(people + 1) : leaveAt(people) / arrive;
      weights.set(people + step, weight);
    }
  };
  walk(1);
  walk(-1);
  return weights;
}

/**
 * Erlang A: the long run of a queue that people leave after a random patience. Exists for any load.
 * Source: C. Palm (1946); A. Mandelbaum, S. Zeltyn, The Palm/Erlang-A queue (2004).
 */
export function impatientDelayOf({ perMinute, serviceMinutes, counters, patienceMinutes }: ImpatientQueue): ImpatientDelay {
  if (!(perMinute > 0 && patienceMinutes > 0)) throw new RangeError('A queue that people leave has arrivals and a patience above 0');
  const [serve, leave] = [1 / serviceMinutes, 1 / patienceMinutes];
  const work = perMinute * serviceMinutes;
  const likeliest = work < counters ? Math.floor(work) : counters + Math.floor((perMinute - counters * serve) / leave);
  const rate = (people: number): number => Math.min(people, counters) * serve + Math.max(0, people - counters) * leave;
  const weights = [...weightsOf(perMinute, rate, likeliest)];
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const expected = (of: (people: number) => number): number =>
    weights.reduce((sum, [people, weight]) => sum + of(people) * weight, 0) / total;
  const meanQueue = expected((people) => Math.max(0, people - counters));
  const leaves = (leave * meanQueue) / perMinute;
  return {
    waits: expected((people) => Number(people >= counters)),
    leaves,
    meanQueue,
    meanMinutes: meanQueue / perMinute,
    occupancy: (work * (1 - leaves)) / counters,
  };
}
