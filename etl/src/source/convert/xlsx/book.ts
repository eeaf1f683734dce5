import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { SourceProblem } from '../../source-problem';
import { readXml, type XmlReader } from '../read-xml';

const MEGABYTE = 1024 * 1024;
const MOST_PARTS = 10_000;
/** Rows of a register pack ten to thirty times; what packs far better was made to fill a disk. */
export const BOMB = { bytes: 100 * MEGABYTE, ratio: 200 } as const;

/** How large a part of a workbook may be, unpacked. */
export const MOST_BYTES = { small: 32 * MEGABYTE, strings: 512 * MEGABYTE, sheet: 4096 * MEGABYTE } as const;
export type PartSize = keyof typeof MOST_BYTES;

/** The parts of a workbook: an XLSX file is a zip of XML documents. Nothing of it is written anywhere under a name of its own. */
export class Book {
  private constructor(
    readonly path: string,
    private readonly zip: ZipFile,
    private readonly parts: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws {SourceProblem} when the file is not a zip or its list of parts is not sound */
  static async open(path: string): Promise<Book> {
    try {
      const zip = await openPromise(path, { autoClose: false, strictFileNames: true });
      if (zip.entryCount > MOST_PARTS) throw new Error(`it has ${zip.entryCount} parts, more than ${MOST_PARTS}`);
      const parts = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) parts.set(entry.fileName, entry);
      return new Book(path, zip, parts);
    } catch (error) {
      throw new SourceProblem(`${path} is not a sound XLSX file: ${error instanceof Error ? error.message : String(error)}.`, {
        cause: error,
      });
    }
  }

  has(part: string): boolean {
    return this.parts.has(part);
  }

  /** Reads one part as XML. Throws {@link SourceProblem}. */
  async read(part: string, size: PartSize, reader: XmlReader, afterPiece?: () => Promise<void>): Promise<void> {
    const entry = this.parts.get(part);
    if (!entry) throw new SourceProblem(`${this.path} is not an XLSX workbook: it has no part ${part}.`);
    this.checkSize(entry, size);
    const pieces = await this.unpack(entry);
    await readXml({ called: `${this.path} (${part})`, pieces: this.guarded(pieces, part), ...(afterPiece ? { afterPiece } : {}) }, reader);
  }

  close(): void {
    this.zip.close();
  }

  /** TRICKY: a zip may lie about its sizes; the reader ends a stream that grows beyond what was declared. */
  private checkSize({ fileName, uncompressedSize, compressedSize }: Entry, size: PartSize): void {
    const most = MOST_BYTES[size];
    const isBomb = uncompressedSize > BOMB.bytes && uncompressedSize > BOMB.ratio * compressedSize;
    if (uncompressedSize > most || isBomb)
      throw new SourceProblem(
        `${this.path}: ${fileName} unpacks from ${compressedSize} to ${uncompressedSize} bytes; up to ${isBomb ? `${BOMB.ratio} times its size` : `${most} bytes`} is allowed. Save the sheet as CSV instead.`,
      );
  }

  private async unpack(entry: Entry): Promise<Readable> {
    if (entry.isEncrypted()) throw new SourceProblem(`${this.path} has a password; save it without one.`);
    try {
      return await this.zip.openReadStreamPromise(entry);
    } catch (error) {
      throw this.damaged(entry.fileName, error);
    }
  }

  private async *guarded(pieces: Readable, part: string): AsyncGenerator<Buffer> {
    try {
      for await (const piece of pieces) yield piece as Buffer; // a stream without an encoding gives buffers
    } catch (error) {
      throw this.damaged(part, error);
    } finally {
      pieces.destroy();
    }
  }

  private damaged(part: string, error: unknown): SourceProblem {
    return new SourceProblem(
      `${this.path} is damaged: ${part} cannot be unpacked (${error instanceof Error ? error.message : String(error)}).`,
      {
        cause: error,
      },
    );
  }
}
