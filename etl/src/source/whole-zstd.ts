import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const MAGIC = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;
const RLE = 1;
const RESERVED = 3;
const DICTIONARY_BYTES = [0, 1, 2, 4] as const;
const SIZE_BYTES = [0, 2, 4, 8] as const;
const CHECKSUM_BYTES = 4;

/** Reads a little-endian number of up to four bytes; undefined beyond the end of the file. */
type Look = (at: number, bytes: number) => number | undefined;

/** Where a frame begins its blocks, and whether a checksum follows them (RFC 8878 §3.1.1.1). */
function frameHeader(look: Look, at: number): { readonly blocks: number; readonly hasChecksum: boolean } | undefined {
  const descriptor = look(at + 4, 1);
  if (descriptor === undefined) return undefined;
  const isSingleSegment = (descriptor & 0b10_0000) !== 0;
  const sizeFlag = descriptor >> 6;
  const sizeBytes = sizeFlag === 0 && isSingleSegment ? 1 : (SIZE_BYTES[sizeFlag] ?? 0);
  const header = (isSingleSegment ? 0 : 1) + (DICTIONARY_BYTES[descriptor & 0b11] ?? 0) + sizeBytes;
  return { blocks: at + 5 + header, hasChecksum: (descriptor & 0b100) !== 0 };
}

/** Where the frame that begins here ends; undefined when it is no frame. A block may say that it ends beyond the file. */
function endOfFrame(look: Look, at: number): number | undefined {
  const magic = look(at, 4);
  if (magic !== undefined && magic - (magic & 0xf) === SKIPPABLE) {
    const bytes = look(at + 4, 4);
    return bytes === undefined ? undefined : at + 8 + bytes;
  }
  const header = magic === MAGIC ? frameHeader(look, at) : undefined;
  if (!header) return undefined;
  let block = header.blocks;
  for (;;) {
    const head = look(block, 3);
    const type = head === undefined ? RESERVED : (head >> 1) & 0b11;
    if (head === undefined || type === RESERVED) return undefined;
    block += 3 + (type === RLE ? 1 : head >> 3);
    if ((head & 1) === 1) return block + (header.hasChecksum ? CHECKSUM_BYTES : 0);
  }
}

/**
 * True when a file is zstd to its last byte. It steps from block to block and unpacks nothing. TRICKY: the engine reads a
 * zstd file that was cut off as if it ended there, and says nothing.
 */
export function isWholeZstd(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(4);
    const look: Look = (at, count) => (readSync(file, bytes, 0, count, at) === count ? bytes.readUIntLE(0, count) : undefined);
    let at = 0;
    while (at < size) {
      const end = endOfFrame(look, at);
      if (end === undefined || end > size) return false;
      at = end;
    }
    return size > 0;
  } finally {
    closeSync(file);
  }
}
