import type { PointsRange } from '@evenhand/domain';

/** Points as shares of the most there are: known, open and lost for sure; they add up to one. */
export interface PointsBar {
  readonly sure: number;
  readonly open: number;
  readonly lost: number;
}

/** How a range of points fills its scale. */
export function pointsBar({ low, high }: PointsRange, max: number): PointsBar {
  if (max <= 0) return { sure: 0, open: 0, lost: 0 };
  return { sure: low / max, open: (high - low) / max, lost: (max - high) / max };
}
