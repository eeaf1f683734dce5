import type { TimeRange } from '@evenhand/domain';
import type { ResultRow } from '../results';
import { type Month, monthEnd, monthStart } from './day-number';
import { bytesOf, type ColumnName, type MonthSheet, sheetsByMonth } from './month-sheet';
import type { CodeNumbers } from './code-numbers';

/** A hundred columns of five years at 400 points take less. */
const MOST_BYTES = 600_000_000;
const MONTHS_AT_ONCE = 12;

/** Something that can be read by day and code, month by month. */
export interface Readable {
  /** What is read, the same name for the same numbers. */
  readonly name: string;
  readonly columns: readonly ColumnName[];
  readonly codes: CodeNumbers;
  /** Names the state of the data of a month: while it stays, its numbers stay. */
  versionOf(month: Month): string;
  /** Rows of `day`, `codes` and the columns as lists. */
  read(range: TimeRange): Promise<readonly ResultRow[]>;
}

interface Kept {
  readonly version: string;
  readonly sheet: Promise<MonthSheet | undefined>;
  bytes: number;
}

/** Keeps sheets for as long as the data of their month stays what it is; what was asked for longest ago goes first. */
export class KeptSheets {
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  /** The sheets of these months, without those of which nothing was told. */
  async of(readable: Readable, months: readonly Month[]): Promise<readonly MonthSheet[]> {
    const missing = months.filter((month) => this.kept.get(keyOf(readable, month))?.version !== readable.versionOf(month));
    for (let at = 0; at < missing.length; at += MONTHS_AT_ONCE) this.fetch(readable, missing.slice(at, at + MONTHS_AT_ONCE));
    const sheets = await Promise.all(months.map((month) => this.touched(keyOf(readable, month))));
    return sheets.filter((sheet) => sheet !== undefined);
  }

  private touched(key: string): Promise<MonthSheet | undefined> | undefined {
    const kept = this.kept.get(key);
    if (!kept) return undefined;
    this.kept.delete(key);
    this.kept.set(key, kept);
    return kept.sheet;
  }

  private fetch(readable: Readable, months: readonly Month[]): void {
    const [first = '', last = first] = [months[0], months.at(-1)];
    const read = readable
      .read({ from: monthStart(first), to: monthEnd(last) })
      .then((rows) => sheetsByMonth(rows, { columns: readable.columns, codes: readable.codes }));
    for (const month of months)
      this.keep(
        keyOf(readable, month),
        readable.versionOf(month),
        read.then((sheets) => sheets.get(month)),
      );
  }

  private keep(key: string, version: string, sheet: Promise<MonthSheet | undefined>): void {
    this.forget(key);
    const kept: Kept = { version, sheet, bytes: 0 };
    this.kept.set(key, kept);
    sheet.then(
      (made) => {
        if (this.kept.get(key) === kept && made) this.count(kept, bytesOf(made));
      },
      () => {
        if (this.kept.get(key) === kept) this.forget(key);
      },
    );
  }

  private count(kept: Kept, bytes: number): void {
    kept.bytes = bytes;
    this.bytes += bytes;
    for (const key of this.kept.keys()) {
      if (this.bytes <= MOST_BYTES) return;
      this.forget(key);
    }
  }

  private forget(key: string): void {
    this.bytes -= this.kept.get(key)?.bytes ?? 0;
    this.kept.delete(key);
  }
}

const keyOf = ({ name }: Readable, month: Month): string => `${month} ${name}`;
