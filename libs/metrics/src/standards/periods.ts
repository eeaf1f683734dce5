import {
  addDays,
  because,
  type Day,
  daysIn,
  InvalidQuery,
  startOfMonth,
  type TimeRange,
  type VerdictGrain,
  weekdayOf,
} from '@evenhand/domain';
import { checkCountable } from '../countable-days';

/** A period that is judged: the part of its bucket that lies in the range. */
export interface Period extends TimeRange {
  /** The first day of the bucket, by which the engine names it. */
  readonly bucket: Day;
}

const firstOf = (cut: VerdictGrain, day: Day, from: Day): Day => {
  switch (cut) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, 1 - weekdayOf(day));
    case 'month':
      return startOfMonth(day);
    case 'whole':
      return from;
  }
};

const nextOf = (cut: VerdictGrain, bucket: Day, { to }: TimeRange): Day => {
  switch (cut) {
    case 'day':
      return addDays(bucket, 1);
    case 'week':
      return addDays(bucket, 7);
    case 'month':
      return startOfMonth(bucket, 1);
    case 'whole':
      return to;
  }
};

/** The periods of a range, cut at its ends. */
export function periodsOf(cut: VerdictGrain, range: TimeRange): readonly Period[] {
  const periods: Period[] = [];
  for (let from = range.from; from < range.to;) {
    const bucket = firstOf(cut, from, range.from);
    const next = nextOf(cut, bucket, range);
    const to = next < range.to ? next : range.to;
    periods.push({ bucket, from, to });
    from = to;
  }
  return periods;
}

const MOST_PERIODS = 400;
const DAYS_OF: Readonly<Record<VerdictGrain, number>> = { day: 1, week: 7, month: 28, whole: Number.POSITIVE_INFINITY };

/** Refuses days that nobody can count and more periods than anybody reads. */
export function checkPeriods(cut: VerdictGrain, range: TimeRange): void {
  checkCountable(range);
  const periods = Math.ceil(daysIn(range) / DAYS_OF[cut]);
  if (periods > MOST_PERIODS)
    throw new InvalidQuery(
      'grain',
      `"${cut}" cuts the range into about ${periods} periods; ask for at most ${MOST_PERIODS}, over fewer days or by a coarser grain.`,
      because('too_many_periods', { periods, most: MOST_PERIODS }),
    );
}
