import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { endRows, type ExportDocument } from '../document';
import { WORDS } from '../words';
import { notesXml } from './notes-sheet';
import { sheetXml } from './sheet';
import { STYLES_XML } from './styles';
import { xmlText } from './xml-text';

/** A sheet of Excel holds so many rows, one of which is the head. */
export const MOST_XLSX_ROWS = 1_048_575;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const LONGEST_NAME = 31;
/** Fast enough for a million rows; the fullest packing would take three times as long for a tenth less. */
const LEVEL = 3;

/** Names of sheets: what Excel allows, each of them once. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const title of titles) {
    const plain =
      title
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || 'Sheet';
    for (let turn = 1; ; turn++) {
      const end = turn === 1 ? '' : ` (${turn})`;
      const name = plain.slice(0, LONGEST_NAME - end.length) + end;
      if (names.some((other) => other.toLowerCase() === name.toLowerCase())) continue;
      names.push(name);
      break;
    }
  }
  return names;
}

const numbered = (names: readonly string[], part: (name: string, number: number) => string): string =>
  names.map((name, index) => part(name, index + 1)).join('');

const bookXml = (names: readonly string[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbered(names, (name, id) => `<sheet name="${xmlText(name)}" sheetId="${id}" r:id="rId${id}"/>`)}</sheets></workbook>`;

const relationsXml = (names: readonly string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${numbered(names, (_, id) => `<Relationship Id="rId${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

const typesXml = (names: readonly string[]): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${numbered(names, (_, id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`;

const ROOT_XML = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/**
 * Writes a document as an XLSX workbook: one sheet per table and one of notes. Rows are read no faster than the stream is
 * taken, and never held; a stream that is destroyed ends their reading.
 */
export function xlsxOf(document: ExportDocument): Readable {
  const names = sheetNames([...document.tables.map(({ title }) => title), WORDS.notes[document.language]]);
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  const text = (path: string, xml: string): void => zip.addBuffer(Buffer.from(xml), path, { compressionLevel: LEVEL });
  text('[Content_Types].xml', typesXml(names));
  text('_rels/.rels', ROOT_XML);
  text('xl/workbook.xml', bookXml(names));
  text('xl/_rels/workbook.xml.rels', relationsXml(names));
  text('xl/styles.xml', STYLES_XML);
  let open: Readable | undefined;
  document.tables.forEach((table, index) =>
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, { compressionLevel: LEVEL }, (give) => {
      open = Readable.from(sheetXml(table, document), { objectMode: false });
      open.once('error', (error) => output.destroy(error));
      give(null, open);
    }),
  );
  text(`xl/worksheets/sheet${names.length}.xml`, notesXml(document));
  zip.once('error', (error) => output.destroy(error instanceof Error ? error : new Error(String(error))));
  output.once('close', () => {
    open?.destroy();
    void endRows(document);
  });
  zip.end();
  return output;
}
