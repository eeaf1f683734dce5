import { countOf } from '../csv';
import type { ExportDocument, Fact } from '../document';
import { WORDS } from '../words';
import { HEAD_STYLE, WRAP_STYLE } from './styles';
import { cellXml } from './xml-text';

const cell = (place: string, text: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellXml(text)}</t></is></c>`;

function facts(document: ExportDocument): Fact[] {
  const { language, title, tables, mark, link, lead, notes } = document;
  const isSeveral = tables.length > 1;
  return [
    { name: WORDS.title[language], text: title },
    ...(mark === null ? [] : [{ name: WORDS.mark[language], text: mark }]),
    ...document.facts,
    ...lead.map((text) => ({ name: '', text })),
    ...tables.map((table) => {
      const { name, text } = countOf(table, document, 'xlsx');
      return { name: isSeveral ? `${name} (${table.title})` : name, text };
    }),
    ...notes,
    ...(link === null ? [] : [{ name: WORDS.view[language], text: link }]),
  ];
}

/** The sheet that says how the others are to be read. */
export function notesXml(document: ExportDocument): string {
  const { language } = document;
  const rows = [{ name: WORDS.item[language], text: WORDS.content[language] }, ...facts(document)].map(({ name, text }, index) => {
    const style = index === 0 ? HEAD_STYLE : WRAP_STYLE;
    return `<row r="${index + 1}">${cell(`A${index + 1}`, name, style)}${cell(`B${index + 1}`, text, style)}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="1" width="28" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}
