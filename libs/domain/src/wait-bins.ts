const steps = (count: number, minutes: number): number[] => Array.from({ length: count }, () => minutes);

/**
 * Upper edges, in minutes, of all bins but the last, which is open. Bins are closed on the right, so a wait of exactly
 * 20 minutes lies below the edge at 20: one minute each to 20, two to 40, five to 60, fifteen to 120.
 */
export const WAIT_BIN_EDGES: readonly number[] = [...steps(20, 1), ...steps(10, 2), ...steps(4, 5), ...steps(4, 15)].reduce<number[]>(
  (edges, step) => [...edges, (edges.at(-1) ?? 0) + step],
  [],
);

/** How many bins a histogram of waits has. */
export const WAIT_BINS = WAIT_BIN_EDGES.length + 1;

/** True when the histogram can tell waits longer than this from the others without error. */
export const isWaitBinEdge = (minutes: number): boolean => WAIT_BIN_EDGES.includes(minutes);
