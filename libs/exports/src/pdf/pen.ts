import type { FontName } from './fonts';

/** How a piece of text looks. */
export interface Style {
  readonly font: FontName;
  readonly size: number;
  readonly color?: string;
}

export const INK = '#15202B';
export const INK_2 = '#485563';
export const LINE = '#C9D2D6';
export const MARK = '#9A3A00';

const LEADING = 1.32;
/** Any size; widths grow with it in proportion. */
const MEASURED_AT = 100;
const MOST_REMEMBERED = 20_000;

/** Height of a line. */
export const lineHeight = ({ size }: Style): number => size * LEADING;

/** Writes lines at places and knows how wide text is; it breaks lines itself, so that rows can be measured before they are drawn. */
export class Pen {
  private readonly widths = new Map<string, number>();

  constructor(readonly pdf: PDFKit.PDFDocument) {}

  width(text: string, { font, size }: Style): number {
    const key = `${font} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known * size;
    if (this.widths.size > MOST_REMEMBERED) this.widths.clear();
    const measured = this.pdf.font(font).fontSize(MEASURED_AT).widthOfString(text) / MEASURED_AT;
    this.widths.set(key, measured);
    return measured * size;
  }

  /** Breaks text between words, and within a word that is wider than a line. */
  lines(text: string, style: Style, width: number): readonly string[] {
    return text.split('\n').flatMap((paragraph) => this.broken(paragraph, style, width));
  }

  /** The widest word of a text. */
  widestWord(text: string, style: Style): number {
    return Math.max(0, ...text.split(/\s/).map((word) => this.width(word, style)));
  }

  line(text: string, style: Style, x: number, y: number): void {
    this.pdf
      .font(style.font)
      .fontSize(style.size)
      .fillColor(style.color ?? INK)
      .text(text, x, y, { lineBreak: false });
  }

  /** Writes lines below one another, each where `align` puts it, and gives the height they take. */
  block(
    lines: readonly string[],
    style: Style,
    {
      x,
      y,
      width,
      align = 'left',
    }: { readonly x: number; readonly y: number; readonly width: number; readonly align?: 'left' | 'right' | 'center' },
  ): number {
    lines.forEach((text, index) => {
      const free = align === 'left' ? 0 : width - this.width(text, style);
      this.line(text, style, x + (align === 'center' ? free / 2 : free), y + index * lineHeight(style));
    });
    return lines.length * lineHeight(style);
  }

  rule(x: number, y: number, width: number, color = LINE): void {
    this.pdf
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.5)
      .strokeColor(color)
      .stroke();
  }

  private broken(paragraph: string, style: Style, width: number): readonly string[] {
    const space = this.width(' ', style);
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const word of paragraph.split(' ').flatMap((whole) => this.fitting(whole, style, width))) {
      const wide = this.width(word, style);
      if (line !== '' && used + space + wide > width) {
        lines.push(line);
        line = '';
      }
      used = line === '' ? wide : used + space + wide;
      line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
  }

  /** A word in pieces, none of them wider than a line. */
  private fitting(word: string, style: Style, width: number): readonly string[] {
    if (this.width(word, style) <= width) return [word];
    const pieces: string[] = [];
    let piece = '';
    for (const sign of word) {
      if (piece !== '' && this.width(piece + sign, style) > width) {
        pieces.push(piece);
        piece = '';
      }
      piece += sign;
    }
    return [...pieces, piece];
  }
}
