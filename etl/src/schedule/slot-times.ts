import { addDays, type Day, secondOfDay } from '@evenhand/domain';
import type { CityClock } from '../city/city-clock';
import type { ScheduleSettings } from './schedule-settings';

const MINUTES_PER_DAY = 1440;

/** The seconds of a day at which a schedule strikes, in order. */
function strikes(schedule: ScheduleSettings): readonly number[] {
  if ('at' in schedule) return [...new Set(schedule.at.map(secondOfDay))].toSorted((one, other) => one - other);
  const { every_minutes: every } = schedule;
  return Array.from({ length: MINUTES_PER_DAY / every }, (_, index) => index * every * 60);
}

const instants = (day: Day, seconds: readonly number[], clock: CityClock): readonly Date[] =>
  seconds.map((second) => clock.instantOf({ day, second }));

/** Where clocks are set back an hour the wall shows some times twice, so a few strikes around are looked at. */
const AROUND = 3;
const HOUR = 3600;

/** The latest time at or before an instant at which a schedule strikes. */
export function latestSlot(schedule: ScheduleSettings, now: Date, clock: CityClock): Date | null {
  const { day, second } = clock.at(now);
  const all = strikes(schedule);
  const today = all.filter((strike) => strike <= second + HOUR).slice(-AROUND - HOUR / 60);
  const candidates = [...instants(addDays(day, -1), all.slice(-AROUND), clock), ...instants(day, today, clock)];
  return (
    candidates
      .filter((instant) => instant <= now)
      .toSorted((one, other) => one.getTime() - other.getTime())
      .at(-1) ?? null
  );
}

/** The first time after an instant at which a schedule strikes. */
export function nextSlot(schedule: ScheduleSettings, now: Date, clock: CityClock): Date | null {
  const { day, second } = clock.at(now);
  const all = strikes(schedule);
  const today = all.filter((strike) => strike > second - HOUR).slice(0, AROUND + HOUR / 60);
  const candidates = [...instants(day, today, clock), ...instants(addDays(day, 1), all.slice(0, AROUND), clock)];
  return candidates.filter((instant) => instant > now).toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null;
}
