import type { Dimension, Filter } from '@evenhand/domain';
import { keyFromText } from '../facts/dimension-text';
import { dayNumber, type DayNumber, dayText } from './day-number';

const MONDAY = 4;
const MS_PER_DAY = 86_400_000;

const weekdayOf = (day: DayNumber): number => ((((day - MONDAY) % 7) + 7) % 7) + 1;

/** The dimensions that a day has by itself; grains by the number of the day with which the bucket begins. */
const OF_DAYS = {
  day: (day: DayNumber) => day,
  week: (day: DayNumber) => day - weekdayOf(day) + 1,
  month: (day: DayNumber) => day - new Date(day * MS_PER_DAY).getUTCDate() + 1,
  weekday: weekdayOf,
} as const;

type DayDimension = keyof typeof OF_DAYS;

export const isOfDays = (dimension: Dimension): dimension is DayDimension => dimension in OF_DAYS;

const numberOf = (dimension: DayDimension, value: string): number =>
  dimension === 'weekday' ? Number(keyFromText(dimension, value)) : dayNumber(String(keyFromText(dimension, value)));

/** What rows of an answer are told apart by, a value for each dimension. */
export type KeyPart = Readonly<Partial<Record<Dimension, string | number>>>;

/** Puts days into the buckets of a question. */
export interface DayBuckets {
  /** The number of the bucket that holds a day; −1 for a day that a filter keeps out. */
  readonly bucketOf: (day: DayNumber) => number;
  /** The buckets met so far, by their numbers. */
  readonly met: readonly KeyPart[];
}

/** Cuts days by those of the dimensions that a day has, and keeps out what the filters do. */
export function dayBuckets(by: readonly Dimension[], where: readonly Filter[]): DayBuckets {
  const cuts = by.filter(isOfDays);
  const filters = where.flatMap(({ dimension, values }) =>
    isOfDays(dimension) ? [{ dimension, values: new Set(values.map((value) => numberOf(dimension, value))) }] : [],
  );
  const met: KeyPart[] = [];
  const numbers = new Map<string, number>();
  const meet = (places: readonly number[]): number =>
    met.push(
      Object.fromEntries(
        cuts.map((dimension, index) => [dimension, dimension === 'weekday' ? (places[index] ?? 0) : dayText(places[index] ?? 0)]),
      ),
    ) - 1;
  return {
    met,
    bucketOf: (day) => {
      if (!filters.every(({ dimension, values }) => values.has(OF_DAYS[dimension](day)))) return -1;
      const places = cuts.map((dimension) => OF_DAYS[dimension](day));
      const name = places.join(' ');
      const known = numbers.get(name);
      if (known !== undefined) return known;
      const bucket = meet(places);
      numbers.set(name, bucket);
      return bucket;
    },
  };
}
