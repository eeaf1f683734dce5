import type { Batch, ExportDocument, Table } from './document';
import { MOST_XLSX_ROWS } from './xlsx/book';

/** A print holds so many rows of a table; the other formats hold all. */
export const MOST_PDF_ROWS = 5_000;

async function* first(rows: AsyncIterable<Batch>, most: number): AsyncGenerator<Batch> {
  let left = most;
  for await (const batch of rows) {
    yield batch.slice(0, left);
    left -= batch.length;
    if (left <= 0) return;
  }
}

const capped = (table: Table, most: number): Table =>
  table.shown <= most ? table : { ...table, rows: first(table.rows, most), shown: most };

/** A document as far as a format can hold it; its tables say how many of how many rows that is. */
export function fitting(document: ExportDocument, format: 'csv' | 'xlsx' | 'pdf'): ExportDocument {
  if (format === 'csv') return document;
  const most = format === 'pdf' ? MOST_PDF_ROWS : MOST_XLSX_ROWS;
  return { ...document, tables: document.tables.map((table) => capped(table, most)) };
}
