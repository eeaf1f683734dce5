import type { CitySettings, Scope } from '@evenhand/domain';
import { identifier, join, sql, trusted, type Sql, type Warehouse, withSettings } from '@evenhand/warehouse';
import type { DetailColumn } from './facts/fact';
import { type CasesRequest, chosenCases, type RowsBehind } from './rows-behind';
import { type CaseRows, caseRows, WITHOUT_HOLDING } from './row-stream';

/** A file holds no more rows than this, as many as a sheet of Excel; a greater part of the world is asked for in pieces. */
export const MOST_EXPORTED = 1_048_575;

/** How the rows behind a figure are wanted. */
export interface ExportRequest extends CasesRequest {
  readonly format: 'csv' | 'jsonl';
  /** What a column is called in the first line of a CSV. */
  readonly head: (column: string) => string;
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
  `${BOM}${columns.map(({ id }) => `"${head(id).replaceAll('"', '""')}"`).join(',')}\r\n`;

/** The sentence at the end of a file that holds a part only. */
const limitNote = (shown: number, total: number, format: ExportRequest['format']): string =>
  format === 'csv' ? `"${shown} / ${total} dòng · ${shown} of ${total} rows"\r\n` : `${JSON.stringify({ rows: shown, of: total })}\n`;

interface Place {
  readonly warehouse: Warehouse;
  readonly city: CitySettings;
  readonly most?: number;
}

async function counted({ warehouse, city, most = MOST_EXPORTED }: Place, request: CasesRequest, scope: Scope) {
  const { selection, columns, statements } = chosenCases(city, request, scope);
  const { rows, total: counting } = statements({ limit: most, offset: 0 });
  const [{ total } = { total: 0 }] = await warehouse.rows<{ total: number }>(counting);
  return { entity: selection.term.entity, columns, rows, total, shown: Math.min(total, most) };
}

/** The cases behind a figure as values, made while they are read, for the points of the scope. Throws InvalidQuery. */
export async function casesFile(place: Place, request: CasesRequest, scope: Scope): Promise<CaseRows & Pick<RowsBehind, 'entity'>> {
  const { entity, columns, rows, total, shown } = await counted(place, request, scope);
  return { entity, columns, total, shown, rows: caseRows(place.warehouse, rows) };
}

/** Writes the cases behind a figure as a file, for the points of the scope. Throws InvalidQuery. */
export async function rowsFile(place: Place, { format, head, ...request }: ExportRequest, scope: Scope): Promise<RowsFile> {
  const { warehouse } = place;
  const { columns, rows, total, shown } = await counted(place, request, scope);
  const chosen = format === 'csv' ? columns.map(safeText) : columns.map(({ id }) => identifier(id));
  const text = withSettings(sql`SELECT ${join(chosen, ', ')} FROM (${rows})`, {
    ...WITHOUT_HOLDING,
    output_format_csv_crlf_end_of_line: 1,
  });
  async function* pieces(): AsyncGenerator<string> {
    if (format === 'csv') yield headOf(columns, head);
    yield* warehouse.text(text, format === 'csv' ? 'CSV' : 'JSONEachRow');
    if (shown < total) yield limitNote(shown, total, format);
  }
  return { total, shown, text: pieces() };
}
