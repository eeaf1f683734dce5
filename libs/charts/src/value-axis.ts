/** A straight axis from `min` to `max` with a mark at each tick. */
export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

const NICE_STEPS = [1, 2, 2.5, 5, 10];
// 0.1 + 0.2 is not 0.3: ticks are rounded to what a reader can tell apart.
const tidy = (value: number): number => Number(value.toPrecision(12));

function niceStep(rough: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = NICE_STEPS.find((candidate) => candidate * magnitude >= rough * (1 - 1e-9)) ?? 10;
  return step * magnitude;
}

/** An axis from zero that holds the largest of the values, cut into about `count` round steps. */
export function axisFromZero(values: readonly (number | null)[], count = 4): ValueAxis {
  const largest = Math.max(0, ...values.filter((value) => value !== null));
  const step = niceStep((largest || 1) / count);
  const steps = Math.max(1, Math.ceil(largest / step - 1e-9));
  const ticks = Array.from({ length: steps + 1 }, (_, index) => tidy(index * step));
  return { min: 0, max: tidy(steps * step), ticks };
}

/** An axis between round numbers around the values, cut into about `count` round steps; for what lies far from zero. */
export function axisAround(values: readonly (number | null)[], count = 4): ValueAxis {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (!(high > low)) return axisFromZero(values, count);
  const step = niceStep((high - low) / count);
  const first = Math.floor(low / step + 1e-9);
  const steps = Math.max(1, Math.ceil(high / step - 1e-9) - first);
  const ticks = Array.from({ length: steps + 1 }, (_, index) => tidy((first + index) * step));
  return { min: tidy(first * step), max: tidy((first + steps) * step), ticks };
}

/** Where a value lies on the axis, in percent of its length; what lies beyond an end is drawn at the end. */
export const percentOn = ({ min, max }: ValueAxis, value: number): number =>
  tidy(Math.min(1, Math.max(0, (value - min) / (max - min || 1))) * 100);
