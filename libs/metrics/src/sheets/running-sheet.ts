import type { TimeRange } from '@evenhand/domain';
import type { ResultRow } from '../results';
import type { CodeNumbers } from './code-numbers';
import { dayNumber, type DayNumber, type Month, monthEnd, monthsIn, monthStart } from './day-number';
import { type Cells, narrowed } from './month-sheet';

/**
 * Sums of one month by code, for tens of thousands of codes: what any of its days in a row come to is the difference of two
 * rows, however many days they are. Row `r` holds what the first `r` days on which anything was told come to.
 */
export interface RunningSheet {
  readonly first: DayNumber;
  /** The first day after the month. */
  readonly end: DayNumber;
  /** So many codes were known when the sheet was made; of the others it tells nothing. */
  readonly width: number;
  /** For each day of the month, and the day after it, on how many days before it anything was told. */
  readonly rowOf: Uint8Array;
  readonly columns: ReadonlyMap<string, Cells>;
}

/** Bytes that a sheet takes. */
export const bytesOfRunning = ({ rowOf, columns }: RunningSheet): number =>
  [...columns.values()].reduce((bytes, { byteLength }) => bytes + byteLength, rowOf.byteLength);

interface Making {
  readonly columns: readonly string[];
  readonly codes: CodeNumbers;
}

/** A row of what is read: a code, its days as places in the range, and a list of each column in their order. */
const listIn = (row: ResultRow, name: string): readonly unknown[] => {
  const list = row[name];
  return Array.isArray(list) ? list : [];
};

/** Cuts rows of `code`, `days` and columns, a row for each code, into sheets by month. */
export function runningByMonth(rows: readonly ResultRow[], range: TimeRange, making: Making): ReadonlyMap<Month, RunningSheet> {
  const from = dayNumber(range.from);
  const codes = Int32Array.from(rows, ({ code }) => making.codes.of(String(code)));
  const days = rows.map((row) => Int32Array.from(listIn(row, 'days'), (day) => from + Number(day)));
  return new Map(
    monthsIn(range).flatMap((month) => {
      const sheet = runningSheet(month, { rows, codes, days }, making);
      return sheet ? [[month, sheet] as const] : [];
    }),
  );
}

interface Told {
  readonly rows: readonly ResultRow[];
  readonly codes: Int32Array;
  readonly days: readonly Int32Array[];
}

function runningSheet(month: Month, told: Told, { columns: names, codes }: Making): RunningSheet | null {
  const [first, end, width] = [dayNumber(monthStart(month)), dayNumber(monthEnd(month)), codes.size];
  const isTold = new Uint8Array(end - first);
  for (const days of told.days) for (const day of days) if (day >= first && day < end) isTold[day - first] = 1;
  const rowOf = new Uint8Array(end - first + 1);
  for (let day = 0; day < isTold.length; day++) rowOf[day + 1] = (rowOf[day] ?? 0) + (isTold[day] ?? 0);
  if (rowOf.at(-1) === 0) return null;
  const columns = new Map(names.map((name) => [name, summedUp(name, told, { first, end, width, rowOf })] as const));
  return { first, end, width, rowOf, columns };
}

function summedUp(name: string, { rows, codes, days }: Told, { first, end, width, rowOf }: Omit<RunningSheet, 'columns'>): Cells {
  const sums = new Float64Array(((rowOf.at(-1) ?? 0) + 1) * width);
  rows.forEach((row, at) => {
    const [values, code] = [listIn(row, name), codes[at] ?? 0];
    days[at]?.forEach((day, index) => {
      if (day >= first && day < end) sums[((rowOf[day - first] ?? 0) + 1) * width + code] = Number(values[index]);
    });
  });
  for (let cell = width; cell < sums.length; cell++) sums[cell] = (sums[cell] ?? 0) + (sums[cell - width] ?? 0);
  return narrowed(sums);
}

/** What some days of sheets come to by code, for so many codes. */
export function sumsOver(sheets: readonly RunningSheet[], column: string, range: TimeRange, size: number): Float64Array {
  const [from, to] = [dayNumber(range.from), dayNumber(range.to)];
  const sums = new Float64Array(size);
  for (const { first, end, width, rowOf, columns } of sheets) {
    const cells = columns.get(column);
    const [begin, over] = [Math.max(from, first) - first, Math.min(to, end) - first];
    if (!cells || begin >= over) continue;
    const [before, after] = [(rowOf[begin] ?? 0) * width, (rowOf[over] ?? 0) * width];
    for (let code = 0; code < width; code++) sums[code] = (sums[code] ?? 0) + (cells[after + code] ?? 0) - (cells[before + code] ?? 0);
  }
  return sums;
}
