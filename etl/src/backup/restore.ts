import { openAsBlob } from 'node:fs';
import { cp, readdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { claimDataFolder, type DataFolder } from '@evenhand/data-folder';
import { openRecords, restoreRecords, verifyAudit } from '@evenhand/records';
import { openWarehouse, restoreFacts } from '@evenhand/warehouse';
import { SourceProblem } from '../source/source-problem';
import { FACTS, faultOf, LANDING, type Manifest, readManifest, RECORDS } from './manifest';
import { rowCounts } from './row-counts';

async function putFacts(folder: DataFolder, backup: string): Promise<void> {
  const archived = join(folder.folder('archive'), FACTS);
  await cp(join(backup, FACTS), archived, { recursive: true });
  try {
    await restoreFacts(folder, FACTS);
  } finally {
    await rm(archived, { recursive: true, force: true });
  }
}

/** Tables that the opening of the stores writes anew. */
const OWN_ROWS = ['migration'];

async function checkFacts(folder: DataFolder, { rows }: Manifest): Promise<void> {
  const warehouse = await openWarehouse({ folder });
  try {
    const found = await rowCounts(warehouse);
    for (const [table, count] of Object.entries(rows))
      if (!OWN_ROWS.includes(table) && found[table] !== count)
        throw new SourceProblem(`Table ${table} has ${found[table] ?? 'no'} rows after the restore, but ${count} before the backup.`);
  } finally {
    await warehouse.close();
  }
}

/** How many entries of the audit log follow from one another, the last one of the backup among them. */
async function checkRecords(folder: DataFolder, { audit }: Manifest): Promise<number> {
  const records = await openRecords({ folder });
  try {
    const { entries, broken } = await verifyAudit(records, audit ?? undefined);
    if (broken) throw new SourceProblem(`The audit log of the backup is broken at entry ${broken.id}: ${broken.why}`);
    return entries;
  } finally {
    await records.destroy();
  }
}

async function fill(folder: DataFolder, backup: string, manifest: Manifest): Promise<number> {
  await putFacts(folder, backup);
  await restoreRecords(folder, await openAsBlob(join(backup, RECORDS)));
  if (existsSync(join(backup, LANDING)))
    await cp(join(backup, LANDING), folder.folder(LANDING), { recursive: true, preserveTimestamps: true });
  await checkFacts(folder, manifest);
  return checkRecords(folder, manifest);
}

const emptied = async (path: string): Promise<void> => {
  for (const name of await readdir(path)) await rm(join(path, name), { recursive: true, force: true });
};

/** What was put back. */
export interface Restored {
  readonly manifest: Manifest;
  readonly auditEntries: number;
}

/**
 * Puts a backup into an empty data folder, and proves that it is the same: every file by its checksum, every table by its
 * rows, the audit log by its chain. What fails leaves the folder empty. Throws {@link SourceProblem} with one sentence.
 */
export async function restore(backup: string, dataFolder: string): Promise<Restored> {
  const manifest = await readManifest(backup);
  const fault = await faultOf(backup, manifest);
  if (fault !== null) throw new SourceProblem(fault);
  const folder = await claimDataFolder(dataFolder, 'a restore');
  try {
    if ((await readdir(folder.path)).length > 0)
      throw new SourceProblem(`${folder.path} is not empty; a backup is restored into an empty data folder only (EVENHAND_DATA names it).`);
    const auditEntries = await fill(folder, backup, manifest).catch(async (error: unknown) => {
      await emptied(folder.path);
      throw error;
    });
    return { manifest, auditEntries };
  } finally {
    await folder.release();
  }
}
