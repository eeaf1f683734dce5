import { type Cells, type Column, type MonthSheet, narrowed } from './month-sheet';

/** Sums of the months that are asked about just now; of 400 points a column of a month takes some 50 kB. */
const MOST_BYTES = 64_000_000;

/** The sums of columns, those asked for longest ago first; `null` where sums would lose digits. */
const kept = new Map<Column, Cells | null>();
let bytes = 0;

/**
 * What the days of a month before each of its days come to, by code: row `r` holds the sums of the first `r` days, and there is a
 * row after the last one. What any days in a row come to is then one difference, however many they are. `null` where not all
 * numbers are whole, so that differences of sums would not be exact.
 */
export function runningSums({ first, end, width }: MonthSheet, column: Column): Cells | null {
  const known = kept.get(column);
  if (known !== undefined) {
    kept.delete(column);
    kept.set(column, known);
    return known;
  }
  const made = summedUp(column.cells, end - first, width);
  kept.set(column, made);
  bytes += made?.byteLength ?? 0;
  for (const [oldest, sums] of kept) {
    if (bytes <= MOST_BYTES) break;
    kept.delete(oldest);
    bytes -= sums?.byteLength ?? 0;
  }
  return made;
}

function summedUp(cells: Cells, days: number, width: number): Cells | null {
  const sums = new Float64Array((days + 1) * width);
  for (let cell = 0; cell < days * width; cell++) {
    const sum = (sums[cell] ?? 0) + (cells[cell] ?? 0);
    if (!Number.isSafeInteger(sum)) return null;
    sums[cell + width] = sum;
  }
  return narrowed(sums);
}
