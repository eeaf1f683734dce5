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

/** The buckets of the question's grain; without one, the single bucket that ends with the last day asked for. */
export function bucketsOf(question: Question): readonly Bucket[] {
  const grain = question.by.find(isGrain);
  const hasFilter = question.where.some(({ dimension }) => isGrain(dimension));
  if (!grain && !hasFilter) return [{ start: question.from, to: question.to }];
  const ends = new Map<Day, Day>();
  for (const day of daysAsked(question)) ends.set(grain ? STARTS[grain](day) : question.from, addDays(day, 1));
  return [...ends].map(([start, to]) => ({ start, to }));
}
