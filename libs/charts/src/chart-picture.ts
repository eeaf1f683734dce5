import type { ChartTheme } from './chart-theme';

/** A chart as it stands on the screen. */
export interface Drawing {
  /** An SVG document. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly theme: Pick<ChartTheme, 'surface' | 'ink' | 'ink2' | 'worse' | 'fontFamily'>;
}

/** What a picture says beside the drawing, since it leaves the page that says it. */
export interface PictureWords {
  readonly title: string;
  /** The finding, then what the figures cover. */
  readonly lines: readonly string[];
  /** Said where the data is invented. */
  readonly mark: string | null;
  /** Style sheet with the fonts, where they are at hand. */
  readonly fonts?: string;
}

/** A picture that stands by itself. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 18;
const TITLE = 16;
const TEXT = 12.5;
/** Width of a letter over the size of its type, on average and rather too wide than too narrow. */
const LETTER = 0.56;
const LEADING = 1.45;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** Breaks text between words into lines of about a width. */
export function brokenLines(text: string, size: number, width: number): readonly string[] {
  const most = Math.max(8, Math.floor(width / (size * LETTER)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Written {
  readonly text: string;
  readonly size: number;
  readonly color: string;
  readonly weight: number;
}

/** Sets a drawing under its title and above its finding, so that it can be passed on without the page. */
export function framedPicture({ svg, width, height, theme }: Drawing, { title, lines, mark, fonts = '' }: PictureWords): Picture {
  const room = Math.max(width, 320);
  const style = (text: string, size: number, color: string, weight: number): readonly Written[] =>
    brokenLines(text, size, room).map((line) => ({ text: line, size, color, weight }));
  const above = [...style(title, TITLE, theme.ink, 600), ...(mark === null ? [] : style(mark, TEXT, theme.worse, 600))];
  const below = lines.filter((line) => line !== '').flatMap((line) => style(line, TEXT, theme.ink2, 400));
  const heightOf = (written: readonly Written[]): number => written.reduce((sum, { size }) => sum + size * LEADING, 0);
  const top = MARGIN + heightOf(above) + 8;
  const whole = { width: room + 2 * MARGIN, height: Math.ceil(top + height + 8 + heightOf(below) + MARGIN) };
  let y = MARGIN;
  const place = ({ text, size, color, weight }: Written): string => {
    y += size * LEADING;
    return `<text x="${MARGIN}" y="${(y - size * 0.35).toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(text)}</text>`;
  };
  const head = above.map(place).join('');
  y = top + height + 8;
  const foot = below.map(place).join('');
  const inner = svg.replace('<svg ', `<svg x="${MARGIN}" y="${top.toFixed(1)}" `);
  const sheet = fonts === '' ? '' : `<style>${fonts}</style>`;
  return {
    ...whole,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}" font-family="${escaped(theme.fontFamily)}">${sheet}<rect width="100%" height="100%" fill="${theme.surface}"/>${head}${inner}${foot}</svg>`,
  };
}
