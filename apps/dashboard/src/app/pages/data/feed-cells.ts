import type { Feeds } from '@evenhand/contracts';

type FeedPoint = Feeds['feeds'][number]['points'][number];

/** How a feed stands at one point: nothing was due; every due day is complete; some are thin; some told nothing. */
export type CellState = 'idle' | 'whole' | 'thin' | 'silent';

/** The worst day decides. */
export function cellState({ complete, thin, missing }: Pick<FeedPoint, 'complete' | 'thin' | 'missing'>): CellState {
  if (missing > 0) return 'silent';
  if (thin > 0) return 'thin';
  return complete > 0 ? 'whole' : 'idle';
}

/** The points with days that are unknown, those with most of them first. */
export const gapsFirst = (points: readonly FeedPoint[]): FeedPoint[] =>
  points
    .filter(({ thin, missing }) => thin + missing > 0)
    .sort((a, b) => b.missing - a.missing || b.thin - a.thin || a.point.localeCompare(b.point));
