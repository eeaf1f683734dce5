/** A spreadsheet takes a cell that begins so for a formula, full-width signs and leading spaces included. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r\n＝＋－＠|]/;

/** Text that a spreadsheet shows and never computes. */
export const inert = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One cell as RFC 4180 has it: numbers stay numbers, text cannot be a formula. */
export function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : quoted(inert(cell));
}

/** One record with its line end. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** What a CSV begins with, so that a spreadsheet reads it as UTF-8. */
export const CSV_MARK = '\ufeff';
