import { SourceProblem } from '../source-problem';
import type { ConvertedTable } from './converted-table';
import { Book } from './xlsx/book';
import { columnLetters, SheetReader } from './xlsx/sheet-reader';
import { readStrings } from './xlsx/strings';
import { readStyles } from './xlsx/styles';
import { chooseSheet, type ChosenSheet } from './xlsx/workbook';

/** A register of a city has some dozens. */
export const MOST_COLUMNS = 1_000;

/** Which sheet of a workbook, and which of its rows names the columns. */
export interface SheetSettings {
  readonly sheet: string | undefined;
  readonly headerRow: number;
}

/** Names on one line, composed; a column without a name is called by its letters. */
function columnNames(called: string, cells: readonly string[]): string[] {
  const names = cells.map((cell, index) => cell.normalize('NFC').replace(/\s+/g, ' ').trim() || columnLetters(index + 1));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new SourceProblem(`${called} names the column "${twice}" twice in its header row.`);
  if (names.length > MOST_COLUMNS) throw new SourceProblem(`${called} has ${names.length} columns; up to ${MOST_COLUMNS} are allowed.`);
  return names;
}

/** Gives the rows below the header to the table; a row that is wider than the header is torn. */
class Rows {
  private width = 0;

  constructor(
    private readonly called: string,
    private readonly headerRow: number,
    private readonly table: ConvertedTable,
  ) {}

  get hasHeader(): boolean {
    return this.width > 0;
  }

  readonly tell = (row: number, cells: readonly string[]): void => {
    if (row < this.headerRow) return;
    if (row === this.headerRow) {
      const names = columnNames(this.called, cells);
      this.width = names.length;
      this.table.header(names);
      return;
    }
    if (!this.hasHeader) throw this.noHeader();
    const fields = Array.from({ length: this.width }, (_, index) => cells[index] ?? '');
    this.table.add({ line: row, isTorn: cells.length > this.width, fields });
  };

  noHeader(): SourceProblem {
    return new SourceProblem(`${this.called} has no column names in its row ${this.headerRow}; say with read.header_row where they stand.`);
  }
}

async function readRows(book: Book, chosen: ChosenSheet, headerRow: number, table: ConvertedTable): Promise<void> {
  const called = `${book.path}, sheet "${chosen.name}"`;
  const rows = new Rows(called, headerRow, table);
  const strings = await readStrings(book, chosen.strings);
  const styles = await readStyles(book, chosen.styles);
  const sheet = { called, strings, styles, countsFrom1904: chosen.countsFrom1904 };
  await book.read(chosen.part, 'sheet', new SheetReader(sheet, rows.tell), () => table.flush());
  if (!rows.hasHeader) throw rows.noHeader();
}

/** Writes one sheet of a workbook as a table of text whose lines are the rows of the sheet. Throws {@link SourceProblem}. */
export async function convertXlsx(path: string, { sheet, headerRow }: SheetSettings, table: ConvertedTable): Promise<void> {
  const book = await Book.open(path);
  try {
    await readRows(book, await chooseSheet(book, sheet), headerRow, table);
  } finally {
    book.close();
  }
}
