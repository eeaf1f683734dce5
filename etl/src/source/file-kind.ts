import { closeSync, openSync, readSync } from 'node:fs';

const KINDS = [
  { starts: '504b0304', kind: 'zip', called: 'a zip or a spreadsheet (XLSX)' },
  { starts: 'd0cf11e0a1b11ae1', kind: 'compound', called: 'a spreadsheet of the old form (XLS) or one with a password' },
  { starts: '50415231', kind: 'parquet', called: 'Parquet' },
  { starts: '1f8b', kind: 'gz', called: 'gzip' },
  { starts: '28b52ffd', kind: 'zst', called: 'zstd' },
  { starts: '25504446', kind: 'pdf', called: 'a PDF' },
  { starts: 'fffe', kind: 'utf-16', called: 'text in UTF-16' },
  { starts: 'feff', kind: 'utf-16', called: 'text in UTF-16' },
  { starts: '3c3f786d6c', kind: 'xml', called: 'XML' },
] as const;

/** What the first bytes of a file say that it is, whatever its name says; undefined when they say nothing, as text does. */
export function fileKind(path: string): { readonly kind: (typeof KINDS)[number]['kind']; readonly called: string } | undefined {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(8);
    const start = head.subarray(0, readSync(file, head, 0, head.length, 0)).toString('hex');
    return KINDS.find(({ starts }) => start.startsWith(starts));
  } finally {
    closeSync(file);
  }
}

/** How a file is packed, by the end of its name. */
export const packingOf = (path: string): 'gz' | 'zst' | undefined =>
  path.endsWith('.gz') ? 'gz' : path.endsWith('.zst') ? 'zst' : undefined;
