import { addDays, type Day, daysIn, type Grain, startOfMonth, type TimeRange, weekdayOf } from '@evenhand/domain';

const firstOf = (day: Day, grain: Grain): Day =>
  grain === 'day' ? day : grain === 'week' ? addDays(day, 1 - weekdayOf(day)) : startOfMonth(day);

/** The bucket that begins on a day, half-open. */
export const bucketRange = (from: Day, grain: Grain): TimeRange => ({
  from,
  to: grain === 'day' ? addDays(from, 1) : grain === 'week' ? addDays(from, 7) : startOfMonth(from, 1),
});

/** The first days of all buckets that a range touches, without holes. */
export function bucketsOf({ from, to }: TimeRange, grain: Grain): readonly Day[] {
  const buckets: Day[] = [];
  for (let bucket = firstOf(from, grain); bucket < to; bucket = bucketRange(bucket, grain).to) buckets.push(bucket);
  return buckets;
}

/** The days of a stretch of buckets that follow one another: by its first and its last bucket. */
export function windowRange(buckets: readonly Day[], { from, to }: { readonly from: Day; readonly to: Day }): TimeRange {
  const [first = from, second = addDays(first, 1)] = buckets;
  const length = daysIn({ from: first, to: second });
  const grain: Grain = length === 1 ? 'day' : length === 7 ? 'week' : 'month';
  return { from, to: bucketRange(to, grain).to };
}
