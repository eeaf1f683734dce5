import type { Question } from '@evenhand/domain';
import { type Bucket, bucketsOf, isGrain } from '../compile/buckets';
import { dayBuckets, type KeyPart } from './buckets-of-days';
import { dayNumber, type DayNumber } from './day-number';

/** A stretch of days; `end` is excluded. */
export interface Stretch {
  readonly first: DayNumber;
  readonly end: DayNumber;
}

/** A day that a question looks at, and the number of the bucket to which it belongs. */
export interface BucketDay {
  readonly day: DayNumber;
  readonly bucket: number;
}

/** The days that a question looks at. */
export interface Calendar {
  /** Those of a stretch, in order. */
  within(stretch: Stretch): readonly BucketDay[];
  /** The keys of the buckets met so far, by their numbers. */
  readonly buckets: readonly KeyPart[];
}

/** Every day of the range that the filters let through: what is counted day by day adds up. */
export function everyDay({ from, to, by, where }: Pick<Question, 'from' | 'to' | 'by' | 'where'>): Calendar {
  const [begin, over] = [dayNumber(from), dayNumber(to)];
  const buckets = dayBuckets(by, where);
  return {
    buckets: buckets.met,
    within: ({ first, end }) => {
      const days: BucketDay[] = [];
      for (let day = Math.max(begin, first); day < Math.min(over, end); day++) {
        const bucket = buckets.bucketOf(day);
        if (bucket >= 0) days.push({ day, bucket });
      }
      return days;
    },
  };
}

/** The last day of each bucket, or the latest of which anything is known: at its end stocks are counted. */
export interface LastDays extends Calendar {
  /** All of them, as a range of days; `null` where no bucket has begun. */
  readonly range: { readonly from: DayNumber; readonly to: DayNumber } | null;
}

/** The last days of the buckets that have begun by the latest known day. */
export function lastDays(question: Question, knownUntil = Infinity): LastDays {
  const grain = question.by.find(isGrain);
  const begun = bucketsOf(question).filter(({ start }) => grain === undefined || dayNumber(start) <= knownUntil);
  const days = begun.map(({ to }, bucket) => ({ day: Math.min(dayNumber(to) - 1, knownUntil), bucket }));
  const [first, last] = [days[0], days.at(-1)];
  return {
    buckets: begun.map(({ start }: Bucket) => (grain ? { [grain]: start } : {})),
    within: ({ first: begin, end }) => days.filter(({ day }) => day >= begin && day < end),
    range: first && last ? { from: first.day, to: last.day + 1 } : null,
  };
}
