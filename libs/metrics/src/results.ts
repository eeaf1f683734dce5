import type { AnswerRow, Dimension } from '@evenhand/domain';
import { keyColumn } from './compile/compile';
import { columnOf } from './compile/measures';
import type { Aggregate, TermNumbers } from './compile/aggregate';
import type { Part } from './compile/part';
import { textOfKey } from './facts/dimension-text';
import type { Term } from './registry/definition';

export type ResultRow = Readonly<Record<string, unknown>>;
export type Key = AnswerRow['key'];

/** The key of a result row, in the words of the answer. */
export const keyIn = (row: ResultRow, by: readonly Dimension[]): Key =>
  Object.fromEntries(by.map((dimension) => [dimension, textOfKey(dimension, row[keyColumn(dimension)])]));

/** The part of a key that names the given dimensions, as text that can be looked up. */
export const keyText = (key: Key, by: readonly Dimension[]): string => JSON.stringify(by.map((dimension) => key[dimension] ?? null));

/** The rows of one statement, by key. */
export const indexed = <Row extends ResultRow>(rows: readonly Row[], by: readonly Dimension[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [keyText(keyIn(row, by), by), row]));

// What the source did not say comes last; codes are compared as they are, not as a language would sort them.
const compareTexts = (a: string | null | undefined, b: string | null | undefined): number => {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  return b === null || b === undefined || a < b ? -1 : 1;
};

/** Sorts keys by the dimensions of the question, in their order. */
export const compareKeys =
  (by: readonly Dimension[]) =>
  (a: Key, b: Key): number =>
    by.map((dimension) => compareTexts(a[dimension], b[dimension])).find((order) => order !== 0) ?? 0;

/** The numbers of a term in a row; zeros where the statement had no such row. */
export const numbersIn = (part: Part, term: Term, row: ResultRow | undefined): TermNumbers => ({
  number: (name: Aggregate | 'n') => Number(row?.[columnOf(part, term, name)] ?? 0),
  list: (name: Aggregate) => {
    const list = row?.[columnOf(part, term, name)];
    return Array.isArray(list) ? list.map((item) => (item === null ? null : Number(item))) : [];
  },
});
