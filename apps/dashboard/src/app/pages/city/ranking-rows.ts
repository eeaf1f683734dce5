import type { IntervalMark } from '@evenhand/charts';
import type { PointComparison, Value } from '@evenhand/domain';
import type { RankedPoint } from '../../data/ranking';

/** The dot and the interval of a row: what the point would have with the work of the city, and beside it, hollow, what people lived. */
export function markOf({ figure, compared }: Pick<RankedPoint, 'figure' | 'compared'>): IntervalMark {
  const adjusted = compared?.adjusted ?? null;
  if (adjusted !== null) {
    return { value: adjusted.value, low: adjusted.interval.low, high: adjusted.interval.high, raw: figure?.value ?? null };
  }
  return { value: figure?.value ?? null, low: figure?.interval?.low ?? null, high: figure?.interval?.high ?? null };
}

/** The largest end of what is drawn in a row, for an axis that holds them all. */
export const reachOf = (row: Pick<RankedPoint, 'figure' | 'compared'>): number | null => {
  const { value, high, raw = null } = markOf(row);
  const ends = [value, high, raw].filter((end) => end !== null);
  return ends.length === 0 ? null : Math.max(...ends);
};

/** The places a point can have: `118–123`, or one where no interval overlaps. */
export const placesOf = (rank: PointComparison['rank']): string | null => {
  if (rank === null) return null;
  return rank.best === rank.worst ? `${rank.best}` : `${rank.best}–${rank.worst}`;
};

/** How a few points that are much worse than the others make the level of the city; `null` where half of the points are about at it. */
export function lopsided(
  points: readonly { readonly figure: Pick<Value, 'value'> | undefined; readonly isWorse: boolean }[],
  city: number | null,
  direction: 'up' | 'down' | 'none',
): { readonly worse: number; readonly median: number } | null {
  const worse = points.filter(({ isWorse }) => isWorse).length;
  const known = points.flatMap(({ figure }) => (figure?.value == null ? [] : [figure.value])).sort((a, b) => a - b);
  const median = known[Math.floor(known.length / 2)];
  if (city === null || city === 0 || median === undefined || worse === 0 || direction === 'none') return null;
  const ahead = (direction === 'down' ? city - median : median - city) / (direction === 'down' ? city : 1 - city || 1);
  return ahead < NOTABLE ? null : { worse, median };
}

/** Half of the points this part better than the city call for a word. */
const NOTABLE = 0.15;
