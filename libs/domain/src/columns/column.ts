import type { AlikePoints } from '../answer';
import type { TimeRange } from '../time-range';

/** What a cell of a column may be; a list would be taken for the column itself. */
type Cell = string | number | boolean | TimeRange | AlikePoints | null;

/** Each value once, and for each row the place of its value among them; -1 where the row has none. */
export interface Places<T> {
  readonly of: readonly T[];
  readonly at: readonly number[];
}

/** What all rows have, or what each has, or where to find what each has. */
export type Column<T extends Cell> = T | readonly T[] | Places<T>;

/** A value is written once where at least so many rows share it on average. */
const WORTH_SHARING = 2;

const isList = <T extends Cell>(written: Column<T> | undefined): written is readonly T[] => Array.isArray(written);

const isPlaces = <T extends Cell>(column: T | Places<T> | undefined): column is Places<T> =>
  typeof column === 'object' && column !== null && 'of' in column && 'at' in column;

/** What all cells have in common; `null` where they do not. */
function sameOf<Row, T>(rows: readonly Row[], read: (row: Row) => T): { readonly cell: T } | null {
  const [first] = rows;
  if (first === undefined) return null;
  const cell = read(first);
  for (const row of rows) if (read(row) !== cell) return null;
  return { cell };
}

/** What each row has, as it is; what all share is written once. */
export function column<Row, T extends Cell>(rows: readonly Row[], read: (row: Row) => T): Column<T> {
  const same = sameOf(rows, read);
  return same ? same.cell : rows.map(read);
}

function placesOf<Row, T extends Cell>(rows: readonly Row[], read: (row: Row) => T | undefined): Places<T> {
  const of: T[] = [];
  const places = new Map<T | string | undefined, number>([[undefined, -1]]);
  let [last, lastPlace]: [T | undefined, number] = [undefined, -1];
  const placeOf = (cell: T | undefined): number => {
    const name = typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell;
    const known = places.get(name);
    if (known !== undefined || cell === undefined) return known ?? -1;
    places.set(name, of.length);
    return of.push(cell) - 1;
  };
  const at = rows.map((row) => {
    const cell = read(row);
    // Rows are sorted, so that neighbours often have the same.
    if (cell !== last) [last, lastPlace] = [cell, placeOf(cell)];
    return lastPlace;
  });
  return { of, at };
}

/** What many rows have in common, each value once; undefined where no row has any. */
export function sharedColumn<Row, T extends Cell>(rows: readonly Row[], read: (row: Row) => T): Column<T>;
export function sharedColumn<Row, T extends Cell>(rows: readonly Row[], read: (row: Row) => T | undefined): Column<T> | undefined;
export function sharedColumn<Row, T extends Cell>(rows: readonly Row[], read: (row: Row) => T | undefined): Column<T> | undefined {
  if (rows.length === 0) return [];
  const same = sameOf(rows, read);
  if (same) return same.cell;
  const places = placesOf(rows, read);
  const isFull = !places.at.includes(-1);
  if (isFull && places.of.length === 1) return places.of[0];
  const isWorthIt = places.of.length * WORTH_SHARING <= rows.length;
  return isWorthIt || !isFull ? places : rows.map(read).filter((cell) => cell !== undefined);
}

/** Reads what a row has; undefined where it has nothing. */
export function cellAt<T extends Cell>(written: Column<T> | undefined): (row: number) => T | undefined {
  if (isList(written)) return (row) => written[row];
  if (!isPlaces(written)) return () => written;
  const { of, at } = written;
  return (row) => of[at[row] ?? -1];
}

/** Reads what a row has, of a column of which every row has something. */
export function fullCellAt<T extends Cell>(written: Column<T>): (row: number) => T {
  const read = cellAt(written);
  return (row) => {
    const cell = read(row);
    if (cell === undefined) throw new Error(`A column of the answer ends before row ${row}.`);
    return cell;
  };
}
