import { because, type Grain, InvalidQuery, type TimeRange } from '@evenhand/domain';
import { bucketsOf } from '../compile/buckets';

/** One stretch of a series; `key` is the bucket's first day as answers name it. */
export interface Period {
  readonly key: string;
  readonly range: TimeRange;
}

const MOST_PERIODS = 120;

/** Cuts a range into buckets; the first and the last may be shorter. Throws {@link InvalidQuery} for too many. */
export function periodsOf(range: TimeRange, grain: Grain): Period[] {
  const buckets = bucketsOf({ metrics: [], by: [grain], ...range, where: [], exact: false });
  if (buckets.length > MOST_PERIODS)
    throw new InvalidQuery(
      'grain',
      `"${grain}" cuts the range into ${buckets.length} periods; ask for at most ${MOST_PERIODS}.`,
      because('too_many_periods', { periods: buckets.length, most: MOST_PERIODS }),
    );
  return buckets.map(({ start, to }) => ({ key: start, range: { from: start < range.from ? range.from : start, to } }));
}
