import { type Batch, type Cell, type Column, type Table } from '@evenhand/exports';
import type { CaseRow, CaseRows } from '@evenhand/metrics';
import type { Names } from './code-names';
import { SAID } from './words/facts';

type CaseColumn = CaseRows['columns'][number];

const MS_PER_MINUTE = 60_000;
const ROWS_AT_ONCE = 500;
/** More columns than these cannot be read on a sheet of A4. */
const MOST_PRINTED = 12;

const MINUTES = { vi: 'phút', en: 'minutes' } as const;
const TYPES = { text: 'text', instant: 'instant', day: 'day', number: 'number', duration_ms: 'number' } as const;
const isNamed = ({ id }: CaseColumn): boolean => id === 'status';

const columnOf =
  (names: Names) =>
  (column: CaseColumn): Column => ({
    name: column.type === 'duration_ms' ? `${names.column(column.id)} (${names.say(MINUTES)})` : names.column(column.id),
    type: isNamed(column) ? 'text' : TYPES[column.type],
    ...(column.type === 'duration_ms' ? { digits: 1 } : {}),
  });

function cellOf(value: CaseRow[string] | undefined, column: CaseColumn, names: Names): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return names.say(value ? SAID.yes : SAID.no);
  if (typeof value === 'number') {
    if (isNamed(column)) return names.code(column.id, String(value));
    return column.type === 'duration_ms' ? value / MS_PER_MINUTE : value;
  }
  return column.type === 'text' ? names.code(column.id, value) : value;
}

async function* batches(rows: CaseRows['rows'], columns: readonly CaseColumn[], names: Names): AsyncGenerator<Batch> {
  for await (const some of rows)
    for (let at = 0; at < some.length; at += ROWS_AT_ONCE)
      yield some.slice(at, at + ROWS_AT_ONCE).map((row) => columns.map((column) => cellOf(row[column.id], column, names)));
}

/** Cases as a table for people, and the columns that a print has no room for. */
export function caseTable(
  title: string,
  cases: CaseRows,
  names: Names,
  isPrinted: boolean,
): { readonly table: Table; readonly left: readonly string[] } {
  const columns = isPrinted ? cases.columns.slice(0, MOST_PRINTED) : cases.columns;
  const left = cases.columns.slice(columns.length).map(({ id }) => names.column(id));
  const { total, shown } = cases;
  return { table: { title, columns: columns.map(columnOf(names)), rows: batches(cases.rows, columns, names), total, shown }, left };
}
