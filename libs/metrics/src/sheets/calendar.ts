import type { Question } from '@evenhand/domain';
import { type Bucket, bucketsOf, isGrain } from '../compile/buckets';
import { KeptByWeight } from '../kept-by-weight';
import { type DayBuckets, dayBuckets, isOfDays, type KeyPart } from './buckets-of-days';
import { dayNumber, type DayNumber } from './day-number';

/** A stretch of days; `end` is excluded. */
export interface Stretch {
  readonly first: DayNumber;
  readonly end: DayNumber;
}

/** Days in a row that a question looks at, and the number of the bucket to which they belong. */
export interface BucketDays extends Stretch {
  readonly bucket: number;
}

/** The days that a question looks at. */
export interface Calendar {
  /** Those of a stretch, in order. */
  within(stretch: Stretch): readonly BucketDays[];
  /** The keys of the buckets met so far, by their numbers. */
  readonly buckets: readonly KeyPart[];
}

type OfDays = Pick<Question, 'from' | 'to' | 'by' | 'where'>;

/** The questions of a page look at few ranges, each at the same one many times. */
const CALENDARS = new KeptByWeight<Calendar>(500);

/** Every day of the range that the filters let through: what is counted day by day adds up. */
export function everyDay({ from, to, by, where }: OfDays): Calendar {
  const question = { from, to, by: by.filter(isOfDays), where: where.filter(({ dimension }) => isOfDays(dimension)) };
  const name = JSON.stringify(question);
  const known = CALENDARS.get(name);
  if (known) return known;
  const made = calendarOf(question);
  CALENDARS.set(name, made);
  return made;
}

function calendarOf({ from, to, by, where }: OfDays): Calendar {
  const [begin, over] = [dayNumber(from), dayNumber(to)];
  const buckets = dayBuckets(by, where);
  const within = new Map<DayNumber, { readonly end: DayNumber; readonly days: readonly BucketDays[] }>();
  return {
    buckets: buckets.met,
    within: ({ first, end }) => {
      const known = within.get(first);
      if (known?.end === end) return known.days;
      const days = inBuckets({ first: Math.max(begin, first), end: Math.min(over, end) }, buckets);
      within.set(first, { end, days });
      return days;
    },
  };
}

function inBuckets(stretch: Stretch, { bucketOf }: DayBuckets): readonly BucketDays[] {
  const found: BucketDays[] = [];
  for (let first = stretch.first, end = first; first < stretch.end; first = end) {
    const bucket = bucketOf(first);
    do end++;
    while (end < stretch.end && bucketOf(end) === bucket);
    if (bucket >= 0) found.push({ first, end, bucket });
  }
  return found;
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
  const days = begun.map(({ to }, bucket) => {
    const first = Math.min(dayNumber(to) - 1, knownUntil);
    return { first, end: first + 1, bucket };
  });
  const [first, last] = [days[0], days.at(-1)];
  return {
    buckets: begun.map(({ start }: Bucket) => (grain ? { [grain]: start } : {})),
    within: (stretch) => days.filter((day) => day.first >= stretch.first && day.first < stretch.end),
    range: first && last ? { from: first.first, to: last.end } : null,
  };
}
