import type { TimeRange } from '@evenhand/domain';
import { type Month, monthEnd, monthStart } from './day-number';

/** A hundred columns of five years at 400 points take less, and the cells of comparisons of fourteen months some 100 MB. */
const MOST_BYTES = 700_000_000;
/** What is read ahead leaves room for what is asked. */
const MOST_BYTES_AHEAD = 550_000_000;
const MOST_MONTHS_AHEAD = 72;
/** The latest months of whatever is asked come before the older ones of anything. */
const LATEST_MONTHS = 14;
const MOST_READ_AHEAD = 400;
/** The names of a month and of its version, also where it holds nothing. */
const BYTES_EACH = 500;
const MONTHS_AT_ONCE = 12;

/** Something that can be read by day and code, month by month. */
export interface Readable<Sheet> {
  /** What is read, the same name for the same kind of sheet with the same numbers. */
  readonly name: string;
  /** Names the state of the data of a month: while it stays, its numbers stay. */
  versionOf(month: Month): string;
  /** The sheets of whole months. */
  read(range: TimeRange): Promise<ReadonlyMap<Month, Sheet>>;
  /** Bytes that a sheet takes. */
  bytesOf(sheet: Sheet): number;
  /** Makes ready what whoever asks for a sheet would wait for. */
  prepare?(sheet: Sheet): void;
  /** What of it is worth reading before anybody asks; nothing unless given. */
  readonly ahead?: Ahead;
}

/** Months that can be read ahead, so many at once, of one state of the data. */
export interface Ahead {
  readonly months: readonly Month[];
  readonly atOnce: number;
  readonly ofState: string;
}

interface Kept {
  readonly version: string;
  /** Of the kind that its name stands for. */
  readonly sheet: Promise<unknown>;
  isRead: boolean;
  bytes: number;
}

const NOTHING_AHEAD: Ahead = { months: [], atOnce: 1, ofState: '' };

/** Keeps sheets for as long as the data of their month stays what it is; what was asked for longest ago goes first. */
export class KeptSheets {
  private readonly kept = new Map<string, Kept>();
  /** What was asked lately and may be asked of other months, the latest last. */
  private readonly ahead = new Map<string, Readable<unknown>>();
  /** That of which the latest months are held already. */
  private readonly further = new Map<string, Readable<unknown>>();
  private bytes = 0;

  /** The sheets of these months, without those of which nothing was told. */
  async of<Sheet>(readable: Readable<Sheet>, months: readonly Month[]): Promise<readonly Sheet[]> {
    this.expect(readable);
    const missing = this.missing(readable, months);
    for (let at = 0; at < missing.length; at += MONTHS_AT_ONCE) this.fetch(readable, missing.slice(at, at + MONTHS_AT_ONCE));
    const sheets = (await Promise.all(months.map((month) => this.touched(keyOf(readable, month))))) as readonly (Sheet | undefined)[];
    return sheets.filter((sheet) => sheet !== undefined);
  }

  /** Whether all of these months are held. */
  holds(readable: Readable<unknown>, months: readonly Month[]): boolean {
    this.expect(readable);
    return months.every((month) => {
      const kept = this.kept.get(keyOf(readable, month));
      return kept?.isRead === true && kept.version === readable.versionOf(month);
    });
  }

  /**
   * Reads on where somebody asked lately: months before those that are held, the latest first. Gives false where nothing is
   * left to read, or no room.
   */
  async readAhead(state: string): Promise<boolean> {
    for (const readable of [...this.ahead.values()].reverse()) {
      if (await this.readOf(readable, LATEST_MONTHS, state)) return true;
      this.ahead.delete(readable.name);
      if (readable.ahead?.ofState === state) enlist(this.further, readable);
    }
    for (const readable of this.further.values()) {
      if (await this.readOf(readable, MOST_MONTHS_AHEAD, state)) return true;
      this.further.delete(readable.name);
    }
    return false;
  }

  /** Reads a piece of the latest months of something; false where they are all held, or where there is no room. */
  private async readOf(readable: Readable<unknown>, most: number, state: string): Promise<boolean> {
    const { months, atOnce, ofState } = readable.ahead ?? NOTHING_AHEAD;
    const missing = ofState === state ? this.missing(readable, months.slice(-most)).slice(-atOnce) : [];
    if (missing.length === 0 || this.bytes >= MOST_BYTES_AHEAD) return false;
    await this.readNow(readable, missing);
    return true;
  }

  private async readNow(readable: Readable<unknown>, months: readonly Month[]): Promise<void> {
    this.fetch(readable, months);
    try {
      const sheets = await Promise.all(months.map((month) => this.kept.get(keyOf(readable, month))?.sheet));
      for (const sheet of sheets) if (sheet) readable.prepare?.(sheet);
    } catch (error) {
      for (const asked of [this.ahead, this.further]) asked.delete(readable.name);
      throw error;
    }
  }

  private expect(readable: Readable<unknown>): void {
    if (readable.ahead === undefined || this.ahead.get(readable.name)?.ahead?.ofState === readable.ahead.ofState) return;
    enlist(this.ahead, readable);
  }

  private missing(readable: Readable<unknown>, months: readonly Month[]): readonly Month[] {
    return months.filter((month) => this.kept.get(keyOf(readable, month))?.version !== readable.versionOf(month));
  }

  private touched(key: string): Promise<unknown> | undefined {
    const kept = this.kept.get(key);
    if (!kept) return undefined;
    this.kept.delete(key);
    this.kept.set(key, kept);
    return kept.sheet;
  }

  private fetch(readable: Readable<unknown>, months: readonly Month[]): void {
    const [first = '', last = first] = [months[0], months.at(-1)];
    const read = readable.read({ from: monthStart(first), to: monthEnd(last) });
    for (const month of months)
      this.keep(
        readable,
        month,
        read.then((sheets) => sheets.get(month)),
      );
  }

  private keep(readable: Readable<unknown>, month: Month, sheet: Promise<unknown>): void {
    const key = keyOf(readable, month);
    this.forget(key);
    const kept: Kept = { version: readable.versionOf(month), sheet, isRead: false, bytes: 0 };
    this.kept.set(key, kept);
    sheet.then(
      (made) => {
        kept.isRead = true;
        if (this.kept.get(key) === kept) this.count(kept, BYTES_EACH + (made === undefined ? 0 : readable.bytesOf(made)));
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

/** Puts something at the end of what is to be read; what was put there longest ago goes where there is too much. */
function enlist(list: Map<string, Readable<unknown>>, readable: Readable<unknown>): void {
  list.delete(readable.name);
  list.set(readable.name, readable);
  const [oldest] = list.keys();
  if (list.size > MOST_READ_AHEAD && oldest !== undefined) list.delete(oldest);
}

const keyOf = ({ name }: Readable<unknown>, month: Month): string => `${month} ${name}`;
