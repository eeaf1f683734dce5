import { daysIn, type Dimension, type Interval, type Question } from '@evenhand/domain';
import { partsRatio, type SumPair } from '@evenhand/statistics';
import type { Count } from './asking/count';
import type { Asked } from './compile/draft';
import { keyColumn } from './compile/compile';
import { isPlace } from './compile/keys';
import { columnOf } from './compile/measures';
import { type Part, partsOf, placeOf, type Planned } from './compile/part';
import type { Computation, Ratio, Term } from './registry/definition';
import { type Key, keyText, type ResultRow, rowNamer } from './results';

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
  readonly rows: readonly ResultRow[];
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
      return { part, rows: await count({ ...asked, question, part }) };
    }),
  );
  const pairs = new Map(ratios.map((ratio) => [ratio, pairsByKey({ ratio, plan, parts, by, cut })]));
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
  /** What the rows are cut into. */
  readonly cut: Dimension;
}

/** Both sums of each part, by the key of the row that the part belongs to. */
function pairsByKey({ ratio, plan, parts, by, cut }: Cut): ReadonlyMap<string, readonly SumPair[]> {
  const pairs = new Map<string, Map<unknown, Record<keyof SumPair, number>>>();
  const nameOf = rowNamer(by);
  const [keys, part] = [by.map(keyColumn), keyColumn(cut)];
  // Rows of one key follow each other.
  let [before, owned]: [ResultRow, ReturnType<(typeof pairs)['get']>] = [{}, undefined];
  const ownedBy = (row: ResultRow): NonNullable<typeof owned> => {
    if (owned && keys.every((key) => row[key] === before[key])) return owned;
    const name = nameOf(row);
    const found = pairs.get(name) ?? new Map<unknown, Record<keyof SumPair, number>>();
    pairs.set(name, found);
    [before, owned] = [row, found];
    return found;
  };
  const pairOf = (row: ResultRow): Record<keyof SumPair, number> => {
    const ofKey = ownedBy(row);
    const known = ofKey.get(row[part]);
    if (known) return known;
    const pair = { top: 0, bottom: 0 };
    ofKey.set(row[part], pair);
    return pair;
  };
  const take = (side: keyof SumPair, term: Term, name: 'n' | 'sum'): void => {
    const { fact } = placeOf(plan, ratio, term);
    const found = parts.find(({ part }) => part.fact === fact && part.wanted.some((wanted) => wanted.term === term));
    if (!found) return;
    const column = columnOf(found.part, term, name);
    for (const row of found.rows) pairOf(row)[side] = Number(row[column] ?? 0);
  };
  take('top', ratio.top, 'sum');
  take('bottom', ratio.bottom, ratio.by === 'sum' ? 'sum' : 'n');
  return new Map([...pairs].map(([name, owned]) => [name, [...owned.values()]]));
}
