import type { Days } from './days';

/** Seconds since the first midnight of the simulation, in the city's zone. */
export type Instant = number;

export const SECONDS_PER_DAY = 86_400;
const MORNING = { from: 8 * 3600, seconds: 3.5 * 3600 };
const AFTERNOON = { from: 13.5 * 3600, seconds: 3.5 * 3600 };
const WORKDAY = MORNING.seconds + AFTERNOON.seconds;

const two = (value: number): string => String(value).padStart(2, '0');
const clockAt = (second: number, between: string): string =>
  [two(Math.floor(second / 3600)), two(Math.floor(second / 60) % 60), two(second % 60)].join(between);

/** The clock of each second of a day, written when it is first asked for: only a simulation writes all of them. */
function clocks(between: string): (second: number) => string {
  const written = new Array<string | undefined>(SECONDS_PER_DAY);
  return (second) => (written[second] ??= clockAt(second, between));
}

const withColons = clocks(':');
const compact = clocks('');

const dayAt = (instant: Instant): number => Math.floor(instant / SECONDS_PER_DAY);

/** `2026-10-01 08:03:12` */
export const asIso = (days: Days, instant: Instant): string => `${days.at(dayAt(instant)).day} ${withColons(instant % SECONDS_PER_DAY)}`;

/** `20261001080312`; empty for an instant that never comes. */
export const asCompact = (days: Days, instant: Instant | undefined): string =>
  instant === undefined ? '' : `${days.at(dayAt(instant)).compact}${compact(instant % SECONDS_PER_DAY)}`;

/** Counts working days: 3.5 is the middle of the fourth working day. */
export type WorkTime = number;

/** Where an instant lies in working time; before opening and on rest days it is the next moment of work. */
export function workTimeOf(days: Days, instant: Instant): WorkTime {
  const day = days.at(dayAt(instant));
  if (!day.isWorking) return day.workIndex;
  const second = instant % SECONDS_PER_DAY;
  const morning = Math.min(Math.max(second - MORNING.from, 0), MORNING.seconds);
  const afternoon = Math.min(Math.max(second - AFTERNOON.from, 0), AFTERNOON.seconds);
  return day.workIndex + (morning + afternoon) / (WORKDAY + 1);
}

/** The instant of a moment of work; undefined beyond the days that the simulation knows. */
export function instantOf(days: Days, time: WorkTime): Instant | undefined {
  const day = days.working[Math.floor(time)];
  if (!day) return undefined;
  const worked = Math.floor((time - Math.floor(time)) * WORKDAY);
  const second = worked < MORNING.seconds ? MORNING.from + worked : AFTERNOON.from + worked - MORNING.seconds;
  return day.index * SECONDS_PER_DAY + second;
}

/** Close of business: when a limit of working days ends. */
export const CLOSE_OF_BUSINESS = 17 * 3600;

/** The last moment of a limit of `count` working days: the day of reception does not count. */
export function dueAfter(days: Days, received: Instant, count: number): Instant | undefined {
  const day = days.at(dayAt(received));
  const last = days.working[day.workIndex + count];
  return last && last.index * SECONDS_PER_DAY + CLOSE_OF_BUSINESS;
}
