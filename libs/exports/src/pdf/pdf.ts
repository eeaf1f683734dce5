import type { Readable } from 'node:stream';
import { cellTexts } from '../cell-text';
import { endRows, type ExportDocument } from '../document';
import { WORDS } from '../words';
import { officialEnd, officialHead } from './official';
import { Paper } from './paper';
import { INK_2, type Style } from './pen';
import { drawQr } from './qr';
import { writeTable } from './table';

const TITLE: Style = { font: 'bold', size: 16 };
const OFFICIAL_TITLE: Style = { font: 'bold', size: 13 };
const TEXT: Style = { font: 'text', size: 9.5 };
const FACT: Style = { font: 'text', size: 8.5, color: INK_2 };
const NOTES: Style = { font: 'bold', size: 10 };
const QR_SIDE = 62;
/** More columns than these read badly on an upright sheet. */
const UPRIGHT_COLUMNS = 7;

/** The title, what the figures cover, and the way back to the view. */
function firstHead(paper: Paper, document: ExportDocument): void {
  const { title, facts, link, official } = document;
  paper.mark();
  paper.y += 12;
  if (official !== null) officialHead(paper, official);
  const top = paper.y;
  const width = paper.width - (link === null ? 0 : QR_SIDE + 14);
  const { pen, x } = paper;
  const style = official === null ? TITLE : OFFICIAL_TITLE;
  const titleWidth = official === null ? width : paper.width;
  paper.y += pen.block(pen.lines(title, style, titleWidth), style, {
    x,
    y: paper.y,
    width: titleWidth,
    align: official === null ? 'left' : 'center',
  });
  paper.y += 4;
  const qrTop = official === null ? top : paper.y;
  for (const { name, text } of facts) paper.y += pen.block(pen.lines(`${name}: ${text}`, FACT, width), FACT, { x, y: paper.y, width });
  if (link !== null) {
    drawQr(paper.pdf, link, { x: x + paper.width - QR_SIDE, y: qrTop, side: QR_SIDE });
    paper.pdf.link(x + paper.width - QR_SIDE, qrTop, QR_SIDE, QR_SIDE, link);
    paper.y = Math.max(paper.y, qrTop + QR_SIDE);
  }
  paper.y += 10;
}

function notes(paper: Paper, { notes: all, language }: ExportDocument): void {
  if (all.length === 0) return;
  if (paper.room < 60) paper.turn();
  paper.paragraph(WORDS.notes[language], NOTES, { after: 2 });
  for (const { name, text } of all) paper.paragraph(name === '' ? text : `${name}: ${text}`, FACT, { after: 2 });
}

async function write(paper: Paper, document: ExportDocument): Promise<void> {
  const text = cellTexts(document);
  firstHead(paper, document);
  for (const sentence of document.lead) paper.paragraph(sentence, TEXT, { after: 4 });
  paper.y += 4;
  for (const table of document.tables) await writeTable(paper, table, document, text);
  notes(paper, document);
  if (document.official !== null) officialEnd(paper, document.official);
  if (!paper.pdf.destroyed) paper.end();
}

/**
 * Writes a document as a PDF of real pages. Pages stay in memory until the last is numbered, so that tables ought to be
 * {@link fitting}; a stream that is destroyed ends the reading of rows.
 */
export function pdfOf(document: ExportDocument): Readable {
  const isLandscape = document.tables.some(({ columns }) => columns.length > UPRIGHT_COLUMNS);
  const paper = new Paper(document, isLandscape);
  paper.pdf.once('close', () => void endRows(document));
  write(paper, document).catch((error: unknown) => paper.pdf.destroy(error instanceof Error ? error : new Error(String(error))));
  return paper.pdf;
}
