import { statSync } from 'node:fs';
import { MOST_COLUMNS } from './convert/convert-xlsx';
import { unpacked } from './convert/unpacked';
import { BOMB } from './convert/xlsx/book';
import { packingOf } from './file-kind';
import type { ReadSettings } from './read-settings';
import { SourceProblem } from './source-problem';

const LINE_END = 0x0a;

/** Pieces of a file as far as they can be unpacked: what is damaged is told by whoever reads the file. */
async function* readablePieces(path: string): AsyncGenerator<Buffer> {
  try {
    yield* unpacked(path);
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error;
  }
}

/** Refuses a packed file that unpacks to hundreds of times its size, before any of it reaches the disk. */
async function refuseBomb(path: string): Promise<void> {
  if (packingOf(path) === undefined) return;
  const most = Math.max(BOMB.bytes, statSync(path).size * BOMB.ratio);
  let bytes = 0;
  for await (const piece of readablePieces(path)) {
    bytes += piece.length;
    if (bytes > most) throw new SourceProblem(`${path} unpacks to more than ${BOMB.ratio} times its size; send it unpacked, or in parts.`);
  }
}

/** Refuses a table whose first line has no end of columns. */
async function refuseEndlessHeader(path: string, delimiter: string): Promise<void> {
  const sign = delimiter.charCodeAt(0);
  let columns = 1;
  for await (const piece of readablePieces(path))
    for (const byte of piece) {
      if (byte === LINE_END) return;
      if (byte === sign) columns++;
      if (columns > MOST_COLUMNS)
        throw new SourceProblem(`${path} has more than ${MOST_COLUMNS} columns in its header line; name the file of the right format.`);
    }
}

/** Refuses a file that is small where it lies and has no end when it is read. Throws {@link SourceProblem}. */
export async function refuseEndless(path: string, { format, delimiter }: Pick<ReadSettings, 'format' | 'delimiter'>): Promise<void> {
  await refuseBomb(path);
  if (format === 'CSVWithNames' || format === 'TSVWithNames') await refuseEndlessHeader(path, format === 'TSVWithNames' ? '\t' : delimiter);
}
