import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * Writes what the engine cannot read as it is (XLSX, XES, long JSON documents) anew as a table, once per file however many
 * entities it fills. Throws {@link SourceProblem}. Call {@link forgetConverted} when the load has ended.
 */
export async function readableDeliveries(folder: DataFolder, read: ReadSettings, deliveries: readonly Delivery[]): Promise<Delivery[]> {
  forgetConverted(folder);
  const converted = new Map<string, string | undefined>();
  for (const { path } of deliveries) {
    if (converted.has(path)) continue;
    await refuseEndless(path, read);
    converted.set(path, await convert(path, read, join(workFolder(folder), `${converted.size}.tsv`)));
  }
  return deliveries.map((delivery) => {
    const reads = converted.get(delivery.path);
    return reads === undefined ? delivery : { ...delivery, reads };
  });
}

/** Removes what was written anew. */
export function forgetConverted(folder: DataFolder): void {
  const work = join(folder.path, 'converted');
  if (existsSync(work)) for (const name of readdirSync(work)) rmSync(join(work, name), { force: true });
}
