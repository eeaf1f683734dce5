import type { EngineSettings, Warehouse } from '@evenhand/warehouse';
import { fileKind, packingOf } from './file-kind';
import { parquetInput } from './parquet-input';
import type { Format } from './read-settings';
import { documentInput, linesInput } from './record-input';
import type { Delivery } from './source-files';
import type { SourceSettings } from './source-folder';
import { SourceProblem } from './source-problem';
import { convertedInput, tableInput } from './table-input';
import { isWholeZstd } from './whole-zstd';

/** A file as the staging queries see it: a relation named `input`, with `_line` and `_is_torn` on each row. */
export interface Input {
  readonly columns: readonly string[];
  readonly query: string;
  readonly settings: EngineSettings;
}

/** What the first bytes of a file may say when it is to be read as this; text says nothing. */
const FITTING: { readonly [Name in Format]?: readonly string[] } = { Parquet: ['parquet'], XLSX: ['zip'], XES: ['xml'] };

const ADVICE: Readonly<Record<string, string>> = {
  gz: 'name it .gz',
  zst: 'name it .zst',
  compound: 'save it as XLSX without a password',
};
const OTHERWISE = 'send it in that format, or set read.format in source.yml to what it is';

/** Refuses a file that is, by its first bytes, something else than it is to be read as. */
export function checkKind(path: string, format: Format): void {
  const packing = packingOf(path);
  const found = fileKind(path);
  if (packing === 'zst' && !isWholeZstd(path))
    throw new SourceProblem(
      found?.kind === 'zst'
        ? `${path} ends before its compressed data does: it was cut off on its way.`
        : `${path} is named .zst, but what it holds is not zstd data.`,
    );
  if (packing !== undefined || found === undefined || FITTING[format]?.includes(found.kind)) return;
  throw new SourceProblem(
    `${path} is to be read as ${format}, but by its first bytes it is ${found.called}; ${ADVICE[found.kind] ?? OTHERWISE}.`,
  );
}

/** Looks at a file and says how to read it. Throws {@link SourceProblem} when it is not what the source promises. */
export async function inputOf(
  warehouse: Warehouse,
  { path, reads }: Pick<Delivery, 'path' | 'reads'>,
  { read, zone }: SourceSettings,
): Promise<Input> {
  if (reads !== undefined) return convertedInput(warehouse, reads);
  checkKind(path, read.format);
  switch (read.format) {
    case 'CSVWithNames':
    case 'TSVWithNames':
      return tableInput(warehouse, path, read, read.format);
    case 'JSONEachRow':
      return linesInput(path);
    case 'JSON':
      return documentInput(warehouse, path, read.records ?? '');
    case 'Parquet':
      return parquetInput(warehouse, path, zone);
    case 'XLSX':
    case 'XES':
      throw new Error(`${path} has not been written anew as a table.`);
  }
}
