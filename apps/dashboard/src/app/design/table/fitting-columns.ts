import type { TableColumn } from './table-column';

const WIDTH = 102;

/** The room of a table for its columns, in pixels. */
export interface Room {
  readonly width: number;
  /** Of the first column, which names the row. */
  readonly first: number;
}

type Sized = Pick<TableColumn<never>, 'width' | 'isRoomy' | 'text'>;

/** A sign of a head is so wide on average; beside its words stand the edges of the cell and the arrow. */
const [SIGN, BESIDE_WORDS, WIDEST_HEAD] = [6.2, 34, 160];

/** The signs of the longer line where words are broken into two lines as evenly as they can be. */
function halfOf(text: string): number {
  const breaks = [...text.matchAll(/ /g)].map(({ index }) => Math.max(index, text.length - index - 1));
  return Math.min(text.length, ...breaks);
}

/** The width at which the words of a head take two lines: one long head would leave a band above all others. */
const headWidth = ({ text }: Sized): number => Math.min(WIDEST_HEAD, halfOf(text) * SIGN + BESIDE_WORDS);

/** How wide each column is drawn at the least. */
export const widthsOf = (columns: readonly Sized[], first: number): readonly number[] =>
  columns.map((column, index) => (index === 0 ? first : Math.max(column.width ?? WIDTH, headWidth(column))));

/** Columns that find room on a sheet across at a size that can be read, in pixels. */
const SHEET = 1320;

/** The columns of a sheet: from the first on, as many as can be read there. */
export function sheetColumns<Column extends Sized>(columns: readonly Column[], first: number): readonly Column[] {
  let used = 0;
  const end = widthsOf(columns, first).findIndex((width) => (used += width) > SHEET);
  return end === -1 ? columns : columns.slice(0, end);
}

/** The columns without those of the roomy ones, from the last on, for which there is no room. */
export function fittingColumns<Column extends Sized>(columns: readonly Column[], room: Room): readonly Column[] {
  const needed = widthsOf(columns, room.first).reduce((sum, width) => sum + width, 0);
  const last = columns.findLastIndex(({ isRoomy }) => isRoomy === true);
  if (needed <= room.width || last === -1) return columns;
  return fittingColumns(columns.toSpliced(last, 1), room);
}
