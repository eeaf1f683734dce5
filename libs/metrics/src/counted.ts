import type { Dimension } from '@evenhand/domain';
import type { Aggregate, TermNumbers } from './compile/aggregate';
import { keyColumn } from './compile/compile';
import { columnOf } from './compile/measures';
import type { Part } from './compile/part';
import { Keys } from './keys';
import type { Term } from './registry/definition';
import type { Key, ResultRow } from './results';

/** Reads a column in a row. */
export type Cell = (row: number) => unknown;

/** What was counted of something, a row for each key: what a statement gives, whoever counted it. */
export interface Counted {
  readonly keys: Keys;
  /** Reads a column; of one that there is not every cell is `undefined`. */
  cellOf(column: string): Cell;
}

/** The rows of a statement, by column. */
export const countedRows = (rows: readonly ResultRow[], by: readonly Dimension[]): Counted => ({
  keys: Keys.inRows(rows, by),
  cellOf: (column) => (row) => rows[row]?.[column],
});

/** Numbers by column of things that have a key each. */
export function countedKeys<Row extends { readonly key: Key }>(
  rows: readonly Row[],
  by: readonly Dimension[],
  columns: Readonly<Record<string, (row: Row) => unknown>>,
): Counted {
  const keys = Keys.of(
    rows.map(({ key }) => key),
    by,
  );
  const cellOf = (column: string): Cell => {
    const read = columns[column];
    return (at) => {
      const row = rows[at];
      return row && read?.(row);
    };
  };
  return { keys, cellOf };
}

/** Rows of these columns, their keys in the words of an answer. */
export function rowsOf({ keys, cellOf }: Counted, columns: readonly string[]): readonly ResultRow[] {
  const cells = columns.map((column) => ({ column, cell: cellOf(column) }));
  return Array.from({ length: keys.size }, (_, row) => {
    const made: Record<string, unknown> = {};
    for (const { dimension, texts, places } of keys.columns) made[keyColumn(dimension)] = texts[places[row] ?? 0] ?? null;
    for (const { column, cell } of cells) made[column] = cell(row);
    return made;
  });
}

const isNumber = (item: unknown): item is number => typeof item === 'number';

/** Reads the numbers of a term row by row: what it gives is of the row asked for last. Zeros in row −1, which is none. */
export function numbersOf(part: Part, term: Term, counted: Counted): (row: number) => TermNumbers {
  const cells = new Map<Aggregate | 'n', Cell>();
  const cellFor = (name: Aggregate | 'n'): Cell => {
    const known = cells.get(name);
    if (known) return known;
    const cell = counted.cellOf(columnOf(part, term, name));
    cells.set(name, cell);
    return cell;
  };
  let at = -1;
  const numbers: TermNumbers = {
    number: (name) => (at < 0 ? 0 : Number(cellFor(name)(at) ?? 0)),
    list: (name) => {
      const list = at < 0 ? null : cellFor(name)(at);
      if (!Array.isArray(list)) return [];
      return list.every(isNumber) ? list : list.map((item) => (item === null ? null : Number(item)));
    },
  };
  return (row) => {
    at = row;
    return numbers;
  };
}
