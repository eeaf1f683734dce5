import type { ExportDocument } from '../document';
import { WORDS } from '../words';
import { registerFonts } from './fonts';
import { INK_2, lineHeight, MARK, Pen, type Style } from './pen';
import PDFDocument from 'pdfkit';

const MARGIN = 40;
const TOP = 30;
const FOOT = 34;
const RUNNING: Style = { font: 'bold', size: 8.5 };
const SMALL: Style = { font: 'text', size: 7, color: INK_2 };
const MARKED: Style = { font: 'bold', size: 8, color: MARK };
const MOST_FACT_LINES = 3;

/** Pages of A4 with a head and a foot on each. What is written goes below what stands there already. */
export class Paper {
  readonly pdf: PDFKit.PDFDocument;
  readonly pen: Pen;
  readonly x = MARGIN;
  y = TOP;

  constructor(
    private readonly document: ExportDocument,
    isLandscape: boolean,
  ) {
    const { title, language } = document;
    this.pdf = new PDFDocument({
      ...{ size: 'A4', layout: isLandscape ? 'landscape' : 'portrait', margin: 0, autoFirstPage: true, bufferPages: true },
      ...{ info: { Title: title, Creator: 'Evenhand' }, lang: language, displayTitle: true, pdfVersion: '1.7' },
    });
    registerFonts(this.pdf);
    this.pen = new Pen(this.pdf);
  }

  get width(): number {
    return this.pdf.page.width - 2 * MARGIN;
  }

  /** How much still fits on the page. */
  get room(): number {
    return this.pdf.page.height - FOOT - this.y;
  }

  /** Begins a page with the running head. */
  turn(): void {
    this.pdf.addPage();
    this.y = TOP;
    this.runningHead();
  }

  /** Writes a paragraph, on as many pages as it takes. */
  paragraph(text: string, style: Style, { align = 'left' as 'left' | 'center', after = 0 } = {}): void {
    for (const line of this.pen.lines(text, style, this.width)) {
      if (this.room < lineHeight(style)) this.turn();
      this.y += this.pen.block([line], style, { x: this.x, y: this.y, width: this.width, align });
    }
    this.y += after;
  }

  /** The mark of invented data, where there is one. */
  mark(): void {
    const { mark } = this.document;
    if (mark !== null) this.pen.block([mark], MARKED, { x: this.x, y: this.y, width: this.width, align: 'right' });
  }

  /** Numbers the pages, which nobody could before the last was written. */
  end(): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.pdf.switchToPage(start + page);
      const y = this.pdf.page.height - FOOT + 10;
      const { language, link } = this.document;
      if (link !== null) this.pen.block([link.length > 110 ? `${link.slice(0, 109)}…` : link], SMALL, { x: this.x, y, width: this.width });
      const number = `${WORDS.page[language]} ${page + 1}/${count}`;
      this.pen.block([number], SMALL, { x: this.x, y, width: this.width, align: 'right' });
    }
    this.pdf.end();
  }

  private runningHead(): void {
    const { title, facts } = this.document;
    this.mark();
    this.y += this.pen.block(this.pen.lines(title, RUNNING, this.width * 0.7).slice(0, 1), RUNNING, {
      x: this.x,
      y: this.y,
      width: this.width,
    });
    const said = facts.map(({ name, text }) => `${name}: ${text}`).join(' · ');
    this.y += this.pen.block(this.pen.lines(said, SMALL, this.width).slice(0, MOST_FACT_LINES), SMALL, {
      x: this.x,
      y: this.y,
      width: this.width,
    });
    this.pen.rule(this.x, this.y + 3, this.width);
    this.y += 9;
  }
}
