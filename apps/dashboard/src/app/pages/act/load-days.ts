import { addDays, type Day, type Filter, isDay, type TimeRange, weekdayOf } from '@evenhand/domain';
import type { KnownDays } from '../../data/periods';

/** Weekdays on which points may be open, from Monday. */
export const WEEKDAYS = ['1', '2', '3', '4', '5', '6'] as const;
/** How many single days can be chosen. */
const LATEST_DAYS = 6;
const SUNDAY = 7;

/** Which days a workload is averaged over: of all days of the period, of one weekday, or one day alone. */
export interface LoadDays {
  readonly range: TimeRange;
  readonly where: readonly Filter[];
}

/** Reads the choice of days from a link: nothing, a weekday or a day; anything else means all days of the period. */
export function loadDays(chosen: string | null, period: TimeRange): LoadDays {
  if (chosen !== null && isDay(chosen)) return { range: { from: chosen, to: addDays(chosen, 1) }, where: [] };
  const weekday = WEEKDAYS.find((candidate) => candidate === chosen);
  return { range: period, where: weekday === undefined ? [] : [{ dimension: 'weekday', values: [weekday] }] };
}

/** The latest days of a period of which there is data, the last first, without Sundays. */
export function latestDays({ from, to }: TimeRange, { firstDay, lastDay }: KnownDays): readonly Day[] {
  const end = to <= lastDay ? addDays(to, -1) : lastDay;
  const begin = from < firstDay ? firstDay : from;
  const days: Day[] = [];
  for (let day = end; day >= begin && days.length < LATEST_DAYS; day = addDays(day, -1)) if (weekdayOf(day) !== SUNDAY) days.push(day);
  return days;
}
