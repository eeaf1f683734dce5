import { addDays, type Day, type Dimension, type Grain, GRAINS, type Question, startOfMonth, weekdayOf } from '@evenhand/domain';

/** A stretch of days after which stocks are counted; `to` is excluded. */
export interface Bucket {
  readonly start: Day;
  readonly to: Day;
}

const STARTS: Readonly<Record<Grain, (day: Day) => Day>> = {
  day: (day) => day,
  week: (day) => addDays(day, 1 - weekdayOf(day)),
  month: (day) => startOfMonth(day),
};

export const isGrain = (dimension: Dimension): dimension is Grain => (GRAINS as readonly Dimension[]).includes(dimension);

/** The days of the range that pass the question's filters on day, week and month. */
function daysAsked({ from, to, where }: Question): Day[] {
  const days: Day[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) {
    const passes = where.every(({ dimension, values }) => !isGrain(dimension) || values.includes(STARTS[dimension](day)));
    if (passes) days.push(day);
  }
  return days;
}

const NEXT: Readonly<Record<Grain, (start: Day) => Day>> = {
  day: (start) => addDays(start, 1),
  week: (start) => addDays(start, 7),
  month: (start) => startOfMonth(start, 1),
};

/** The buckets of a grain that lie in a range, the first and the last cut to it. */
function everyBucket(grain: Grain, { from, to }: Question): readonly Bucket[] {
  const buckets: Bucket[] = [];
  for (let start = STARTS[grain](from); start < to;) {
    const next = NEXT[grain](start);
    buckets.push({ start, to: next < to ? next : to });
    start = next;
  }
  return buckets;
}

/** The buckets of the question's grain; without one, the single bucket that ends with the last day asked for. */
export function bucketsOf(question: Question): readonly Bucket[] {
  const grain = question.by.find(isGrain);
  const hasFilter = question.where.some(({ dimension }) => isGrain(dimension));
  if (!hasFilter) return grain ? everyBucket(grain, question) : [{ start: question.from, to: question.to }];
  const ends = new Map<Day, Day>();
  for (const day of daysAsked(question)) ends.set(grain ? STARTS[grain](day) : question.from, addDays(day, 1));
  return [...ends].map(([start, to]) => ({ start, to }));
}
