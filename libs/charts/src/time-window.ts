import type { ChartOption } from './chart-option';

/** A stretch of a time chart, by the first days of its first and its last bucket. */
export interface TimeWindow {
  readonly from: string;
  readonly to: string;
}

interface Places {
  readonly first: number;
  readonly last: number;
}

/** Fewer buckets than this show no course. */
const LEAST_BUCKETS = 3;

/** Where a window begins and ends in a row of buckets; `null` where it does not lie in them. */
export function placesOf(buckets: readonly string[], window: TimeWindow | null): Places | null {
  if (window === null) return null;
  const [first, last] = [buckets.indexOf(window.from), buckets.indexOf(window.to)];
  return first === -1 || last < first ? null : { first, last };
}

/** The window between two buckets in either order, wide enough to show a course; `null` where that is everything. */
export function windowBetween(buckets: readonly string[], one: number, other: number): TimeWindow | null {
  const end = buckets.length - 1;
  const within = (place: number): number => Math.min(end, Math.max(0, place));
  const lack = Math.max(0, LEAST_BUCKETS - 1 - Math.abs(one - other));
  const first = within(Math.min(one, other) - Math.floor(lack / 2));
  const last = within(Math.max(first + LEAST_BUCKETS - 1, Math.max(one, other)));
  const start = within(Math.min(first, last - LEAST_BUCKETS + 1));
  const [from, to] = [buckets[start], buckets[last]];
  return from === undefined || to === undefined || (start === 0 && last === end) ? null : { from, to };
}

/** Half of a window, or twice as much, around a bucket. */
export function windowAround(
  buckets: readonly string[],
  window: TimeWindow | null,
  { centre, factor }: { readonly centre: number; readonly factor: number },
): TimeWindow | null {
  const { first, last } = placesOf(buckets, window) ?? { first: 0, last: buckets.length - 1 };
  const half = ((last - first) * factor) / 2;
  return windowBetween(buckets, Math.round(centre - half), Math.round(centre + half));
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The bucket that a day lies in; −1 where it lies in none. */
export function bucketHolding(buckets: readonly string[], day: string): number {
  const found = buckets.findLastIndex((bucket) => bucket <= day);
  const [last, before] = [buckets.at(-1), buckets.at(-2)];
  if (found < buckets.length - 1 || last === undefined) return found;
  // The last bucket is taken to be as long as the one before it.
  return before !== undefined && daysBetween(last, day) < daysBetween(before, last) ? found : buckets.indexOf(day);
}

/** A drawing cut to a window: what lies outside is left out, its scale stays. */
export function zoomedOption(option: ChartOption, buckets: readonly string[], window: TimeWindow | null): ChartOption {
  const places = placesOf(buckets, window);
  if (places === null) return option;
  const axes = [option.xAxis ?? []].flat().map((_, index) => index);
  return {
    ...option,
    dataZoom: [{ type: 'inside', disabled: true, xAxisIndex: axes, startValue: places.first, endValue: places.last, filterMode: 'filter' }],
  };
}
