const EVERY_MS = 30_000;
const SOONEST_MS = 5_000;
/** A screen whose data is older than this says how old it is in large letters. */
const OLD_MS = 90_000;

/** How long to wait before asking again: soon after the first failure, then ever longer, never longer than usual. */
export const waitAfter = (failures: number): number => (failures === 0 ? EVERY_MS : Math.min(EVERY_MS, SOONEST_MS * 2 ** (failures - 1)));

/** Whether what a board shows is older than a viewer would think. */
export const isOld = (ageMs: number): boolean => ageMs > OLD_MS;

const SHIFTS = [
  [0, 0],
  [10, 6],
  [-8, 10],
  [6, -10],
  [-10, -6],
] as const;

/** Where a screen stands in a minute, in pixels off its place, so that no letter burns into the panel of a television. */
export function burnInShift(minute: number): string {
  const [x, y] = SHIFTS[minute % SHIFTS.length] ?? SHIFTS[0];
  return `translate(${x}px, ${y}px)`;
}
