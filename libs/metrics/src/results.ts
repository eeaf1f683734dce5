import type { AnswerRow, Dimension } from '@evenhand/domain';
import { keyColumn } from './compile/compile';
import { textOfKey } from './facts/dimension-text';

export type ResultRow = Readonly<Record<string, unknown>>;
export type Key = AnswerRow['key'];

/** The key of a result row, in the words of the answer. */
export function keyIn(row: ResultRow, by: readonly Dimension[]): Key {
  const key: { [Name in Dimension]?: string | null } = {};
  for (const dimension of by) key[dimension] = textOfKey(dimension, row[keyColumn(dimension)]);
  return key;
}

/** One text of a key's name: with their lengths, texts that follow each other cannot be taken for others. */
export const nameOfText = (text: string | null): string => (text === null ? '-' : `${text.length} ${text}`);

/** The part of a key that names the given dimensions, as text that can be looked up. */
export function keyText(key: Key, by: readonly Dimension[]): string {
  let text = '';
  for (const dimension of by) text += nameOfText(key[dimension] ?? null);
  return text;
}

/** Compares texts of keys: what the source did not say comes last; codes are compared as they are, not as a language would sort them. */
export const compareTexts = (a: string | null | undefined, b: string | null | undefined): number => {
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
