import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, link } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { DataFolder } from '@evenhand/data-folder';
import { convertJson } from './convert/convert-json';
import { convertXes } from './convert/convert-xes';
import { convertXlsx } from './convert/convert-xlsx';
import { ConvertedTable } from './convert/converted-table';
import { packingOf } from './file-kind';
import { checkKind } from './input';
import type { ReadSettings } from './read-settings';
import { refuseEndless } from './refuse-endless';
import type { Delivery } from './source-files';

/** A document up to this size is read by the engine in one piece; a larger one is taken apart record by record. */
const SMALL_DOCUMENT_BYTES = 4 * 1024 * 1024;

/** Writes a file anew as a table; undefined when the engine reads the file as it is. */
function converterOf(path: string, read: ReadSettings): ((table: ConvertedTable) => Promise<void>) | undefined {
  const { format, records, sheet, header_row: headerRow = 1 } = read;
  if (format === 'XLSX') return (table) => convertXlsx(path, { sheet, headerRow }, table);
  if (format === 'XES') return (table) => convertXes(path, table);
  if (format !== 'JSON' || records === undefined) return undefined;
  const isSmall = packingOf(path) === undefined && statSync(path).size <= SMALL_DOCUMENT_BYTES;
  return isSmall ? undefined : (table) => convertJson(path, records, table);
}

async function convert(path: string, read: ReadSettings, to: string): Promise<string | undefined> {
  const write = converterOf(path, read);
  if (!write) return undefined;
  checkKind(path, read.format);
  const table = await ConvertedTable.create(to);
  try {
    await write(table);
    await table.flush(true);
  } finally {
    await table.close();
  }
  return to;
}

/** Where files are written anew. One load runs at a time, so what stands there when one begins was left by one that died. */
const workFolder = (folder: DataFolder): string => folder.folder('converted');

const isWithin = (folder: DataFolder, path: string): boolean => !relative(folder.path, path).startsWith('..');

/** Brings a file into the folder, without copying it where both are on one disk. */
async function bring(path: string, to: string): Promise<string> {
  await link(path, to).catch(() => copyFile(path, to));
  return to;
}

/** The place where a load finds its files. */
export interface ReadingPlace {
  readonly folder: DataFolder;
  /** False for an engine on a server: it reads files of the data folder, which it shares, and no others. */
  readonly readsAnywhere: boolean;
}

/**
 * Writes what the engine cannot read as it is (XLSX, XES, long JSON documents) anew as a table, once per file however many
 * entities it fills, and brings what lies out of its reach into the data folder. Throws {@link SourceProblem}. Call
 * {@link forgetConverted} when the load has ended.
 */
export async function readableDeliveries(
  { folder, readsAnywhere }: ReadingPlace,
  read: ReadSettings,
  deliveries: readonly Delivery[],
): Promise<Delivery[]> {
  forgetConverted(folder);
  const found = new Map<string, Pick<Delivery, 'path' | 'reads'>>();
  for (const { path } of deliveries) {
    if (found.has(path)) continue;
    await refuseEndless(path, read);
    const beside = join(workFolder(folder), String(found.size));
    const reads = await convert(path, read, `${beside}.tsv`);
    const isReachable = reads !== undefined || readsAnywhere || isWithin(folder, path);
    found.set(
      path,
      reads === undefined ? { path: isReachable ? path : await bring(path, `${beside}-${basename(path)}`) } : { path, reads },
    );
  }
  return deliveries.map((delivery) => ({ ...delivery, ...found.get(delivery.path) }));
}

/** Removes what was written anew. */
export function forgetConverted(folder: DataFolder): void {
  const work = join(folder.path, 'converted');
  if (existsSync(work)) for (const name of readdirSync(work)) rmSync(join(work, name), { force: true });
}
