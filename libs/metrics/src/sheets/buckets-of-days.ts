import { type Dimension, type Filter, startOfMonth, addDays, weekdayOf } from '@evenhand/domain';
import { keyFromText } from '../facts/dimension-text';
import { type DayNumber, dayText } from './day-number';

/** The dimensions that a day has by itself. */
const OF_DAYS = {
  day: (day: string) => day,
  week: (day: string) => addDays(day, 1 - weekdayOf(day)),
  month: (day: string) => startOfMonth(day),
  weekday: (day: string) => weekdayOf(day),
} as const;

type DayDimension = keyof typeof OF_DAYS;

export const isOfDays = (dimension: Dimension): dimension is DayDimension => dimension in OF_DAYS;

/** What rows of an answer are told apart by, a value for each dimension. */
export type KeyPart = Readonly<Partial<Record<Dimension, string | number>>>;

/** Puts days into the buckets of a question. */
export interface DayBuckets {
  /** The number of the bucket that holds a day; −1 for a day that a filter keeps out. */
  bucketOf(day: DayNumber): number;
  /** The buckets met so far, by their numbers. */
  readonly met: readonly KeyPart[];
}

/** Cuts days by those of the dimensions that a day has, and keeps out what the filters do. */
export function dayBuckets(by: readonly Dimension[], where: readonly Filter[]): DayBuckets {
  const cuts = by.filter(isOfDays);
  const filters = where.flatMap(({ dimension, values }) =>
    isOfDays(dimension) ? [{ cut: OF_DAYS[dimension], values: new Set(values.map((value) => keyFromText(dimension, value))) }] : [],
  );
  const met: KeyPart[] = [];
  const numbers = new Map<string, number>();
  const isPlain = cuts.length === 0 && filters.length === 0;
  const numberOf = (key: KeyPart): number => {
    const name = JSON.stringify(key);
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, met.length);
    return met.push(key) - 1;
  };
  return {
    met,
    bucketOf: (day) => {
      if (isPlain) return numberOf({});
      const text = dayText(day);
      if (!filters.every(({ cut, values }) => values.has(cut(text)))) return -1;
      return numberOf(Object.fromEntries(cuts.map((dimension) => [dimension, OF_DAYS[dimension](text)])));
    },
  };
}
