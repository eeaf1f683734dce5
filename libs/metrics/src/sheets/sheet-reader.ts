import type { CitySettings, TimeRange } from '@evenhand/domain';
import type { Sql } from '@evenhand/warehouse';
import type { Known } from '../facts/known';
import type { DataState } from '../remembered-rows';
import type { ResultRow } from '../results';
import { dayText, type DayNumber, type Month, monthOf, monthsIn } from './day-number';
import type { Ahead, KeptSheets, Readable } from './kept-sheets';
import { bytesOf, type ColumnName, type MonthSheet, sheetsByMonth, wholeMonth } from './month-sheet';
import type { CodeNumbers } from './code-numbers';
import type { Registers } from './registers';
import type { Across } from './sheet-statement';
import { type TableVersions, tableVersions } from './table-versions';

/** What a sheet is read from. */
export interface Source {
  /** The same for the same numbers. */
  readonly name: string;
  /** The same for the same text, whatever its parameters; the name unless given. */
  readonly textName?: string;
  readonly columns: readonly ColumnName[];
  readonly codes: CodeNumbers;
  /** The table whose rows lie by the months of the sheet's days; `null` when they do not. */
  readonly byMonth: string | null;
  /** The table whose months are worth reading ahead; that by whose months it lies unless given. */
  readonly aheadBy?: string;
  /** Whether a month of it takes the engine long. */
  readonly isWide?: boolean;
  readonly statement: (range: TimeRange) => Sql;
  /** What becomes of the rows that are read; they are the sheet's own unless given. */
  readonly made?: (rows: readonly ResultRow[], range: TimeRange) => readonly ResultRow[];
}

/** Rows of `day`, `codes` and columns as lists, which are put into sheets. */
export interface ReadableRows extends Pick<Readable<MonthSheet>, 'name' | 'versionOf' | 'ahead'> {
  readonly columns: readonly ColumnName[];
  readonly codes: CodeNumbers;
  read(range: TimeRange): Promise<readonly ResultRow[]>;
}

/** What sheets of a state of the data are read with. */
export interface Reading {
  readonly state: DataState;
  readonly rows: (statement: Sql) => Promise<readonly ResultRow[]>;
  readonly points: CodeNumbers;
  /** The codes that stand side by side in a sheet; `null` where too many kinds of sheet are held already. */
  readonly codesOf: (across: Across) => CodeNumbers | null;
  readonly kept: KeptSheets;
  readonly city: CitySettings;
  readonly known: Known;
  readonly registers: () => Promise<Registers>;
  /** The texts of statements, by the names of their sources: making one takes longer than adding up what it once read. */
  readonly texts: Map<string, string>;
}

const MONTHS_AHEAD = 6;
const ANY_RANGE: TimeRange = { from: '1970-01-01', to: '1970-02-01' };

/** Reads sheets of one state of the data, each month once. */
export class SheetReader {
  readonly versions: TableVersions;

  constructor(readonly reading: Reading) {
    this.versions = tableVersions(reading.state);
  }

  /** The sheets of a source for the months of a range. */
  of(source: Source, range: TimeRange): Promise<readonly MonthSheet[]> {
    return this.reading.kept.of(this.readable(source), this.monthsOf(source.byMonth, range));
  }

  /** Whether all of these sheets are held; those that are not are read when nobody waits. */
  holds(source: Source, range: TimeRange): boolean {
    return this.reading.kept.holds(this.readable(source), this.monthsOf(source.byMonth, range));
  }

  /** The months of a range; of a table whose rows lie by month those in which it has any. */
  monthsOf(byMonth: string | null, range: TimeRange): readonly Month[] {
    return byMonth === null ? monthsIn(range) : this.versions.monthsOf(byMonth).filter((month) => isWithin(month, range));
  }

  private readable({ name, columns, codes, byMonth, statement, made = asRead, ...source }: Source): Readable<MonthSheet> {
    const { rows } = this.reading;
    const versionOf = this.versionsOf({ textName: source.textName ?? name, byMonth, statement });
    const read = async (asked: TimeRange): Promise<readonly ResultRow[]> => made(await rows(statement(asked)), asked);
    const aheadBy = source.aheadBy ?? byMonth;
    const ahead = aheadBy === null ? {} : { ahead: this.ahead(aheadBy, source.isWide) };
    return inSheets({ name, columns, codes, versionOf, read, ...ahead });
  }

  /** Names the states of what a statement reads, month by month. */
  versionsOf({ textName, byMonth, statement }: Pick<Source, 'byMonth' | 'statement'> & { readonly textName: string }) {
    const others = this.versions.ofText(textName, () => this.textOf(textName, statement), byMonth);
    return (month: Month): string => (byMonth === null ? others : `${others} ${this.versions.ofMonth(byMonth, month)}`);
  }

  /** All months of a table, to be read ahead. */
  ahead(table: string, isWide = false): Ahead {
    return { months: this.versions.monthsOf(table), ofState: this.reading.state.version, atOnce: isWide ? 1 : MONTHS_AHEAD };
  }

  private textOf(name: string, statement: Source['statement']): string {
    const { texts } = this.reading;
    const text = texts.get(name) ?? statement(ANY_RANGE).render().text;
    texts.set(name, text);
    return text;
  }

  /** Sheets that are made of others. */
  made(readable: ReadableRows, range: TimeRange | null): Promise<readonly MonthSheet[]> {
    return this.reading.kept.of(inSheets(readable), range === null ? [] : monthsIn(range));
  }
}

const inSheets = ({ columns, codes, read, ...rest }: ReadableRows): Readable<MonthSheet> => ({
  ...rest,
  read: async (range) => sheetsByMonth(await read(range), { columns, codes }),
  bytesOf,
  prepare: (sheet) => {
    if (sheet.lists.size === 0) wholeMonth(sheet);
  },
});

const asRead = (rows: readonly ResultRow[]): readonly ResultRow[] => rows;

// Every month that holds a day of the range.
const isWithin = (month: Month, { from, to }: TimeRange): boolean => month >= monthOf(from) && month <= monthOf(to);

/** What of a range lies between two days, the second excluded; `null` where nothing does. */
export function within({ from, to }: TimeRange, first: DayNumber, end: DayNumber): TimeRange | null {
  const [begin, over] = [dayText(first), dayText(end)];
  const both = { from: from > begin ? from : begin, to: to < over ? to : over };
  return both.from < both.to ? both : null;
}
