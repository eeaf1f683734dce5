import { byName, plainLetters } from '../../format/search';
import type { Sort } from '../../format/sort';
import type { TableColumn } from './table-column';

type Key = string | number | null;

/** What is missing comes last, whichever way the others are sorted. */
function byKey(a: Key, b: Key, isDescending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : byName(String(a), String(b));
  return isDescending ? -order : order;
}

/** The sorts a reader chose, and after them those that the first column brings along. */
export function allSorts<Row>(sorts: readonly Sort[], columns: readonly TableColumn<Row>[]): readonly Sort[] {
  const then = columns.find(({ id }) => id === sorts[0]?.column)?.then ?? [];
  return [...sorts, ...then.filter(({ column }) => sorts.every((sort) => sort.column !== column))];
}

/** Sorts rows by several columns; what is equal in all of them keeps its order. */
export function sortedRows<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[], sorts: readonly Sort[]): readonly Row[] {
  const orders = allSorts(sorts, columns).flatMap(({ column, isDescending }) => {
    const order = columns.find(({ id }) => id === column)?.order;
    return order === undefined ? [] : [{ order, isDescending }];
  });
  const keyed = rows.map((row) => ({ row, keys: orders.map(({ order }) => order(row)) }));
  keyed.sort((a, b) => {
    for (const [index, { isDescending }] of orders.entries()) {
      const order = byKey(a.keys[index] ?? null, b.keys[index] ?? null, isDescending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

/** The rows in whose text what was typed occurs, diacritics or not. */
export function foundRows<Row>(rows: readonly Row[], typed: string, textOf: (row: Row) => string): readonly Row[] {
  const words = plainLetters(typed).trim();
  if (words === '') return rows;
  const phrase = words.replace(/\s+/g, ' ');
  return rows.filter((row) => plainLetters(textOf(row)).replace(/\s+/g, ' ').includes(phrase));
}

/** Rows that the reader pinned, in the order of pinning, before all others. */
export function pinnedFirst<Row>(
  rows: readonly Row[],
  pinned: readonly string[],
  idOf: (row: Row) => string,
): { readonly pinned: readonly Row[]; readonly rest: readonly Row[] } {
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return {
    pinned: pinned.flatMap((id) => byId.get(id) ?? []),
    rest: pinned.length === 0 ? rows : rows.filter((row) => !pinned.includes(idOf(row))),
  };
}

/** The row that a page is about before the others. */
export function chosenFirst<Row>(rows: readonly Row[], chosen: string | null, idOf: (row: Row) => string): readonly Row[] {
  const found = chosen === null ? undefined : rows.find((row) => idOf(row) === chosen);
  return found === undefined ? rows : [found, ...rows.filter((row) => row !== found)];
}
