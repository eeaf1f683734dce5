/** How a table is sorted. */
export interface Sort {
  readonly column: string;
  readonly isDescending: boolean;
}

/** Reads `n` or `-n` from a link; anything that is no column gives the fallback. */
export function readSort(text: string | null, columns: readonly string[], fallback: Sort): Sort {
  if (text === null) return fallback;
  const isDescending = text.startsWith('-');
  const column = isDescending ? text.slice(1) : text;
  return columns.includes(column) ? { column, isDescending } : fallback;
}

export const writeSort = ({ column, isDescending }: Sort): string => `${isDescending ? '-' : ''}${column}`;

/** The sort after a click on a column: the other way round on the column already sorted. */
export const toggled = (sort: Sort, column: string, isLargestFirst: boolean): Sort =>
  sort.column === column ? { column, isDescending: !sort.isDescending } : { column, isDescending: isLargestFirst };

/** What `aria-sort` says of a column. */
export const ariaSort = (sort: Sort, column: string): 'ascending' | 'descending' | 'none' =>
  sort.column !== column ? 'none' : sort.isDescending ? 'descending' : 'ascending';

/** Sorts by a number; what has none comes last either way, and equals keep their order. */
export function byNumber<T>(rows: readonly T[], numberOf: (row: T) => number | null, isDescending: boolean): readonly T[] {
  const known = rows.filter((row) => numberOf(row) !== null);
  const sign = isDescending ? -1 : 1;
  known.sort((a, b) => sign * ((numberOf(a) ?? 0) - (numberOf(b) ?? 0)));
  return [...known, ...rows.filter((row) => numberOf(row) === null)];
}
