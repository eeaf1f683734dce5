import { inflateSync } from 'node:zlib';

/** What a reader of a PDF gets when the text of a page is selected. */
export interface PageText {
  readonly width: number;
  readonly height: number;
  /** Pieces of text in the order of writing. */
  readonly lines: readonly string[];
}

type Objects = ReadonlyMap<number, { readonly head: string; readonly stream: string }>;

function objectsOf(bytes: Buffer): Objects {
  const text = bytes.toString('latin1');
  const objects = new Map<number, { head: string; stream: string }>();
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id, body = ''] = match;
    const at = body.indexOf('stream\n');
    const head = at === -1 ? body : body.slice(0, at);
    const raw = at === -1 ? '' : body.slice(at + 'stream\n'.length, body.lastIndexOf('\nendstream'));
    objects.set(Number(id), {
      head,
      stream: head.includes('FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw,
    });
  }
  return objects;
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Glyph → text, as the ToUnicode map of a font says. */
function glyphsOf(cmap: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, first = '', last = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    const texts = [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = '']) => utf16(hex.replaceAll(' ', '')));
    for (let glyph = parseInt(first, 16); glyph <= parseInt(last, 16); glyph++) glyphs.set(glyph, texts[glyph - parseInt(first, 16)] ?? '');
  }
  return glyphs;
}

const numberIn = (text: string | undefined, pattern: RegExp): number => Number(pattern.exec(text ?? '')?.[1]);

/** Reads the text of a PDF as a reader that selects it does: by the maps in the file, never by how it was written. */
export function pdfText(bytes: Buffer): readonly PageText[] {
  const objects = objectsOf(bytes);
  const at = (id: number) => objects.get(id) ?? { head: '', stream: '' };
  const fonts = new Map<number, ReadonlyMap<number, string>>();
  const glyphsAt = (id: number): ReadonlyMap<number, string> => {
    const known = fonts.get(id) ?? glyphsOf(at(numberIn(at(id).head, /\/ToUnicode (\d+) 0 R/)).stream);
    fonts.set(id, known);
    return known;
  };
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\n/.test(head))
    .map(({ head }) => {
      const resources = at(numberIn(head, /\/Resources (\d+) 0 R/)).head;
      const named = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, Number(id)]));
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? [];
      const { stream } = at(numberIn(head, /\/Contents (\d+) 0 R/));
      const lines: string[] = [];
      let font: ReadonlyMap<number, string> = new Map();
      for (const [, name, shown = ''] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
        if (name !== undefined) font = glyphsAt(named.get(name) ?? 0);
        else {
          const codes = [...shown.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex]) => hex).join('');
          lines.push((codes.match(/.{4}/g) ?? []).map((code) => font.get(parseInt(code, 16)) ?? '\ufffd').join(''));
        }
      }
      return { width: Number(width), height: Number(height), lines };
    });
}
