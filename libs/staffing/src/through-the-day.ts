import { chanceOfWaiting } from './in-line';

/** A stretch of the day at one point: how many people come in it, how long each takes, how many counters work. */
export interface Stretch {
  readonly minutes: number;
  readonly people: number;
  readonly serviceMinutes: number;
  readonly counters: number;
}

/** What the people who come in a stretch can expect. */
export interface StretchOutcome {
  readonly people: number;
  /** The waits of all of them together, in minutes. */
  readonly waitedMinutes: number;
  /** How many will wait longer than the limit: a sum of probabilities. */
  readonly over: number;
}

/** How long the state of the line is carried forward at once; arrivals are looked at in the middle of each step. */
const STEP_MINUTES = 5;
/** Chances smaller than this are left out of a sum. */
const NEGLIGIBLE = 1e-9;

/** Chances of so many people being at the point, those in service included. */
type Line = Float64Array;

function checkStretch({ minutes, people, serviceMinutes, counters }: Stretch): void {
  if (!(minutes > 0 && people >= 0 && serviceMinutes > 0 && Number.isInteger(counters) && counters >= 1))
    throw new RangeError(
      `A stretch has minutes, people, a time of service and at least one counter, not ${minutes}, ${people}, ${serviceMinutes}, ${counters}`,
    );
}

const at = (line: Line, present: number): number => line[present] ?? 0;

/** One turn of the chain in which anything happens at most `pace` times a minute, written into another line. */
function turn(line: Line, next: Line, { people, minutes, serviceMinutes, counters }: Stretch, pace: number): void {
  const comes = people / minutes / pace;
  const last = line.length - 1;
  const leaves = (present: number): number => Math.min(present, counters) / serviceMinutes / pace;
  for (let present = 0; present <= last; present++) {
    const stays = at(line, present) * (1 - (present < last ? comes : 0) - leaves(present));
    const entered = present === 0 ? 0 : at(line, present - 1) * comes;
    const left = present === last ? 0 : at(line, present + 1) * leaves(present + 1);
    next[present] = stays + entered + left;
  }
}

/** The line some minutes later. Uniformisation: a Poisson number of turns of the chain (A. Jensen, 1953). */
function later(line: Line, stretch: Stretch, minutes: number): Line {
  const pace = stretch.people / stretch.minutes + stretch.counters / stretch.serviceMinutes;
  const expected = pace * minutes;
  let weight = Math.exp(-expected);
  let left = 1 - weight;
  let [current, next] = [line.slice(), new Float64Array(line.length)];
  const sum = line.map((chance) => chance * weight);
  for (let turns = 1; left > NEGLIGIBLE && turns < 10 * (expected + 10); turns++) {
    turn(current, next, stretch, pace);
    [current, next] = [next, current];
    weight *= expected / turns;
    left -= weight;
    for (let present = 0; present < sum.length; present++) sum[present] = at(sum, present) + at(current, present) * weight;
  }
  return sum;
}

/** What somebody finds who comes in when so many are there: the chance to wait longer than the limit. */
function chancesOfOver({ counters, serviceMinutes }: Stretch, size: number, limit: number): Line {
  const chances = new Float64Array(size);
  for (let present = counters; present < size; present++)
    chances[present] = chanceOfWaiting({ ahead: present - counters, counters, serviceMinutes }, limit);
  return chances;
}

/** What somebody who comes in can expect: the wait, and the chance that it is longer than the limit. */
function expectation(line: Line, { counters, serviceMinutes }: Stretch, chances: Line): { readonly wait: number; readonly over: number } {
  let [wait, over] = [0, 0];
  for (let present = counters; present < line.length; present++) {
    wait += (at(line, present) * (present - counters + 1) * serviceMinutes) / counters;
    over += at(line, present) * at(chances, present);
  }
  return { wait, over };
}

/** So many can be at the point that hardly ever one more would. */
function roomFor(stretches: readonly Stretch[]): number {
  const people = stretches.reduce((sum, stretch) => sum + stretch.people, 0);
  const served = stretches.reduce((sum, { minutes, counters, serviceMinutes }) => sum + (minutes * counters) / serviceMinutes, 0);
  const most = Math.max(0, ...stretches.map(({ counters }) => counters));
  return Math.ceil(most + Math.max(0, people - served) + 6 * Math.sqrt(people + 1) + 10);
}

/**
 * What people can expect in each stretch of a day that begins with an empty point: a line that builds up in one stretch is there
 * in the next, which no formula of the long run shows. Arrivals without memory, services of exponential length, nobody leaves;
 * who waits while the number of counters changes is told the wait at the old number.
 */
export function throughTheDay(stretches: readonly Stretch[], limit: number): readonly StretchOutcome[] {
  stretches.forEach(checkStretch);
  let line: Line = new Float64Array(roomFor(stretches) + 1);
  line[0] = 1;
  return stretches.map((stretch) => {
    const steps = Math.max(1, Math.round(stretch.minutes / STEP_MINUTES));
    const half = stretch.minutes / steps / 2;
    const chances = chancesOfOver(stretch, line.length, limit);
    let [wait, over] = [0, 0];
    for (let step = 0; step < steps; step++) {
      line = later(line, stretch, half);
      const met = expectation(line, stretch, chances);
      wait += met.wait / steps;
      over += met.over / steps;
      line = later(line, stretch, half);
    }
    return { people: stretch.people, waitedMinutes: wait * stretch.people, over: over * stretch.people };
  });
}
