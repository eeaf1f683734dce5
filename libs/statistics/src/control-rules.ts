import type { ControlLimits } from './control-limits';

/** Why a point of a series is special: beyond a limit; in a run up or down; near a limit twice in three; in a run on one side. */
export type Signal = 'beyond' | 'trend' | 'near_limit' | 'shift';

const RUN = 7;
const NEAR = 2 / 3;

/** Marks every point of each stretch of `length` points for which the rule holds. */
function marked(n: number, length: number, holds: (from: number) => boolean, marks: (index: number) => boolean = () => true): boolean[] {
  const points = Array<boolean>(n).fill(false);
  for (let from = 0; from + length <= n; from++)
    if (holds(from)) for (let index = from; index < from + length; index++) points[index] ||= marks(index);
  return points;
}

const allSame = (signs: readonly number[]): boolean => signs[0] !== 0 && signs.every((sign) => sign === signs[0]);

/** A run of seven on one side of the centre; a point on the centre breaks it. */
export function shifts(values: readonly number[], centre: number): boolean[] {
  const sides = values.map((value) => Math.sign(value - centre));
  return marked(values.length, RUN, (from) => allSame(sides.slice(from, from + RUN)));
}

/** A run of seven that rises or falls all along; a tie breaks it. */
export function trends(values: readonly number[]): boolean[] {
  const steps = values.slice(1).map((value, index) => Math.sign(value - (values[index] ?? value)));
  return marked(values.length, RUN, (from) => allSame(steps.slice(from, from + RUN - 1)));
}

/** Two of three points on one side beyond two thirds of the way to a limit, but within it; only those near the limit are marked. */
export function nearLimits(values: readonly number[], limits: readonly ControlLimits[]): boolean[] {
  const far = values.map((value, index) => {
    const { centre = 0, low = 0, high = 0 } = limits[index] ?? {};
    if (value > high || value < low) return false;
    return value > centre + NEAR * (high - centre) || value < centre - NEAR * (centre - low);
  });
  const sides = values.map((value, index) => Math.sign(value - (limits[index]?.centre ?? 0)));
  const holds = (from: number): boolean => allSame(sides.slice(from, from + 3)) && far.slice(from, from + 3).filter(Boolean).length >= 2;
  return marked(values.length, 3, holds, (index) => far[index] ?? false);
}

/**
 * What is special about each point of a series, by the four rules of the NHS programme Making Data Count, the first that
 * applies: beyond a limit, trend, two of three near a limit, shift. Source: NHS England, Making Data Count, as coded in
 * NHSRplotthedots 0.2.
 */
export function signalsOf(values: readonly number[], limits: readonly ControlLimits[]): (Signal | null)[] {
  const trend = trends(values);
  const near = nearLimits(values, limits);
  const centres = new Set(limits.map(({ centre }) => centre));
  const shift = centres.size === 1 ? shifts(values, limits[0]?.centre ?? 0) : shiftsAround(values, limits);
  return values.map((value, index) => {
    const limit = limits[index];
    if (limit && (value > limit.high || value < limit.low)) return 'beyond';
    if (trend[index]) return 'trend';
    if (near[index]) return 'near_limit';
    return shift[index] ? 'shift' : null;
  });
}

const shiftsAround = (values: readonly number[], limits: readonly ControlLimits[]): boolean[] =>
  shifts(
    values.map((value, index) => value - (limits[index]?.centre ?? 0)),
    0,
  );

/** Whether a series that goes on as it is will meet its standard: always, never, or by luck. */
export type Assurance = 'passes' | 'fails' | 'hit_or_miss';

/** Holds the limits of a series against a standard; `better` says which way is better. */
export function assuranceOf({ low, high }: ControlLimits, standard: number, better: 'up' | 'down'): Assurance {
  if (low > standard) return better === 'up' ? 'passes' : 'fails';
  if (high < standard) return better === 'up' ? 'fails' : 'passes';
  return 'hit_or_miss';
}

/** Below so many points limits are a first guess and nothing is called special. */
export const TRIAL_BELOW = 12;
