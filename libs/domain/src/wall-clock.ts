import { isDay, type Day } from './time-range';

/** What a calendar and a clock on the wall of the city show; the zone is the caller's affair. */
export interface WallClock {
  readonly day: Day;
  /** Seconds since midnight, to the millisecond; 86 400 is 24:00, the end of the day. */
  readonly second: number;
}

export const SECONDS_PER_HOUR = 3600;
export const MS_PER_HOUR = 3_600_000;
export const END_OF_DAY = 24 * SECONDS_PER_HOUR;

const CLOCK = /^(\d{2}):([0-5]\d)(?::([0-5]\d(?:\.\d{1,3})?))?$/;

/** `08:30` or `08:30:00` as seconds since midnight, up to `24:00`. */
export function secondOfDay(clock: string): number {
  const [, hours, minutes, seconds = '0'] = CLOCK.exec(clock) ?? [];
  const second = Number(hours) * SECONDS_PER_HOUR + Number(minutes) * 60 + Number(seconds);
  if (!(second <= END_OF_DAY)) throw new RangeError(`"${clock}" is not a time of day; write it as HH:MM or HH:MM:SS, at most 24:00.`);
  return second;
}

/** Reads `2026-10-05 16:30` or `2026-10-05 16:30:20`. */
export function wallClock(text: string): WallClock {
  const day = text.slice(0, 10);
  if (!isDay(day) || !/^[ T]/.test(text.slice(10)))
    throw new RangeError(`"${text}" is not a day and a time; write it as YYYY-MM-DD HH:MM, for example 2026-10-05 16:30.`);
  return { day, second: secondOfDay(text.slice(11)) };
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** Writes `2026-10-05 16:30:20`; what is less than a second is left out. */
export const wallClockText = ({ day, second }: WallClock): string =>
  `${day} ${two(second / SECONDS_PER_HOUR)}:${two((second / 60) % 60)}:${two(second % 60)}`;

/** True when `one` comes strictly before `other`. */
export const isBefore = (one: WallClock, other: WallClock): boolean =>
  one.day < other.day || (one.day === other.day && one.second < other.second);
