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
  /** Lists of numbers, by cell; cells without any are left out. */
  readonly lists: ReadonlyMap<string, ReadonlyMap<number, Float64Array>>;
}

/** Numbers by cell, as narrow as the largest of them lets them be. */
export type Cells = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A number of every cell, and how those of several cells become one. */
export interface Column {
  readonly takes: Taking;
  readonly cells: Cells;
}

const NARROW = [Uint8Array, Uint16Array, Uint32Array] as const;

/** The same numbers in as few bytes as hold each of them. */
export function narrowed(cells: Float64Array): Cells {
  let most = 0;
  for (const value of cells) {
    if (!(value >= 0) || !Number.isInteger(value)) return cells;
    if (value > most) most = value;
  }
  const Fitting = NARROW.find(({ BYTES_PER_ELEMENT }) => most < 2 ** (8 * BYTES_PER_ELEMENT));
  return Fitting ? Fitting.from(cells) : cells;
}

export type Taking = 'sum' | 'largest';

/** What is read into a column. */
export interface ColumnName {
  readonly name: string;
  readonly takes: Taking | 'list';
}

/** Bytes that a sheet takes. */
export function bytesOf({ isTold, columns, lists }: MonthSheet): number {
  const cells = [...columns.values()].reduce((bytes, { cells: { byteLength } }) => bytes + byteLength, isTold.byteLength);
  return [...lists.values()].flatMap((list) => [...list.values()]).reduce((bytes, list) => bytes + list.byteLength, cells);
}

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
  const columns = new Map(
    names.flatMap(({ name, takes }) => (takes === 'list' ? [] : [[name, { takes, cells: new Float64Array(length) }] as const])),
  );
  const lists = new Map(names.flatMap(({ name, takes }) => (takes === 'list' ? [[name, new Map<number, Float64Array>()] as const] : [])));
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
    for (const [name, list] of lists)
      listIn(row, name).forEach((values, index) => {
        const cell = told[index];
        if (cell !== undefined && Array.isArray(values) && values.length > 0) list.set(cell, Float64Array.from(values, Number));
      });
  }
  const held = new Map([...columns].map(([name, { takes, cells }]) => [name, { takes, cells: narrowed(cells) }]));
  return { first, end, width, isTold, columns: held, lists };
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
  const lists = new Map([...sheet.lists].map(([name, list]) => [name, joinedByDay(list, sheet.width)]));
  const made = { ...sheet, width: 1, isTold, columns, lists };
  inOne.set(sheet, made);
  return made;
}

const inOneDay = new WeakMap<MonthSheet, MonthSheet>();

/** The same sheet, without its lists, with every code of the month in one: as if all of it had been on the first day. */
export function wholeMonth(sheet: MonthSheet): MonthSheet {
  const known = inOneDay.get(sheet);
  if (known) return known;
  const { width } = sheet;
  const isTold = new Uint8Array(width);
  sheet.isTold.forEach((told, cell) => (isTold[cell % width] ||= told));
  const columns = new Map([...sheet.columns].map(([name, column]) => [name, { ...column, cells: byCode(sheet, column) }]));
  const made = { ...sheet, end: sheet.first + 1, isTold, columns, lists: new Map() };
  inOneDay.set(sheet, made);
  return made;
}

/** Lists put together into one. */
export function joined(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((length, list) => length + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

function joinedByDay(list: ReadonlyMap<number, Float64Array>, width: number): ReadonlyMap<number, Float64Array> {
  const days = new Map<number, Float64Array[]>();
  for (const [cell, values] of list) {
    const day = Math.floor(cell / width);
    const held = days.get(day);
    if (held) held.push(values);
    else days.set(day, [values]);
  }
  return new Map([...days].map(([day, lists]) => [day, joined(lists)]));
}

type Gather = (sheet: MonthSheet, column: Column) => Cells;

/** Each day of a sheet in one. */
const byDay: Gather = (sheet, column) => gathered(sheet, column, { size: sheet.end - sheet.first, perDay: 1, perCode: 0 });

/** Each code of a sheet in one. */
const byCode: Gather = (sheet, column) => gathered(sheet, column, { size: sheet.width, perDay: 0, perCode: 1 });

interface Gathering {
  readonly size: number;
  /** By how much the place moves on with a day, and with a code. */
  readonly perDay: number;
  readonly perCode: number;
}

function gathered({ first, end, width, isTold }: MonthSheet, { takes, cells }: Column, { size, perDay, perCode }: Gathering): Cells {
  const isSum = takes === 'sum';
  const all = new Float64Array(size).fill(isSum ? 0 : -Infinity);
  for (let day = 0; day < end - first; day++)
    for (let code = 0; code < width; code++) {
      const cell = day * width + code;
      if (isTold[cell] === 0) continue;
      const place = day * perDay + code * perCode;
      const held = all[place] ?? 0;
      const value = cells[cell] ?? 0;
      if (isSum) all[place] = held + value;
      else if (value > held) all[place] = value;
    }
  return narrowed(all);
}
