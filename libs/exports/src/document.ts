import type { Language } from '@evenhand/domain';

/** How the values of a column are read. Days are `YYYY-MM-DD`, instants ISO 8601 in UTC, shares 0…1. */
export type CellType = 'text' | 'number' | 'share' | 'day' | 'instant';

/** A value of a table. Text in a column of another type is a word that stands for a missing value, such as "unknown". */
export type Cell = string | number | null;

export interface Column {
  readonly name: string;
  readonly type: CellType;
  /** Decimal places of numbers; as many as the value has unless given. */
  readonly digits?: number;
  /** A heading over neighbouring columns. */
  readonly group?: string;
}

/** Some rows at once, each as long as the columns. */
export type Batch = readonly (readonly Cell[])[];

/** Rows under columns, made while they are read: nobody holds them all. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<Batch>;
  /** How many rows there are, of which the first `shown` stand in `rows`. */
  readonly total: number;
  readonly shown: number;
}

/** A statement about the document, such as its period. */
export interface Fact {
  readonly name: string;
  readonly text: string;
}

/** The frame of an official document of Vietnam, as Decree 30/2020/NĐ-CP lays it out. */
export interface OfficialFrame {
  /** The body that the agency belongs to, and the agency itself. */
  readonly parent: string;
  readonly agency: string;
  /** Where it is signed. The day is left to be written by hand. */
  readonly place: string;
  /** The kind of document, such as "BÁO CÁO". */
  readonly kind: string;
  readonly signer: string;
}

/** Everything that leaves as a file: what it says, of what, as of when, and how it is to be read. */
export interface ExportDocument {
  readonly language: Language;
  /** IANA zone in which instants are shown. */
  readonly zone: string;
  readonly title: string;
  /** What the figures cover; stands on every page and in the notes. */
  readonly facts: readonly Fact[];
  /** Sentences before the tables. */
  readonly lead: readonly string[];
  readonly tables: readonly Table[];
  /** Definitions, versions, what was suppressed. */
  readonly notes: readonly Fact[];
  /** Said on every page and sheet where the data is invented. */
  readonly mark: string | null;
  /** Address of the view that it was made from. */
  readonly link: string | null;
  readonly official: OfficialFrame | null;
}

/** Rows that are known already, as a table reads them. */
export async function* inBatches(rows: Batch, size = 500): AsyncGenerator<Batch> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** A table of rows that are known already. */
export const tableOf = (title: string, columns: readonly Column[], rows: Batch): Table => ({
  ...{ title, columns, rows: inBatches(rows), total: rows.length, shown: rows.length },
});

/** Ends the reading of tables that nobody wrote to their end. */
export async function endRows({ tables }: Pick<ExportDocument, 'tables'>): Promise<void> {
  await Promise.all(tables.map(({ rows }) => rows[Symbol.asyncIterator]().return?.()));
}
