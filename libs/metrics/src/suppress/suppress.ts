import { type Answer, type Dimension, type MetricKind, type Scope, type SingleValue, startOfMonth, wholeCity } from '@evenhand/domain';
import type { Key } from '../results';
import { type Cell, hiddenOf, type Line } from './hide';
import type { Policy } from './policy';

/** What must be known of a metric to judge whether its figures may be shown. */
export interface Judged {
  readonly kind: MetricKind;
  /** True when it rests on what people answered. */
  readonly isOpinion: boolean;
  /** True when it is counted at a moment: its months do not add up. */
  readonly isStock: boolean;
}

interface Setting {
  readonly policy: Policy;
  readonly judged: Judged;
}

type Counts = Pick<SingleValue, 'n' | 'cases'>;

const isFew = (count: number | null, least: number): boolean => count !== null && count > 0 && count < least;

const isShare = ({ judged: { kind } }: Setting): boolean => kind === 'rate' || kind === 'shrunk';

/** The cases that a share counts, and those that it does not. */
const sidesOf = ({ n, cases }: Counts, setting: Setting): readonly number[] =>
  isShare(setting) ? [cases ?? 0, (n ?? 0) - (cases ?? 0)] : [];

/** Whether a figure rests on too few cases, or tells that too few of its cases are the one thing or the other. */
function isSmall({ n, cases }: Counts, setting: Setting): boolean {
  const { isOpinion } = setting.judged;
  const { leastCases, leastAnswers } = setting.policy;
  if (isFew(n, isOpinion ? leastAnswers : leastCases) || isFew(cases, leastCases)) return true;
  return isShare(setting) && n !== null && cases !== null && isFew(n - cases, leastCases);
}

/** The value with everything taken out that tells of cases. */
export const hiddenValue = (value: SingleValue, reason: 'suppressed' | 'not_told' = 'suppressed'): SingleValue => ({
  ...value,
  value: null,
  reason,
  n: null,
  cases: null,
  interval: null,
  bounds: null,
});

/**
 * The smallest pieces from which every public figure of a metric adds up: by point, ward, branch and month, or by one dimension
 * of the cases and month. Whole years of them, whatever is asked, so that one and the same pieces are hidden in every answer.
 */
interface Pieces {
  readonly metric: string;
  readonly rows: Answer['rows'];
}

/** Pieces, and which sums of them may be shown. */
export interface PublicTable extends Pieces {
  readonly setting: Setting;
  readonly isPublic: (rows: readonly number[]) => boolean;
}

const ALL = 'all';

const monthLevels = (month: string, isStock: boolean): readonly string[] =>
  isStock ? [month] : [month, `quarter ${month.slice(0, 4)} ${Math.ceil(Number(month.slice(5, 7)) / 3)}`, `year ${month.slice(0, 4)}`];

/** Every total that a cell goes into. Pieces of different years share none. */
function totalsOf(key: Key, isStock: boolean): readonly string[] {
  const { month, ...others } = key;
  const names = [ALL, ...Object.entries(others).map(([dimension, code]) => `${dimension} ${code ?? ''}`)];
  const times = month ? monthLevels(month, isStock) : [ALL];
  return names.flatMap((name) => times.map((time) => `${name}|${time}`));
}

const nameOf = (cells: readonly number[]): string => cells.join(' ');

/** The totals of a table, each with its cells; the same cells make one total whatever their names. */
function totalsIn({ rows }: Pieces, isStock: boolean): ReadonlyMap<string, readonly number[]> {
  const totals = new Map<string, number[]>();
  rows.forEach(({ key }, index) => {
    for (const name of totalsOf(key, isStock)) {
      const found = totals.get(name);
      if (found) found.push(index);
      else totals.set(name, [index]);
    }
  });
  return new Map([...totals.values()].filter((of) => of.length > 1).map((of) => [nameOf(of), of]));
}

/**
 * Decides what may be shown of a metric. A sum of pieces is public when none of them is hidden, or when it is one of the totals
 * against which the hidden ones were chosen.
 */
export function publicTable(pieces: Pieces, setting: Setting): PublicTable {
  const countsAt = (index: number): Counts => pieces.rows[index]?.values[pieces.metric] ?? { n: 0, cases: null };
  const cells = pieces.rows.map((_, index): Cell => {
    const counts = countsAt(index);
    return { n: counts.n ?? 0, isSmall: isSmall(counts, setting), sides: sidesOf(counts, setting) };
  });
  const total = (of: readonly number[]): Counts => ({
    n: of.reduce((sum, index) => sum + (countsAt(index).n ?? 0), 0),
    cases: of.some((index) => countsAt(index).cases === null) ? null : of.reduce((sum, index) => sum + (countsAt(index).cases ?? 0), 0),
  });
  const { isOpinion, isStock } = setting.judged;
  const least = isOpinion ? setting.policy.leastAnswers : setting.policy.leastCases;
  const totals = [...totalsIn(pieces, isStock)];
  const leastOfSide = setting.policy.leastCases;
  const lines = totals.map(([, of]): Line => ({ cells: of, least, leastOfSide, isSmall: isSmall(total(of), setting) }));
  const hidden = hiddenOf({ cells, lines });
  const shown = new Set(totals.flatMap(([name], at) => (hidden.lines.has(at) ? [] : [name])));
  return { ...pieces, setting, isPublic: (of) => of.every((index) => !hidden.cells.has(index)) || shown.has(nameOf(of)) };
}

const sameCode = (one: string | null | undefined, other: string | null | undefined): boolean => (one ?? '') === (other ?? '');

/** What a row of an answer is about. */
interface RowAsked {
  readonly question: Pick<Answer['question'], 'from' | 'to' | 'where'>;
  readonly key: Key;
  readonly scope: Scope;
}

/** Finds the pieces that a row of an answer is made of. */
export function piecesBehind({ rows, setting }: PublicTable, { question, key, scope }: RowAsked): readonly number[] {
  const { isStock } = setting.judged;
  const lastMonth = startOfMonth(question.to, -1);
  const isIn = (piece: Key): boolean => {
    const { month, point } = piece;
    if (scope.points !== 'all' && !scope.points.includes(point ?? '')) return false;
    if (month && (month < question.from || month >= question.to)) return false;
    if (month && isStock && key.month === undefined && month !== lastMonth) return false;
    const isKept = question.where.every(({ dimension, values }) => values.some((value) => sameCode(value, piece[dimension])));
    return isKept && Object.entries(key).every(([dimension, code]) => sameCode(code, piece[dimension as Dimension]));
  };
  return rows.flatMap(({ key: piece }, index) => (isIn(piece) ? [index] : []));
}

/** Takes out of an answer what may not be shown to the public. What is taken out is `suppressed`: neither unknown nor zero. */
export function suppressed(answer: Answer, table: PublicTable, scope: Scope = wholeCity): Answer {
  const { metric, setting, isPublic } = table;
  const mayShow = (key: Key, value: SingleValue): boolean => {
    if (value.reason === 'not_told') return true;
    const pieces = piecesBehind(table, { question: answer.question, key, scope });
    return !isSmall(value, setting) && (pieces.length > 0 || value.n === 0) && isPublic(pieces);
  };
  return {
    ...answer,
    rows: answer.rows.map(({ key, values }) => {
      const value = values[metric];
      return { key, values: value && !mayShow(key, value) ? { ...values, [metric]: hiddenValue(value) } : values };
    }),
  };
}
