import { type Bounds, checkLevel, type Level, USUAL_LEVEL } from './bounds';
import { gammaShareBelow } from './gamma';
import { whereReached } from './invert';
import { twoSidedZ } from './normal';
import { workedOutOnce } from './worked-out-once';

function checkCount(count: number): void {
  if (!(count >= 0)) throw new RangeError(`A count is at least 0, not ${count}`);
}

/**
 * Byar's interval for the mean of a Poisson count. Good from about 10 on.
 * Source: N. E. Breslow, N. E. Day, Statistical Methods in Cancer Research II (1987) p. 69.
 */
export function byar(count: number, level: Level = USUAL_LEVEL): Bounds {
  checkCount(count);
  const z = twoSidedZ(level);
  const next = count + 1;
  return {
    low: count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    high: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3,
  };
}

/** The mean at which a Poisson count is at least the given one with the given probability. */
export const meanReaching = (count: number, probability: number): number =>
  whereReached(probability, (mean) => gammaShareBelow(mean, count), 0, count + 50 + 20 * Math.sqrt(count));

/** The exact interval for the mean of a Poisson count. Source: F. Garwood, Biometrika 28 (1936) 437–442. */
export function exactCount(count: number, level: Level = USUAL_LEVEL): Bounds {
  checkCount(count);
  checkLevel(level);
  const tail = (1 - level) / 2;
  return { low: count === 0 ? 0 : meanReaching(count, tail), high: meanReaching(count + 1, 1 - tail) };
}

/** Below this Byar's interval is replaced by the exact one, as the UK Health Security Agency does. */
const EXACT_BELOW = 10;

/** The interval that the product shows for the mean of a count: exact when it is small, Byar's else. */
export const countInterval = (count: number, level: Level = USUAL_LEVEL): Bounds =>
  count < EXACT_BELOW ? smallCount(count, level) : byar(count, level);

const smallCount = workedOutOnce(exactCount);
