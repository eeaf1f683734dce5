import { checkPauses, isStoppedAt, isStoppedForGood, type Pause } from './pause';
import { addDays, type Day } from './time-range';
import { END_OF_DAY, secondOfDay, MS_PER_HOUR, type WallClock } from './wall-clock';
import { type WorkingTime } from './working-time';

/**
 * The units in which procedures state their limits. `days_but_holidays` are calendar days of which holidays and the days
 * off in lieu do not count. `same_day`: settled on the day of reception, or on the next working day when received late.
 */
export const LIMIT_UNITS = ['hours', 'working_days', 'calendar_days', 'days_but_holidays', 'same_day'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** How long something may take, in the unit in which the procedure states it. */
export type Limit = { readonly unit: Exclude<LimitUnit, 'same_day'>; readonly count: number } | { readonly unit: 'same_day' };

/** What decides when a dossier is due. */
export interface Course {
  /** The valid reception, not the submission. */
  readonly received: WallClock;
  readonly limit: Limit;
  readonly pauses?: readonly Pause[];
}

function checkCount({ unit, count }: Exclude<Limit, { unit: 'same_day' }>): void {
  const isCountable = unit === 'hours' ? Number.isFinite(count) : Number.isSafeInteger(count);
  if (isCountable && count >= 0) return;
  throw new RangeError(
    `A limit of ${count} ${unit} cannot be counted; give ${unit === 'hours' ? 'a number' : 'a whole number'} of 0 or more.`,
  );
}

/** The closes of business at which the clock runs, from a day on; a rest day closes at 24:00. */
function* countableEnds(time: WorkingTime, from: Day, pauses: readonly Pause[]): Generator<WallClock> {
  for (let day = from; !isStoppedForGood(pauses, day); day = addDays(day, 1)) {
    const end = { day, second: time.closingOf(day) ?? END_OF_DAY };
    if (!isStoppedAt(pauses, end)) yield end;
  }
}

interface DayLimit {
  readonly first: Day;
  readonly count: number;
  readonly counts: (day: Day) => boolean;
}

/**
 * Counts day by day to the close of business of the last. A day on which the clock stands still at close of business does
 * not count, so a pause moves the due day by the days from the request to the completion: by none within one day.
 */
function endOfDays(time: WorkingTime, { first, count, counts }: DayLimit, pauses: readonly Pause[]): WallClock | undefined {
  const { endOnRestDay, firstDayCounts } = time.rules;
  const begin = firstDayCounts || count === 0 ? first : addDays(first, 1);
  let left = count;
  for (const end of countableEnds(time, begin, pauses)) {
    if (counts(end.day)) left--;
    if (left <= 0 && (endOnRestDay === 'as_it_falls' || time.nextOpenDay(end.day) === end.day)) return end;
  }
  return undefined;
}

function endOfSameDay(time: WorkingTime, received: WallClock, pauses: readonly Pause[]): WallClock | undefined {
  const isLate = received.second > secondOfDay(time.rules.sameDayUntil);
  const counted = isLate ? { day: addDays(received.day, 1), second: 0 } : received;
  return endOfDays(time, { first: time.receptionDay(counted), count: 0, counts: () => false }, pauses);
}

/** Which days a limit in days counts. */
function countsFor(unit: Exclude<LimitUnit, 'same_day' | 'hours'>, { calendar }: WorkingTime): (day: Day) => boolean {
  switch (unit) {
    case 'working_days':
      return (day) => calendar.isWorking(day);
    case 'days_but_holidays':
      return (day) => !calendar.isHoliday(day);
    case 'calendar_days':
      return () => true;
  }
}

/**
 * The last instant at which something is in time; undefined while a supplement is outstanding, because nobody knows yet.
 *
 * The clock starts at reception, or at the next opening when the point does not work then. A limit in hours ends after
 * that much working time; one in days at the close of business of its last day.
 */
export function dueAt(time: WorkingTime, { received, limit, pauses = [] }: Course): WallClock | undefined {
  checkPauses(pauses);
  if (limit.unit === 'same_day') return endOfSameDay(time, received, pauses);
  checkCount(limit);
  if (limit.unit === 'hours') return time.after(received, limit.count * MS_PER_HOUR, pauses);
  return endOfDays(time, { first: time.receptionDay(received), count: limit.count, counts: countsFor(limit.unit, time) }, pauses);
}
