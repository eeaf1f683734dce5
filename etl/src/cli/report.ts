import type { Terminal } from './terminal';
import { table } from './table';
import type { Typed } from './typed';

/** Rows under headings; `none` is said when there are no rows. */
export interface Report {
  readonly headings: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  readonly none: string;
}

/** Prints a report as a table, or as JSON when `--json` was typed, and gives the exit code. */
export function printReport({ headings, rows, none }: Report, { terminal, typed }: { terminal: Terminal; typed: Typed }): number {
  const cells = rows.map((row) => headings.map((heading) => row[heading] ?? ''));
  if (typed.flag('json')) terminal.out(JSON.stringify(rows));
  else terminal.out(rows.length === 0 ? none : table(headings, cells));
  return 0;
}
