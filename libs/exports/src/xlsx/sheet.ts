import type { Batch, Cell, Column, ExportDocument, Table } from '../document';
import { daySerial, instantSerials } from './excel-date';
import { columnStyle, HEAD_STYLE } from './styles';
import { cellXml, xmlText } from './xml-text';

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const WIDTHS = { text: 22, number: 13, share: 11, day: 12, instant: 17 } as const;

/** Letters of a column, from 0: A … Z, AA … */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const textCell = (place: string, text: string, style: number): string =>
  `<c r="${place}"${style === 0 ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${cellXml(text)}</t></is></c>`;
const numberCell = (place: string, value: number, style: number): string =>
  `<c r="${place}"${style === 0 ? '' : ` s="${style}"`}><v>${value}</v></c>`;

/** Writes one row. Text is always text: nothing in it can become a formula, whatever it begins with. */
type RowXml = (number: number, cells: readonly Cell[]) => string;

function rowXml(columns: readonly Column[], zone: string): RowXml {
  const instant = instantSerials(zone);
  const places = columns.map((column, index) => ({ letters: columnLetters(index), style: columnStyle(column), type: column.type }));
  const serialOf = (text: string, type: Column['type']): number | null =>
    type === 'day' ? daySerial(text) : type === 'instant' ? instant(text) : null;
  return (number, cells) => {
    let xml = `<row r="${number}">`;
    places.forEach(({ letters, style, type }, index) => {
      const cell = cells[index] ?? null;
      if (cell === null || cell === '') return;
      const place = `${letters}${number}`;
      const value = typeof cell === 'number' ? cell : serialOf(cell, type);
      xml += value !== null && Number.isFinite(value) ? numberCell(place, value, style) : textCell(place, String(cell), 0);
    });
    return `${xml}</row>`;
  };
}

const headRow = (columns: readonly Column[]): string => {
  const names = columns.map(({ name, group }) => (group === undefined ? name : `${group}: ${name}`));
  return `<row r="1">${names.map((name, index) => textCell(`${columnLetters(index)}1`, name, HEAD_STYLE)).join('')}</row>`;
};

/** The mark and the title on paper; `&` begins a code there and stands for itself when doubled. */
const paperHead = ({ title, mark }: ExportDocument): string => {
  const plain = (text: string): string => xmlText(text.replaceAll('&', '&&').slice(0, 100));
  const marked = mark === null ? '' : `&amp;R${plain(mark)}`;
  return `<headerFooter><oddHeader>&amp;L${plain(title)}${marked}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`;
};

const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** A sheet, piece by piece; its head stays in sight. */
export async function* sheetXml(table: Table, document: ExportDocument): AsyncGenerator<string> {
  const { columns, rows } = table;
  const widths = columns.map(({ type }, index) => `<col min="${index + 1}" max="${index + 1}" width="${WIDTHS[type]}" customWidth="1"/>`);
  const row = rowXml(columns, document.zone);
  let number = 1;
  const xmlOf = (batch: Batch): string => {
    let xml = '';
    for (const cells of batch) xml += row(++number, cells);
    return xml;
  };
  yield `${HEAD}${frozen}<cols>${widths.join('')}</cols><sheetData>${headRow(columns)}`;
  for await (const batch of rows) yield xmlOf(batch);
  const filter = columns.length === 0 ? '' : `<autoFilter ref="A1:${columnLetters(columns.length - 1)}${number}"/>`;
  yield `</sheetData>${filter}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>${paperHead(document)}</worksheet>`;
}
