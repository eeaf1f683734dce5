import { daysIn, type Dimension, type Interval, type Question } from '@evenhand/domain';
import { partsRatio, type SumPair } from '@evenhand/statistics';
import type { Count } from './asking/count';
import type { Asked } from './compile/draft';
import { isPlace } from './compile/keys';
import { type Part, partsOf, placeOf, type Planned } from './compile/part';
import type { Computation, Ratio, Term } from './registry/definition';
import { indexed, type Key, keyReader, keyText, numbersOf, type ResultRow } from './results';

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
  readonly rows: ReadonlyMap<string, ResultRow>;
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
      return { part, rows: indexed(await count({ ...asked, question, part }), question.by) };
    }),
  );
  const pairs = new Map(ratios.map((ratio) => [ratio, pairsByKey({ ratio, plan, parts, by })]));
  return (computation, key) => {
    const interval = partsRatio(pairs.get(computation)?.get(keyText(key, by)) ?? []);
    const { scale = 1 } = computation;
    return interval && { low: interval.low / scale, high: interval.high / scale };
  };
}

interface Cut {
  readonly ratio: Ratio;
  readonly plan: Planned;
  readonly parts: readonly Found[];
  readonly by: readonly Dimension[];
}

/** Both sums of each part, by the key of the row that the part belongs to. */
function pairsByKey({ ratio, plan, parts, by }: Cut): ReadonlyMap<string, readonly SumPair[]> {
  const foundFor = (term: Term): Found | undefined =>
    parts.find(({ part }) => part.fact === placeOf(plan, ratio, term).fact && part.wanted.some((wanted) => wanted.term === term));
  const [top, bottom] = [foundFor(ratio.top), foundFor(ratio.bottom)];
  const topOf = sumsIn(top, ratio.top, 'sum');
  const bottomOf = sumsIn(bottom, ratio.bottom, ratio.by === 'sum' ? 'sum' : 'n');
  const keyOf = keyReader(by);
  const pairs = new Map<string, SumPair[]>();
  for (const [key, row] of new Map([...(top?.rows ?? []), ...(bottom?.rows ?? [])])) {
    const pair = { top: topOf(key), bottom: bottomOf(key) };
    const owner = keyText(keyOf(row), by);
    const held = pairs.get(owner);
    if (held) held.push(pair);
    else pairs.set(owner, [pair]);
  }
  return pairs;
}

/** Reads a number of a term by the key of its row; 0 where there is no such row. */
function sumsIn(found: Found | undefined, term: Term, name: 'n' | 'sum'): (key: string) => number {
  if (!found) return () => 0;
  const read = numbersOf(found.part, term);
  return (key) => read(found.rows.get(key)).number(name);
}
