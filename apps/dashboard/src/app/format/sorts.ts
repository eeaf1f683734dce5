import { readSort, type Sort, toggled, writeSort } from './sort';

/** Sorting by more columns than this says nothing that a reader could follow. */
const MOST_SORTS = 3;

const NOWHERE: Sort = { column: '', isDescending: false };

/** Reads `-long_wait_rate,name` from a link; parts that are no column, or one already named, are left out. */
export function readSorts(text: string | null, columns: readonly string[], fallback: readonly Sort[]): readonly Sort[] {
  const read = (text ?? '').split(',').map((part) => readSort(part, columns, NOWHERE));
  const sorts = read.filter((sort, index) => sort !== NOWHERE && read.findIndex(({ column }) => column === sort.column) === index);
  return sorts.length === 0 ? fallback : sorts.slice(0, MOST_SORTS);
}

export const writeSorts = (sorts: readonly Sort[]): string => sorts.map(writeSort).join(',');

export interface SortClick {
  readonly column: string;
  readonly isLargestFirst: boolean;
  /** With Shift: the column comes after those sorted by already. */
  readonly isAdded: boolean;
}

/** The sorts after a click on a column's head. */
export function clicked(sorts: readonly Sort[], { column, isLargestFirst, isAdded }: SortClick): readonly Sort[] {
  const [first] = sorts;
  if (!isAdded) return [toggled(first ?? NOWHERE, column, isLargestFirst)];
  const place = sorts.findIndex((sort) => sort.column === column);
  if (place < 0) return [...sorts, { column, isDescending: isLargestFirst }].slice(-MOST_SORTS);
  return sorts.map((sort, index) => (index === place ? { ...sort, isDescending: !sort.isDescending } : sort));
}
