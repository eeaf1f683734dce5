import { type Answer, type Dimension, type MetricKind, startOfMonth, type Value, weekdayOf, addDays } from '@evenhand/domain';
import type { Key } from '../results';
import { type Cell, hiddenCells, type Line } from './hide';
import type { Policy } from './policy';

/** What must be known of a metric to judge whether its figures may be shown. */
export interface Judged {
  readonly kind: MetricKind;
  /** True when it rests on what people answered. */
  readonly isOpinion: boolean;
}

/** What a value of a dimension belongs to, each group by a name that no other dimension's groups have: the ward of a point … */
export type GroupsOf = (dimension: Dimension, code: string) => readonly string[];

interface Setting {
  readonly policy: Policy;
  readonly metrics: ReadonlyMap<string, Judged>;
  readonly groupsOf: GroupsOf;
}

type Counts = Pick<Value, 'n' | 'cases'>;

const isFew = (count: number | null, least: number): boolean => count !== null && count > 0 && count < least;

/** Whether a figure rests on too few cases, or tells that too few of its cases are the one thing or the other. */
function isSmall({ n, cases }: Counts, { kind, isOpinion }: Judged, { leastCases, leastAnswers }: Policy): boolean {
  if (isFew(n, isOpinion ? leastAnswers : leastCases) || isFew(cases, leastCases)) return true;
  const isShare = kind === 'rate' || kind === 'shrunk';
  return isShare && n !== null && cases !== null && isFew(n - cases, leastCases);
}

const hiddenValue = (value: Value): Value => ({
  ...value,
  value: null,
  reason: 'suppressed',
  n: null,
  cases: null,
  interval: null,
  bounds: null,
});

/** Weeks and months that a day belongs to, quarters and years of a month: their totals are somebody's answer too. */
const timeGroups: GroupsOf = (dimension, code) => {
  if (dimension === 'day') return [`week ${addDays(code, 1 - weekdayOf(code))}`, `month ${startOfMonth(code)}`];
  return dimension === 'month'
    ? [`quarter ${code.slice(0, 4)} ${Math.ceil(Number(code.slice(5, 7)) / 3)}`, `year ${code.slice(0, 4)}`]
    : [];
};

const ALL = 'all';

/** Every name under which a value of a dimension may be added up, from itself to the whole. */
const levelsOf = (dimension: Dimension, code: string | null | undefined, groupsOf: GroupsOf): readonly string[] => [
  `is ${code ?? ''}`,
  ...(code === null || code === undefined ? [] : [...groupsOf(dimension, code), ...timeGroups(dimension, code)]),
  ALL,
];

/** All totals that an answer's cells go into, each with its cells. */
function marginsOf({ question: { by }, rows }: Answer, groupsOf: GroupsOf): readonly (readonly number[])[] {
  const margins = new Map<string, number[]>();
  const namesOf = (key: Key): readonly string[] =>
    by.reduce<readonly string[]>(
      (names, dimension) => names.flatMap((name) => levelsOf(dimension, key[dimension], groupsOf).map((level) => `${name}|${level}`)),
      [''],
    );
  rows.forEach(({ key }, index) => {
    for (const name of namesOf(key)) {
      const cells = margins.get(name);
      if (cells) cells.push(index);
      else margins.set(name, [index]);
    }
  });
  return [...margins.values()].filter((cells) => cells.length > 1);
}

/** Which rows may not show a metric. */
function hiddenRows(
  answer: Answer,
  metric: string,
  margins: readonly (readonly number[])[],
  { policy, metrics }: Setting,
): ReadonlySet<number> {
  const judged = metrics.get(metric);
  if (!judged) throw new Error(`Nothing is known of the metric "${metric}"`);
  const countsAt = (index: number): Counts => answer.rows[index]?.values[metric] ?? { n: 0, cases: null };
  const cells = answer.rows.map((_, index): Cell => {
    const counts = countsAt(index);
    return { n: counts.n ?? 0, isSmall: isSmall(counts, judged, policy) };
  });
  const total = (of: readonly number[]): Counts => ({
    n: of.reduce((sum, index) => sum + (countsAt(index).n ?? 0), 0),
    cases: of.some((index) => countsAt(index).cases === null) ? null : of.reduce((sum, index) => sum + (countsAt(index).cases ?? 0), 0),
  });
  const least = judged.isOpinion ? policy.leastAnswers : policy.leastCases;
  // A total that is small itself is shown to nobody.
  const lines = margins.filter((of) => !isSmall(total(of), judged, policy)).map((of): Line => ({ cells: of, least }));
  return hiddenCells({ cells, lines });
}

/**
 * Takes out of an answer what rests on too few cases, with as much else as it takes that no total, of whatever dimensions or
 * of the groups that values belong to, gives it away. What is taken out is `suppressed`: neither unknown nor zero.
 */
export function suppressed(answer: Answer, setting: Setting): Answer {
  const margins = marginsOf(answer, setting.groupsOf);
  const hidden = new Map([...setting.metrics.keys()].map((metric) => [metric, hiddenRows(answer, metric, margins, setting)]));
  const shown = (index: number, [metric, value]: readonly [string, Value]): readonly [string, Value] => [
    metric,
    hidden.get(metric)?.has(index) === true ? hiddenValue(value) : value,
  ];
  return {
    ...answer,
    rows: answer.rows.map(({ key, values }, index) => ({
      key,
      values: Object.fromEntries(Object.entries(values).map((entry) => shown(index, entry))),
    })),
  };
}
