import { daysIn, type Dimension, type Interval, type Question } from '@evenhand/domain';
import { partsRatio, type SumPair } from '@evenhand/statistics';
import type { Count } from './asking/count';
import type { Asked } from './compile/draft';
import { isPlace } from './compile/keys';
import { columnOf } from './compile/measures';
import { type Part, partsOf, placeOf, type Planned } from './compile/part';
import type { Counted } from './counted';
import { Keys } from './keys';
import type { Computation, Ratio, Term } from './registry/definition';
import { type Key, keyText } from './results';

/** The interval of a ratio of sums for one row of an answer; `null` where its parts are too few to tell. */
export type RatioIntervals = (computation: Ratio, key: Key) => Interval | null;

/** Of ranges longer than this many days the parts are weeks: enough of them, and fewer rows. */
const MOST_DAYS = 62;

/**
 * What the cases of one row are cut into to see how much its ratio varies: days or weeks, or points where the answer is told
 * by day already. `null` where neither is left.
 */
export function cutOf({ by, from, to }: Pick<Question, 'by' | 'from' | 'to'>): Dimension | null {
  if (by.includes('day')) return by.includes('point') || by.some(isPlace) ? null : 'point';
  if (by.includes('week')) return 'day';
  return daysIn({ from, to }) > MOST_DAYS || by.includes('weekday') || by.length > 1 ? 'week' : 'day';
}

interface Finding extends Omit<Asked, 'part'> {
  readonly planned: Planned;
  readonly count: Count;
}

interface Found {
  readonly part: Part;
  readonly counted: Counted;
}

const isRatioOfSums = (computation: Computation): computation is Ratio => computation.kind === 'ratio' && computation.by !== 'n';

/** Looks into the parts of the range for the ratios of sums among the computations; asks nothing for the others. */
export async function findRatioIntervals(
  { planned, count, ...asked }: Finding,
  computations: readonly Computation[],
): Promise<RatioIntervals> {
  const ratios = computations.filter(isRatioOfSums).filter(({ top, bottom }) => !top.isStock && !bottom.isStock);
  const cut = cutOf(asked.question);
  if (ratios.length === 0 || cut === null) return () => null;
  const { by } = asked.question;
  const question = { ...asked.question, by: [...by, cut] };
  const plan = { ...planned, question };
  const parts = await Promise.all(
    partsOf(plan, ratios).map(async (part): Promise<Found> => {
      return { part, counted: await count({ ...asked, question, part }) };
    }),
  );
  const sides = new Map(ratios.map((ratio) => [ratio, sidesOf({ ratio, plan, parts, by })]));
  return (computation, key) => {
    const [name, found] = [keyText(key, by), sides.get(computation)];
    const interval = partsRatio(pairs(found?.top.get(name), found?.bottom.get(name)));
    const { scale = 1 } = computation;
    return interval && { low: interval.low / scale, high: interval.high / scale };
  };
}

interface Cut {
  readonly ratio: Ratio;
  readonly plan: Planned;
  readonly parts: readonly Found[];
  /** What keys are told apart by; the parts are cut by one dimension more. */
  readonly by: readonly Dimension[];
}

/** One sum of each part of a row: the words of the parts, and their sums in the same order. */
interface Side {
  readonly cuts: (string | null)[];
  readonly sums: number[];
}

/** Both sums of each part, by the names of the keys of the rows that the parts belong to. */
function sidesOf({ ratio, plan, parts, by }: Cut): Readonly<Record<keyof SumPair, ReadonlyMap<string, Side>>> {
  const side = (term: Term, name: 'n' | 'sum'): ReadonlyMap<string, Side> => {
    const { fact } = placeOf(plan, ratio, term);
    const found = parts.find(({ part }) => part.fact === fact && part.wanted.some((wanted) => wanted.term === term));
    return found ? sideOf(found.counted, columnOf(found.part, term, name), by) : new Map();
  };
  return { top: side(ratio.top, 'sum'), bottom: side(ratio.bottom, ratio.by === 'sum' ? 'sum' : 'n') };
}

/** The parts of each row; whatever the keys are cut by comes last among their dimensions. */
function sideOf({ keys: { columns, size }, cellOf }: Counted, column: string, by: readonly Dimension[]): ReadonlyMap<string, Side> {
  const [owners, cut, cell] = [columns.slice(0, by.length), columns[by.length], cellOf(column)];
  const sides = new Map<string, Side>();
  const ownerOf = new Keys(owners, size);
  let side: Side = { cuts: [], sums: [] };
  for (let row = 0; row < size; row++) {
    // Parts of one row follow each other.
    if (row === 0 || owners.some(({ places }) => places[row] !== places[row - 1])) {
      const name = ownerOf.nameAt(row);
      side = sides.get(name) ?? { cuts: [], sums: [] };
      sides.set(name, side);
    }
    side.cuts.push(cut?.texts[cut.places[row] ?? 0] ?? null);
    side.sums.push(Number(cell(row) ?? 0));
  }
  return sides;
}

const NO_PARTS: Side = { cuts: [], sums: [] };

/** Both sums of every part of which either is known. */
function pairs(top = NO_PARTS, bottom = NO_PARTS): readonly SumPair[] {
  const [more, fewer] = top.cuts.length < bottom.cuts.length ? [bottom, top] : [top, bottom];
  // Most often both are of the same days, or one of none.
  if (fewer.cuts.every((cut, at) => cut === more.cuts[at]))
    return more.cuts.map((_, at) => ({ top: top.sums[at] ?? 0, bottom: bottom.sums[at] ?? 0 }));
  const found = new Map(top.cuts.map((cut, at) => [cut, { top: top.sums[at] ?? 0, bottom: 0 }]));
  bottom.cuts.forEach((cut, at) => {
    const pair = found.get(cut);
    const sum = bottom.sums[at] ?? 0;
    if (pair) pair.bottom = sum;
    else found.set(cut, { top: 0, bottom: sum });
  });
  return [...found.values()];
}
