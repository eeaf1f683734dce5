import { SourceProblem } from '../../source/source-problem';
import type { DatabaseLink } from './database-link';
import { isWritten } from './dialect';
import type { SourceTable } from './source-table';

/** Rows of a table by their watermark: from is included, until is not; both absent is the whole table. */
export interface Slice {
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** True for the first of a pull, which also takes the rows whose watermark is empty. */
  readonly isFirst: boolean;
}

/** Where a pull begins. */
export interface Start {
  /** What the clock of the source showed then. */
  readonly clock: string;
  /** The watermark less the overlap; absent for a table that was never read. */
  readonly from: string | undefined;
  /** Rows from there on. */
  readonly rows: number;
}

/** Questions about the order of a table by its watermark. Ties are never split: a boundary is a value, not a row. */
export class Slices {
  constructor(
    private readonly link: DatabaseLink,
    private readonly table: SourceTable,
    private readonly zone: string,
  ) {}

  private get dialect(): DatabaseLink['dialect'] {
    return this.link.dialect;
  }

  private instant(value: string, minutesBefore = 0): string {
    if (!isWritten(value, this.table.kind))
      throw new SourceProblem(`The watermark "${value}" of the table ${this.table.place} is not an instant that this table can hold.`);
    return this.dialect.instant(value, this.table.kind, minutesBefore);
  }

  private atOrAfter(from: string | undefined): string {
    const { watermark } = this.table;
    return from === undefined ? `${watermark} IS NOT NULL` : `${watermark} >= ${this.instant(from)}`;
  }

  private async one(expression: string, where: string): Promise<string | undefined> {
    // eslint-disable-next-line no-restricted-syntax -- names of the source's own table, checked and quoted when they were read
    const [row] = await this.link.rows<{ value: string | null }>(`SELECT ${expression} AS value FROM ${this.table.place} WHERE ${where}`);
    return row?.value ?? undefined;
  }

  async start(watermark: string | undefined, overlapMinutes: number): Promise<Start> {
    const { kind } = this.table;
    const from = watermark === undefined ? 'NULL' : this.dialect.written(this.instant(watermark, overlapMinutes), kind);
    const [first] = await this.link.rows<{ clock: string; begin: string | null }>(
      // eslint-disable-next-line no-restricted-syntax -- as above; instants are written by the dialect
      `SELECT ${this.dialect.clock(kind, this.zone)} AS clock, ${from} AS begin`,
    );
    if (!first) throw new SourceProblem(`${this.link.place} does not say what time it is.`);
    const begin = first.begin ?? undefined;
    return { clock: first.clock, from: begin, rows: Number((await this.one('count(*)', this.atOrAfter(begin))) ?? 0) };
  }

  /** Where a slice of about so many rows ends; undefined when it reaches to the end of the table. */
  async end(from: string | undefined, rows: number): Promise<string | undefined> {
    const { watermark, kind, place } = this.table;
    const value = this.dialect.written(watermark, kind);
    const [row] = await this.link.rows<{ value: string | null }>(
      // eslint-disable-next-line no-restricted-syntax -- as above
      `SELECT ${value} AS value FROM ${place} WHERE ${this.atOrAfter(from)} ORDER BY ${watermark} LIMIT 1 OFFSET ${rows}`,
    );
    const end = row?.value ?? undefined;
    if (end === undefined || end !== from) return end;
    // More rows than a slice holds were changed at one instant: they are one slice, however many.
    return this.one(this.dialect.written(`min(${watermark})`, kind), `${watermark} > ${this.instant(from)}`);
  }

  /** The question that gives the rows of a slice as text. */
  question({ from, until, isFirst }: Slice): string {
    const { columns, watermark, place } = this.table;
    const texts = columns.map((column) => `${this.dialect.text(column)} AS ${this.dialect.quoted(column.name)}`);
    const inside = [
      ...(from === undefined ? [] : [`${watermark} >= ${this.instant(from)}`]),
      ...(until === undefined ? [] : [`${watermark} < ${this.instant(until)}`]),
    ].join(' AND ');
    const where = isFirst && inside !== '' ? `(${inside}) OR ${watermark} IS NULL` : inside;
    return `SELECT ${texts.join(', ')} FROM ${place}${where === '' ? '' : ` WHERE ${where}`}`;
  }
}
