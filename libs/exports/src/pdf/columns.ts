import type { CellText } from '../cell-text';
import type { Batch, Column } from '../document';
import type { Pen, Style } from './pen';

export const PAD = 4;
const WIDEST = 190;
const WIDEST_WORD = 125;
const SAMPLE = 200;

/** A column with its place on the page. */
export interface Placed {
  readonly column: Column;
  readonly index: number;
  readonly x: number;
  readonly width: number;
  readonly isNumber: boolean;
}

const isNumber = ({ type }: Column): boolean => type === 'number' || type === 'share';
/** Values that are read at one glance stay on one line. */
const isWhole = (column: Column): boolean => column.type !== 'text';

interface Wish {
  readonly least: number;
  readonly whole: number;
}

/** How wide the columns are: as wide as their words when there is room, else as wide as their longest word and a fair part of the rest. */
function shared(wishes: readonly Wish[], width: number): readonly number[] {
  const sum = (of: (wish: Wish) => number): number => wishes.reduce((total, wish) => total + of(wish), 0);
  const [least, whole] = [sum((wish) => wish.least), sum((wish) => wish.whole)];
  if (whole <= width) return wishes.map((wish) => wish.whole * (width / whole));
  if (least >= width) return wishes.map((wish) => wish.least * (width / least));
  const part = (width - least) / (whole - least);
  return wishes.map((wish) => wish.least + part * (wish.whole - wish.least));
}

/** Gives each column of a table its place, judged by its head and its first rows. */
export function placed(
  columns: readonly Column[],
  sample: Batch,
  { pen, text, head, body, x, width }: { pen: Pen; text: CellText; head: Style; body: Style; x: number; width: number },
): readonly Placed[] {
  const wishes = columns.map((column, index): Wish => {
    const cells = sample.slice(0, SAMPLE).map((row) => text(row[index] ?? null, column));
    const widest = (measure: (text: string, style: Style) => number): number =>
      Math.max(measure(column.name, head), ...cells.map((cell) => measure(cell, body)));
    const word = Math.min(
      WIDEST_WORD,
      widest((one, style) => pen.widestWord(one, style)),
    );
    const least = isWhole(column) ? Math.max(word, ...cells.map((cell) => Math.min(WIDEST_WORD, pen.width(cell, body)))) : word;
    const whole = Math.min(WIDEST, Math.max(pen.width(column.name, head) * 0.6, ...cells.map((cell) => pen.width(cell, body))));
    return { least: least + 2 * PAD, whole: Math.max(whole, least) + 2 * PAD };
  });
  const widths = shared(wishes, width);
  let at = x;
  return columns.map((column, index) => {
    const own = widths[index] ?? 0;
    const place = { column, index, x: at, width: own, isNumber: isNumber(column) };
    at += own;
    return place;
  });
}
