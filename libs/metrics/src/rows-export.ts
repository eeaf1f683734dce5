import type { CitySettings, Scope } from '@evenhand/domain';
import { identifier, join, sql, trusted, type Sql, type Warehouse, withSettings } from '@evenhand/warehouse';
import type { DetailColumn } from './facts/fact';
import { columnName } from './facts/column-names';
import { type CasesRequest, chosenCases } from './rows-behind';

/** A file holds no more rows than this; a greater part of the world is asked for in pieces. */
export const MOST_EXPORTED = 200_000;

/** How the rows behind a figure are wanted. */
export interface ExportRequest extends CasesRequest {
  readonly format: 'csv' | 'jsonl';
  /** What stands in the first line of a CSV: names for people, or those of the columns. */
  readonly head: 'vi' | 'id';
}

/** The rows behind a figure as text, made while it is read. */
export interface RowsFile {
  readonly total: number;
  /** How many of them the text holds. */
  readonly shown: number;
  readonly text: AsyncGenerator<string>;
}

const BOM = '\ufeff';
/** A spreadsheet takes a cell that begins so for a formula, full-width signs and leading spaces included. */
const FORMULA = '^[\\\\s\\\\x{00A0}]*[=+\\\\-@\\\\t\\\\r＝＋－＠|]';

const safeText = ({ id, type }: DetailColumn): Sql => {
  const column = identifier(id);
  return type === 'text'
    ? sql`if(match(toString(${column}), ${trusted(`'${FORMULA}'`)}), concat('\\'', toString(${column})), toString(${column}))`
    : column;
};

const headOf = (columns: readonly DetailColumn[], head: ExportRequest['head']): string =>
  `${BOM}${columns.map(({ id }) => `"${(head === 'vi' ? columnName(id) : id).replaceAll('"', '""')}"`).join(',')}\n`;

/** The sentence at the end of a file that holds a part only. */
const limitNote = (shown: number, total: number, format: ExportRequest['format']): string =>
  format === 'csv' ? `"${shown} / ${total} dòng · ${shown} of ${total} rows"\n` : `${JSON.stringify({ rows: shown, of: total })}\n`;

/** Writes the cases behind a figure as a file, for the points of the scope. Throws InvalidQuery. */
export async function rowsFile(
  { warehouse, city, most = MOST_EXPORTED }: { readonly warehouse: Warehouse; readonly city: CitySettings; readonly most?: number },
  { format, head, ...request }: ExportRequest,
  scope: Scope,
): Promise<RowsFile> {
  const { columns, statements } = chosenCases(city, request, scope);
  const { rows, total: counting } = statements({ limit: most, offset: 0 });
  const [{ total } = { total: 0 }] = await warehouse.rows<{ total: number }>(counting);
  const shown = Math.min(total, most);
  const chosen = format === 'csv' ? columns.map(safeText) : columns.map(({ id }) => identifier(id));
  const text = withSettings(sql`SELECT ${join(chosen, ', ')} FROM (${rows})`, {
    date_time_output_format: 'iso',
    output_format_json_quote_64bit_integers: 0,
    max_threads: 1,
  });
  async function* pieces(): AsyncGenerator<string> {
    if (format === 'csv') yield headOf(columns, head);
    yield* warehouse.text(text, format === 'csv' ? 'CSV' : 'JSONEachRow');
    if (shown < total) yield limitNote(shown, total, format);
  }
  return { total, shown, text: pieces() };
}
