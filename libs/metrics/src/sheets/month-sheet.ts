import type { ResultRow } from '../results';
import { dayNumber, type DayNumber, type Month, monthEnd, monthOf, monthStart } from './day-number';
import type { CodeNumbers } from './code-numbers';

/** Numbers of one month by day and code (a point, or a half-hour). The cell of both is `(day - first) * width + number of the code`. */
export interface MonthSheet {
  readonly first: DayNumber;
  /** The first day after the month. */
  readonly end: DayNumber;
  /** So many codes were known when the sheet was made; of the others it tells nothing. */
  readonly width: number;
  /** 1 for each cell of which anything was told. */
  readonly isTold: Uint8Array;
  readonly columns: ReadonlyMap<string, Column>;
}

/** A number of every cell, and how those of several cells become one. */
export interface Column {
  readonly takes: Taking;
  readonly cells: Float64Array;
}

export type Taking = 'sum' | 'largest';

/** What is read into a column. */
export interface ColumnName {
  readonly name: string;
  readonly takes: Taking;
}

/** Bytes that a sheet takes. */
export const bytesOf = ({ isTold, columns }: MonthSheet): number => isTold.length * (1 + 8 * columns.size);

/** One day of what was read: its codes, and their numbers in the same order. */
type DayRow = ResultRow;

const listIn = (row: DayRow, name: string): readonly unknown[] => {
  const list = row[name];
  return Array.isArray(list) ? list : [];
};

interface Making {
  readonly columns: readonly ColumnName[];
  readonly codes: CodeNumbers;
}

function sheetOf(month: Month, rows: readonly DayRow[], { columns: names, codes }: Making): MonthSheet {
  const [first, end, width] = [dayNumber(monthStart(month)), dayNumber(monthEnd(month)), codes.size];
  const length = (end - first) * width;
  const isTold = new Uint8Array(length);
  const columns = new Map(names.map(({ name, takes }) => [name, { takes, cells: new Float64Array(length) }]));
  for (const row of rows) {
    const start = (dayNumber(String(row['day'])) - first) * width;
    const told = listIn(row, 'codes').map((code) => start + codes.of(String(code)));
    for (const cell of told) isTold[cell] = 1;
    for (const [name, { cells }] of columns)
      listIn(row, name).forEach((value, index) => {
        const cell = told[index];
        // Where there is no largest, none is larger.
        if (cell !== undefined) cells[cell] = value === null ? -Infinity : Number(value);
      });
  }
  return { first, end, width, isTold, columns };
}

/** Cuts rows of `day`, `codes` and columns, a row for each day, into sheets by month. */
export function sheetsByMonth(rows: readonly DayRow[], making: Making): ReadonlyMap<Month, MonthSheet> {
  const byMonth = new Map<Month, DayRow[]>();
  for (const row of rows) {
    for (const code of listIn(row, 'codes')) making.codes.of(String(code));
    const month = monthOf(String(row['day']));
    const days = byMonth.get(month);
    if (days) days.push(row);
    else byMonth.set(month, [row]);
  }
  return new Map([...byMonth].map(([month, days]) => [month, sheetOf(month, days, making)]));
}

const inOne = new WeakMap<MonthSheet, MonthSheet>();

/** The same sheet with everything of a day in one. */
export function wholeDays(sheet: MonthSheet): MonthSheet {
  const known = inOne.get(sheet);
  if (known) return known;
  const days = sheet.end - sheet.first;
  const isTold = new Uint8Array(days);
  sheet.isTold.forEach((told, cell) => (isTold[Math.floor(cell / sheet.width)] ||= told));
  const columns = new Map([...sheet.columns].map(([name, column]) => [name, { ...column, cells: byDay(sheet, column) }]));
  const made = { ...sheet, width: 1, isTold, columns };
  inOne.set(sheet, made);
  return made;
}

function byDay({ first, end, width, isTold }: MonthSheet, { takes, cells }: Column): Float64Array {
  const days = new Float64Array(end - first).fill(takes === 'sum' ? 0 : -Infinity);
  for (let cell = 0; cell < cells.length; cell++) {
    if (isTold[cell] === 0) continue;
    const day = Math.floor(cell / width);
    const [held, value] = [days[day] ?? 0, cells[cell] ?? 0];
    days[day] = takes === 'sum' ? held + value : Math.max(held, value);
  }
  return days;
}
