import type { Comparison, Direction } from '@evenhand/domain';
import { bySeverity } from '../../data/flags';

/** The points before and after one in the order of a ranking, and its own place in that list. */
export interface Neighbours {
  readonly before: string | null;
  readonly after: string | null;
  /** From 1: a place in a list, not a rank. */
  readonly place: number;
  readonly of: number;
}

/** Where a point stands in the list that begins with what is most serious; `null` where it is not in it. */
export function neighboursOf(code: string, { points }: Pick<Comparison, 'points'>, direction: Direction): Neighbours | null {
  const order = bySeverity(points, direction).map(({ point }) => point);
  const index = order.indexOf(code);
  if (index === -1) return null;
  return { before: order[index - 1] ?? null, after: order[index + 1] ?? null, place: index + 1, of: order.length };
}
