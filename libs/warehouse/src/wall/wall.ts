import { AsyncLocalStorage } from 'node:async_hooks';

/** The points whose rows may be read; `all` is no wall at all. */
export type Within = 'all' | readonly string[];

/**
 * Why something reads beyond the wall of whoever asks: `held for all` is kept in memory for everybody and handed out by scope,
 * `held against the city` and `held against peers` give figures of many points in one, `told to the public` is suppressed as it
 * is for everybody, and `known to everybody` says which days and kinds of case there are at all.
 */
export type Beyond = 'held for all' | 'held against the city' | 'held against peers' | 'told to the public' | 'known to everybody';

/** What may be read of the facts. */
export interface Wall {
  readonly points: readonly string[];
  /** The same for the same points. */
  readonly name: string;
}

const standing = new AsyncLocalStorage<Wall | null>();

/**
 * Does a job within a wall: whatever it asks of the warehouse, and whatever it leaves running behind itself, the engine gives it
 * rows of these points alone, also where a statement does not say so.
 */
export function withinWall<Result>(points: Within, job: () => Result): Result {
  return standing.run(points === 'all' ? null : { points, name: JSON.stringify([...new Set(points)].sort()) }, job);
}

/** Does a job as if no wall stood: what it reads must not be told as it is. A test lists every place that does. */
export function beyondTheWall<Result>(why: Beyond, job: () => Result): Result {
  return standing.getStore() ? standing.run(null, job) : job();
}

/** A job for later, to be done within the wall that stands at this moment. */
export function behindThisWall<Result>(job: () => Result): () => Result {
  const wall = wallAround();
  return () => standing.run(wall, job);
}

/** The wall that stands around whoever asks; `null` where none does. */
export const wallAround = (): Wall | null => standing.getStore() ?? null;

/** A name for the wall around whoever asks: what is kept within one is not for those within another. */
export const wallName = (): string => wallAround()?.name ?? '';

/** Of these points those within the wall around whoever asks. */
export function pointsWithin(points: Within): Within {
  const wall = wallAround();
  if (wall === null) return points;
  return points === 'all' ? wall.points : points.filter((point) => wall.points.includes(point));
}
