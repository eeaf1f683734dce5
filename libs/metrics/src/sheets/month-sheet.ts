import type { ResultRow } from '../results';
import { dayNumber, type DayNumber, type Month, monthEnd, monthOf, monthStart } from './day-number';
import type { PointNumbers } from './point-numbers';

/** Numbers of one month by day and point. The cell of a day and a point is `(day - first) * width + point`. */
export interface MonthSheet {
  readonly first: DayNumber;
  /** The first day after the month. */
  readonly end: DayNumber;
  /** So many points were known when the sheet was made; of the others it tells nothing. */
  readonly width: number;
  /** 1 for each cell of which anything was told. */
  readonly isTold: Uint8Array;
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/** Bytes that a sheet takes. */
export const bytesOf = ({ isTold, columns }: MonthSheet): number => isTold.length * (1 + 8 * columns.size);

/** One day of what was read: its points, and their numbers in the same order. */
type DayRow = ResultRow;

const listIn = (row: DayRow, name: string): readonly unknown[] => {
  const list = row[name];
  return Array.isArray(list) ? list : [];
};

function sheetOf(month: Month, rows: readonly DayRow[], names: readonly string[], width: number, points: PointNumbers): MonthSheet {
  const first = dayNumber(monthStart(month));
  const end = dayNumber(monthEnd(month));
  const cells = (end - first) * width;
  const isTold = new Uint8Array(cells);
  const columns = new Map(names.map((name) => [name, new Float64Array(cells)]));
  for (const row of rows) {
    const start = (dayNumber(String(row['day'])) - first) * width;
    const found = listIn(row, 'points').map((code) => start + points.of(String(code)));
    for (const cell of found) isTold[cell] = 1;
    for (const [name, column] of columns)
      listIn(row, name).forEach((value, index) => {
        const cell = found[index];
        // What nothing is known of adds nothing and is never the largest.
        if (cell !== undefined) column[cell] = value === null ? Number.NaN : Number(value);
      });
  }
  return { first, end, width, isTold, columns };
}

/** Cuts rows of `day`, `points` and columns, a row for each day, into sheets by month. */
export function sheetsByMonth(rows: readonly DayRow[], columns: readonly string[], points: PointNumbers): ReadonlyMap<Month, MonthSheet> {
  const byMonth = new Map<Month, DayRow[]>();
  for (const row of rows) {
    for (const code of listIn(row, 'points')) points.of(String(code));
    const month = monthOf(String(row['day']));
    const days = byMonth.get(month);
    if (days) days.push(row);
    else byMonth.set(month, [row]);
  }
  return new Map([...byMonth].map(([month, days]) => [month, sheetOf(month, days, columns, points.size, points)]));
}
