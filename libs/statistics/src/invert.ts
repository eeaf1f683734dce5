const MOST_STEPS = 400;

/** Where an increasing function reaches a value, between two ends that enclose it: bisection to the last digit. */
export function whereReached(value: number, increasing: (x: number) => number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (let step = 0; step < MOST_STEPS; step++) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) break;
    if (increasing(middle) < value) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}
