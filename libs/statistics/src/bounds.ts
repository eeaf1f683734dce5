/** Lower and upper bound, in the unit of what they bound. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** How sure an interval is, as a share: 0.95 leaves 2.5 % on each side. */
export type Level = number;

/** The level of every interval the product shows unless it says otherwise. */
export const USUAL_LEVEL: Level = 0.95;

/** Throws RangeError unless the level lies strictly between 0 and 1. */
export function checkLevel(level: Level): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`A level lies strictly between 0 and 1, not ${level}`);
}
