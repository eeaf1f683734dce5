import { compareTexts } from '../results';
import type { PointCells } from './standing';

/** Below so many cases a stratum says little of what is usual: the next coarser one is asked. */
export const LEAST_YARDSTICK = 50;
/** A point with more than this share of a stratum is held against the others only. */
export const OWN_YARDSTICK = 0.05;

/** How cells of points are put together: at each level, the whole city first, the numbers of all groups and of each point's own. */
export interface Strata {
  readonly points: readonly string[];
  readonly pointOf: Int32Array;
  readonly levels: readonly Level[];
}

interface Level {
  readonly groups: number;
  readonly groupOf: Int32Array;
  /** Groups of one point; of the finest level these are the cells themselves. */
  readonly ownGroups: number;
  readonly ownOf: Int32Array;
}

/** Numbers texts in the order in which they are met. */
function numbered(texts: Iterable<string>): { readonly of: Int32Array; readonly met: readonly string[] } {
  const numbers = new Map<string, number>();
  const of = Int32Array.from(texts, (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  });
  return { of, met: [...numbers.keys()] };
}

/** Puts cells, each a point and then its strata from the coarsest to the finest, together at every level. */
export function strataOf(cells: readonly (readonly string[])[]): Strata {
  const depth = cells[0]?.length ?? 1;
  const points = numbered(cells.map(([point = '']) => point));
  const levels = Array.from({ length: depth }, (_, level): Level => {
    const groups = numbered(cells.map((keys) => JSON.stringify(keys.slice(1, level + 1))));
    const own = numbered(cells.map((keys) => JSON.stringify(keys.slice(0, level + 1))));
    return { groups: groups.met.length, groupOf: groups.of, ownGroups: own.met.length, ownOf: own.of };
  });
  return { points: points.met, pointOf: points.of, levels };
}

/** What each cell had: cases, their amount (hits or sum) and its squares. Cells without cases are no cells. */
export interface CellNumbers {
  readonly n: Float64Array;
  readonly amount: Float64Array;
  /** The square of a hit is the hit. */
  readonly squares: Float64Array;
}

const added = (numbers: Float64Array, groupOf: Int32Array, groups: number): Float64Array => {
  const sums = new Float64Array(groups);
  for (let cell = 0; cell < numbers.length; cell++) sums[groupOf[cell] ?? 0] = (sums[groupOf[cell] ?? 0] ?? 0) + (numbers[cell] ?? 0);
  return sums;
};

/** The yardstick of each of a point's groups at one level: what is usual there, and of how many cases. */
interface Yardsticks {
  readonly ownOf: Int32Array;
  readonly n: Float64Array;
  readonly rate: Float64Array;
  readonly spread: Float64Array;
}

function yardsticksAt({ groups, groupOf, ownGroups, ownOf }: Level, { n, amount, squares }: CellNumbers): Yardsticks {
  const all = [n, amount, squares].map((numbers) => added(numbers, groupOf, groups)) as [Float64Array, Float64Array, Float64Array];
  const own = [n, amount, squares].map((numbers) => added(numbers, ownOf, ownGroups)) as [Float64Array, Float64Array, Float64Array];
  const found: Yardsticks = {
    ownOf,
    n: new Float64Array(ownGroups),
    rate: new Float64Array(ownGroups),
    spread: new Float64Array(ownGroups),
  };
  for (let cell = 0; cell < ownOf.length; cell++) {
    const [group, mine] = [groupOf[cell] ?? 0, ownOf[cell] ?? 0];
    const [allN, ownN] = [all[0][group] ?? 0, own[0][mine] ?? 0];
    const isLeftOut = ownN > OWN_YARDSTICK * allN && allN > ownN;
    const less = (which: 0 | 1 | 2): number => (all[which][group] ?? 0) - (isLeftOut ? (own[which][mine] ?? 0) : 0);
    const cases = less(0);
    const rate = less(1) / cases;
    found.n[mine] = cases;
    found.rate[mine] = rate;
    found.spread[mine] = Math.max(0, less(2) / cases - rate * rate);
  }
  return found;
}

/**
 * What each point had, and what it would have had if everybody's rate held in each of its strata: indirect standardisation.
 * The yardstick of a cell is the finest level of its strata that has cases enough; a point with much of it is left out of
 * its own yardstick. `variance` is how far chance moves the amount when the yardstick is right. In the order of the points.
 * The same as the statement of `expectedCells`, over cells that are held in memory.
 */
export function expectedIn({ points, pointOf, levels }: Strata, numbers: CellNumbers): PointCells[] {
  const yardsticks = levels.map((level) => yardsticksAt(level, numbers));
  const sums = { n: 0, amount: 1, expected: 2, variance: 3, length: 4 } as const;
  const totals = new Float64Array(points.length * sums.length);
  const { n, amount } = numbers;
  for (let cell = 0; cell < n.length; cell++) {
    const cases = n[cell] ?? 0;
    if (cases <= 0) continue;
    let level = yardsticks.length - 1;
    while (level > 0 && (yardsticks[level]?.n[yardsticks[level]?.ownOf[cell] ?? 0] ?? 0) < LEAST_YARDSTICK) level--;
    const yardstick = yardsticks[level];
    const mine = yardstick?.ownOf[cell] ?? 0;
    const place = (pointOf[cell] ?? 0) * sums.length;
    totals[place] = (totals[place] ?? 0) + cases;
    totals[place + sums.amount] = (totals[place + sums.amount] ?? 0) + (amount[cell] ?? 0);
    totals[place + sums.expected] = (totals[place + sums.expected] ?? 0) + cases * (yardstick?.rate[mine] ?? 0);
    totals[place + sums.variance] = (totals[place + sums.variance] ?? 0) + cases * (yardstick?.spread[mine] ?? 0);
  }
  return points
    .map((point, index) => {
      const at = (sum: number): number => totals[index * sums.length + sum] ?? 0;
      return { point, n: at(sums.n), amount: at(sums.amount), expected: at(sums.expected), variance: at(sums.variance) };
    })
    .filter((one) => one.n > 0)
    .sort((a, b) => compareTexts(a.point, b.point));
}
