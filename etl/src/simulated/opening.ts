import type { CityDescription } from '../city/city-description';
import type { SimulatedDay } from './days';

/** A stretch in which numbers are given out, in seconds of the day. */
export interface Opening {
  readonly opens: number;
  readonly closes: number;
  readonly isMorning: boolean;
}

const MONDAY = 1;
const NOON = 12 * 3600;

/** `08:30` as seconds of the day. */
export const secondsOf = (clock: string): number => Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3, 5)) * 60;

/** When a point is open on a day: never on a holiday, and on a swapped Saturday as on a Monday. */
export function openingsOf({ openingHours }: CityDescription, pointCode: string, day: SimulatedDay): Opening[] {
  const isRest = day.isHoliday || (!day.isWorking && day.weekday < 6);
  if (isRest) return [];
  const weekday = day.isSwapped ? MONDAY : day.weekday;
  const valid = openingHours.filter(
    (row) => row.weekday === weekday && row.validFrom <= day.day && (row.validTo === null || day.day < row.validTo),
  );
  const own = valid.filter((row) => row.pointCode === pointCode);
  const rows = own.length > 0 ? own : valid.filter((row) => row.pointCode === null);
  return rows.map((row) => {
    const opens = secondsOf(row.opensAt);
    return { opens, closes: secondsOf(row.closesAt), isMorning: opens < NOON };
  });
}
