import { compareTexts } from '../results';
import type { Level } from '../sheets/strata';
import type { PointCells } from './standing';

/** Below so many cases a stratum says little of what is usual: the next coarser one is asked. */
export const LEAST_YARDSTICK = 50;
/** A point with more than this share of a stratum is held against the others only. */
export const OWN_YARDSTICK = 0.05;

/** What each cell had: cases, their amount (hits or sum) and its squares. */
export interface CellNumbers {
  readonly n: Float64Array;
  readonly amount: Float64Array;
  /** The same list where the square of a hit is the hit. */
  readonly squares: Float64Array;
}

const add = (sums: Float64Array, place: number, value: number): void => {
  sums[place] = (sums[place] ?? 0) + value;
};

function addedUp(numbers: Float64Array, groupOf: Int32Array, groups: number): Float64Array {
  const sums = new Float64Array(groups);
  for (let place = 0; place < numbers.length; place++) add(sums, groupOf[place] ?? 0, numbers[place] ?? 0);
  return sums;
}

function eachAddedUp({ n, amount, squares }: CellNumbers, groupOf: Int32Array, groups: number): CellNumbers {
  const sums = { n: addedUp(n, groupOf, groups), amount: addedUp(amount, groupOf, groups) };
  return { ...sums, squares: squares === amount ? sums.amount : addedUp(squares, groupOf, groups) };
}

/** What is usual for each of the points' own groups of one level. */
interface Yardsticks {
  readonly rate: Float64Array;
  readonly spread: Float64Array;
}

/** The yardsticks of a level; those of the next coarser one where it has too few cases. */
function yardsticksOf({ groups, ownGroups, groupOf, parentOf }: Level, own: CellNumbers, coarser: Yardsticks | null): Yardsticks {
  const all = eachAddedUp(own, groupOf, groups);
  const found: Yardsticks = { rate: new Float64Array(ownGroups), spread: new Float64Array(ownGroups) };
  for (let mine = 0; mine < own.n.length; mine++) {
    const group = groupOf[mine] ?? 0;
    const [ownN, allN] = [own.n[mine] ?? 0, all.n[group] ?? 0];
    if (ownN <= 0) continue;
    const others = ownN > OWN_YARDSTICK * allN && allN > ownN ? 1 : 0;
    const n = allN - others * ownN;
    if (coarser && n < LEAST_YARDSTICK) {
      found.rate[mine] = coarser.rate[parentOf[mine] ?? 0] ?? 0;
      found.spread[mine] = coarser.spread[parentOf[mine] ?? 0] ?? 0;
      continue;
    }
    const rate = ((all.amount[group] ?? 0) - others * (own.amount[mine] ?? 0)) / n;
    found.rate[mine] = rate;
    found.spread[mine] = Math.max(0, ((all.squares[group] ?? 0) - others * (own.squares[mine] ?? 0)) / n - rate * rate);
  }
  return found;
}

/** The numbers of the points' own groups at every level, from the finest to the coarsest: each adds up the one before. */
function ownAtEach(levels: readonly Level[], cells: CellNumbers): readonly CellNumbers[] {
  const found = [cells];
  for (let level = levels.length - 1; level > 0; level--) {
    const [finer, coarser] = [levels[level], levels[level - 1]];
    if (finer && coarser) found.push(eachAddedUp(found.at(-1) ?? cells, finer.parentOf, coarser.ownGroups));
  }
  return found.reverse();
}

/** The points, and the strata of all cells: `levels` from the coarsest on, the finest of them the cells. */
export interface Strata {
  readonly points: readonly string[];
  readonly pointOf: Int32Array;
  readonly levels: readonly Level[];
}

/**
 * What each point had, and what it would have had if everybody's rate held in each of its strata: indirect standardisation.
 * The yardstick of a cell is the finest level of its strata that has cases enough; a point with much of it is left out of
 * its own yardstick. `variance` is how far chance moves the amount when the yardstick is right. In the order of the points.
 * The same as the statement of `expectedCells`, over cells that are held in memory.
 */
export function expectedIn({ points, pointOf, levels }: Strata, cells: CellNumbers): PointCells[] {
  const own = ownAtEach(levels, cells);
  let yardsticks: Yardsticks | null = null;
  levels.forEach((level, index) => (yardsticks = yardsticksOf(level, own[index] ?? cells, yardsticks)));
  const { rate, spread } = yardsticks ?? { rate: new Float64Array(), spread: new Float64Array() };
  const [expected, variance] = [new Float64Array(points.length), new Float64Array(points.length)];
  for (let cell = 0; cell < cells.n.length; cell++) {
    const [n, point] = [cells.n[cell] ?? 0, pointOf[cell] ?? 0];
    add(expected, point, n * (rate[cell] ?? 0));
    add(variance, point, n * (spread[cell] ?? 0));
  }
  const [whole = cells] = own;
  return points
    .map((point, at) => ({
      ...{ point, n: whole.n[at] ?? 0, amount: whole.amount[at] ?? 0 },
      ...{ expected: expected[at] ?? 0, variance: variance[at] ?? 0 },
    }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => compareTexts(a.point, b.point));
}
