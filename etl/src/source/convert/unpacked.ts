import { createReadStream } from 'node:fs';
import type { Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { packingOf } from '../file-kind';
import { readingProblem } from '../reading-problem';

const PIECE_BYTES = 1 << 18;

function unpacker(path: string): Transform | undefined {
  const packing = packingOf(path);
  if (packing === undefined) return undefined;
  return packing === 'gz' ? createGunzip({ chunkSize: PIECE_BYTES }) : createZstdDecompress({ chunkSize: PIECE_BYTES });
}

/** The bytes of a file in pieces, unpacked when its name ends in .gz or .zst. */
export async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: PIECE_BYTES });
  const through = unpacker(path);
  if (through) file.on('error', (error) => through.destroy(error));
  try {
    for await (const piece of through ? file.pipe(through) : file) yield piece as Buffer; // a stream without an encoding gives buffers
  } catch (error) {
    throw readingProblem(path, error);
  } finally {
    file.destroy();
    through?.destroy();
  }
}
