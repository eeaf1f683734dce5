import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of a pack, opened when its turn comes. */
export interface PackEntry {
  readonly path: string;
  readonly open: () => Readable;
  /** Ends what was begun for it, also where its turn never came. */
  readonly close?: () => void;
}

/** What a file of a pack came to: whoever holds it can prove that it is the one that left. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of its content, in hexadecimal. */
  readonly sha256: string;
}

export const MANIFEST = 'manifest.json';
const LEVEL = 6;

/** Hands a stream on and says what went through it. */
async function* counted(content: Readable, done: (file: Omit<PackedFile, 'path'>) => void): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of content as AsyncIterable<Buffer | string>) {
    const buffer = Buffer.from(piece);
    hash.update(buffer);
    bytes += buffer.length;
    yield buffer;
  }
  done({ bytes, sha256: hash.digest('hex') });
}

/**
 * Writes files as one ZIP, the manifest last: it holds the size and the hash of each. Contents are read one after another, no
 * faster than the pack is taken, and never held.
 */
export function packOf(entries: readonly PackEntry[], manifestOf: (files: readonly PackedFile[]) => object): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  const files: PackedFile[] = [];
  let open: Readable | undefined;
  const add = (path: string, content: () => Readable): void =>
    zip.addReadStreamLazy(path, { compressionLevel: LEVEL }, (give) => {
      open = content();
      open.once('error', (error) => output.destroy(error));
      give(null, open);
    });
  for (const entry of entries)
    add(entry.path, () =>
      Readable.from(
        counted(entry.open(), (file) => void files.push({ path: entry.path, ...file })),
        { objectMode: false },
      ),
    );
  // Its turn comes when every other file has gone.
  add(MANIFEST, () => Readable.from([Buffer.from(`${JSON.stringify(manifestOf(files), null, 2)}\n`)], { objectMode: false }));
  zip.once('error', (error) => output.destroy(error instanceof Error ? error : new Error(String(error))));
  output.once('close', () => {
    open?.destroy();
    for (const { close } of entries) close?.();
  });
  zip.end();
  return output;
}
