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
export function keyText(key: Key, by: readonly Dimension[]): string {
  const [only, ...others] = by;
  if (only === undefined || others.length > 0) return JSON.stringify(by.map((dimension) => key[dimension] ?? null));
  // Most answers have one key a row, and each row is looked up many times: quoting would take longer than looking up.
  const text = key[only] ?? null;
  return text === null ? '[null]' : `"${text}`;
}

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
  (a: Key, b: Key): number => {
    for (const dimension of by) {
      const order = compareTexts(a[dimension], b[dimension]);
      if (order !== 0) return order;
    }
    return 0;
  };

/** The numbers of a term in a row; zeros where the statement had no such row. */
export const numbersIn = (part: Part, term: Term, row: ResultRow | undefined): TermNumbers => ({
  number: (name: Aggregate | 'n') => Number(row?.[columnOf(part, term, name)] ?? 0),
  list: (name: Aggregate) => {
    const list = row?.[columnOf(part, term, name)];
    return Array.isArray(list) ? list.map((item) => (item === null ? null : Number(item))) : [];
  },
});
