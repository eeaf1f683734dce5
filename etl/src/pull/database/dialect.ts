/** What a source table writes about one instant: with its offset, or as the clock on the wall. */
export type InstantKind = 'absolute' | 'local';

/** A column of a source table with the type that the source gives it. */
export interface SourceColumn {
  readonly name: string;
  readonly type: string;
}

/**
 * How to ask one kind of database. Every value comes as text, instants in one form that sorts as the instants do:
 * `2026-10-05T01:00:00.000000Z` when they carry an offset, `2026-10-05 08:00:00.000000` when they do not.
 */
export interface Dialect {
  /** The table function of the engine. */
  readonly reader: 'postgresql' | 'mysql';
  readonly port: number;
  readonly quoted: (name: string) => string;
  /** Gives `name` and `type` of each column of a table; nothing when there is no such table. */
  readonly columnsOf: (table: QualifiedTable) => string;
  readonly place: (table: QualifiedTable) => string;
  readonly instantKind: (type: string) => InstantKind | undefined;
  /** A column as text. */
  readonly text: (column: SourceColumn) => string;
  /** An instant in the form above as a value that compares with a column of its kind. */
  readonly instant: (value: string, kind: InstantKind, minutesBefore?: number) => string;
  /** What the clock of the source shows, in the form above; local is the zone that the source keeps. */
  readonly clock: (kind: InstantKind, zone: string) => string;
  /** An instant expression in the form above. */
  readonly written: (expression: string, kind: InstantKind) => string;
}

export interface QualifiedTable {
  readonly schema: string;
  readonly table: string;
}

const FORMS = { absolute: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/, local: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/ } as const;

/** True for an instant in the form in which dialects write one; nothing else goes into a statement. */
export const isWritten = (value: string, kind: InstantKind): boolean => FORMS[kind].test(value);
