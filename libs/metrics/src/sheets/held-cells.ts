import { type TimeRange, TooCostly } from '@evenhand/domain';
import type { Sql } from '@evenhand/warehouse';
import type { ResultRow } from '../results';
import type { Month } from './day-number';
import type { Readable } from './kept-sheets';
import { bytesOfRunning, runningByMonth, type RunningSheet, sumsOver } from './running-sheet';
import type { SheetReader } from './sheet-reader';
import type { StratumCodes } from './strata';

/** A comparison looks at a month and the one before it, and at the months of a year. */
const MONTHS_AHEAD = 14;
/** Of more kinds of case at points the engine counts. */
const MOST_CODES = 250_000;

/** Cases that are told apart finely, and added up by what they have in common. */
export interface CellSheet {
  /** The same for the same numbers. */
  readonly name: string;
  /** The same for the same codes. */
  readonly kinds: string;
  readonly columns: readonly string[];
  /** The table whose rows lie by the months of its days. */
  readonly table: string;
  /** Rows of `code`, `days` (places in the range) and columns as lists, a row for each code. */
  readonly statement: (range: TimeRange) => Sql;
}

/** What the cells of some days come to, by the numbers of their codes. */
export interface HeldCells {
  readonly strata: StratumCodes;
  sumsOf(column: string, range: TimeRange): Float64Array;
}

/** The cells of a range where they are held; `null` where they are not, or are too many: they are read when nobody waits. */
export async function heldCells(reader: SheetReader, sheet: CellSheet, codes: StratumCodes, range: TimeRange): Promise<HeldCells | null> {
  if (codes.areTooMany || codes.size > MOST_CODES) return null;
  const readable = readableOf(reader, sheet, codes);
  const months = reader.monthsOf(sheet.table, range);
  const { kept } = reader.reading;
  if (!kept.holds(readable, months)) return null;
  const sheets = await kept.of(readable, months);
  return { strata: codes, sumsOf: (column, asked) => sumsOver(sheets, column, asked, codes.size) };
}

function readableOf(reader: SheetReader, { name, columns, table, statement }: CellSheet, codes: StratumCodes): Readable<RunningSheet> {
  const versionOf: (month: Month) => string = reader.versionsOf({ textName: name, byMonth: table, statement });
  const ahead = reader.ahead(table, true);
  return {
    name,
    versionOf,
    read: async (range) => runningByMonth(await rowsOf(reader, statement(range), codes), range, { columns, codes }),
    bytesOf: bytesOfRunning,
    ahead: { ...ahead, months: ahead.months.slice(-MONTHS_AHEAD) },
  };
}

/** The rows of a month; where they are more than a statement may give, nobody tries again. */
async function rowsOf({ reading }: SheetReader, statement: Sql, codes: StratumCodes): Promise<readonly ResultRow[]> {
  try {
    return await reading.rows(statement);
  } catch (error) {
    if (error instanceof TooCostly) codes.areTooMany = true;
    throw error;
  }
}
