import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SaxesParser } from 'saxes';
import { fromBufferPromise } from 'yauzl';

/** A cell as a strict reader finds it. */
export interface ReadCell {
  readonly place: string;
  readonly type: string;
  readonly style: string;
  readonly text: string;
  readonly isFormula: boolean;
}

/** The files of a ZIP in their order. */
export async function filesOf(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    files.set(entry.fileName, await buffer(stream));
  }
  return files;
}

/** The parts of a workbook; every one of them has been read as strict XML. */
export async function partsOf(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const parts = new Map([...(await filesOf(bytes))].map(([name, content]) => [name, content.toString('utf8')]));
  for (const xml of parts.values()) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(xml).close();
  }
  return parts;
}

/** The rows of a sheet. */
export function rowsOf(xml: string): readonly (readonly ReadCell[])[] {
  const rows: ReadCell[][] = [];
  const parser = new SaxesParser();
  let cell = { place: '', type: '', style: '', text: '', isFormula: false };
  let isValue = false;
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') rows.push([]);
    if (name === 'c')
      cell = { place: attributes.r ?? '', type: attributes.t ?? 'n', style: attributes.s ?? '0', text: '', isFormula: false };
    if (name === 'f') cell.isFormula = true;
    isValue = name === 't' || name === 'v';
  });
  parser.on('text', (part) => {
    if (isValue) cell.text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'c') rows.at(-1)?.push(cell);
    isValue = false;
  });
  parser.write(xml).close();
  return rows;
}
