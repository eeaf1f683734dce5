import type { AnswerRow, Dimension } from '@evenhand/domain';
import { keyColumn } from './compile/compile';
import { columnOf } from './compile/measures';
import type { Aggregate, TermNumbers } from './compile/aggregate';
import type { Part } from './compile/part';
import { textOfKey } from './facts/dimension-text';
import type { Term } from './registry/definition';

export type ResultRow = Readonly<Record<string, unknown>>;
export type Key = AnswerRow['key'];

/** Reads the keys of result rows, in the words of the answer. */
export function keyReader(by: readonly Dimension[]): (row: ResultRow) => Key {
  const columns = by.map((dimension) => ({ dimension, column: keyColumn(dimension) }));
  return (row) => {
    const key: { [Name in Dimension]?: string | null } = {};
    for (const { dimension, column } of columns) key[dimension] = textOfKey(dimension, row[column]);
    return key;
  };
}

/** The key of a result row, in the words of the answer. */
export const keyIn = (row: ResultRow, by: readonly Dimension[]): Key => keyReader(by)(row);

// With their lengths, texts that follow each other cannot be taken for others.
const written = (text: string | null): string => (text === null ? '-' : `${text.length} ${text}`);

/** The part of a key that names the given dimensions, as text that can be looked up. */
export function keyText(key: Key, by: readonly Dimension[]): string {
  let text = '';
  for (const dimension of by) text += written(key[dimension] ?? null);
  return text;
}

/** Names rows by the words of some of their dimensions, as {@link keyText} names keys; the same few codes stand in many rows. */
export function rowNamer(by: readonly Dimension[]): (row: ResultRow) => string {
  const columns = by.map((dimension) => ({ dimension, column: keyColumn(dimension), texts: new Map<unknown, string>() }));
  return (row) => {
    let name = '';
    for (const { dimension, column, texts } of columns) {
      const value = row[column];
      const text = texts.get(value) ?? written(textOfKey(dimension, value));
      texts.set(value, text);
      name += text;
    }
    return name;
  };
}

/** The rows of one statement, by key. */
export function indexed<Row extends ResultRow>(rows: readonly Row[], by: readonly Dimension[]): ReadonlyMap<string, Row> {
  const columns = by.map((dimension) => ({ dimension, column: keyColumn(dimension) }));
  const found = new Map<string, Row>();
  for (const row of rows) {
    let text = '';
    for (const { dimension, column } of columns) text += written(textOfKey(dimension, row[column]));
    found.set(text, row);
  }
  return found;
}

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

/** Reads the numbers of a term in rows of a part; zeros where the statement had no such row. */
export function numbersOf(part: Part, term: Term): (row: ResultRow | undefined) => TermNumbers {
  const columns = new Map<string, string>();
  const columnFor = (name: Aggregate | 'n'): string => {
    const known = columns.get(name);
    if (known !== undefined) return known;
    const column = columnOf(part, term, name);
    columns.set(name, column);
    return column;
  };
  return (row) => ({
    number: (name) => Number(row?.[columnFor(name)] ?? 0),
    list: (name) => {
      const list = row?.[columnFor(name)];
      return Array.isArray(list) ? list.map((item) => (item === null ? null : Number(item))) : [];
    },
  });
}

/** The numbers of a term in a row; zeros where the statement had no such row. */
export const numbersIn = (part: Part, term: Term, row: ResultRow | undefined): TermNumbers => numbersOf(part, term)(row);
