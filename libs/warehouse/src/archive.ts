import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '@evenhand/data-folder';
import { archiveFolder, connect, startEngine } from './connect';
import { literal, sql } from './sql';
import type { Warehouse } from './warehouse';
import { WarehouseError } from './warehouse-error';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;

async function keepToOwner(folder: string): Promise<void> {
  await chmod(folder, OWNER_ONLY_FOLDER);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? OWNER_ONLY_FOLDER : OWNER_ONLY_FILE);
}

/**
 * Writes all facts of an embedded warehouse into one archive, a folder of this name, and gives its path; reading goes on
 * meanwhile. TRICKY: the engine reads one file of many only slowly out of a tar, so that a restore would take minutes.
 */
export async function archiveFacts(warehouse: Warehouse, folder: DataFolder, name: string): Promise<string> {
  const path = join(archiveFolder(folder), name);
  await warehouse.run(sql`BACKUP DATABASE evenhand TO File(${literal(path)})`);
  await keepToOwner(path);
  return path;
}

/** Puts the facts of an archive, which lies among the archives of the folder, into a folder that has none. */
export async function restoreFacts(folder: DataFolder, name: string): Promise<void> {
  const statement = sql`RESTORE DATABASE evenhand FROM File(${literal(join(archiveFolder(folder), name))})`;
  const { text } = statement.render();
  const started = await startEngine(folder);
  const { client } = await connect({ folder }).finally(started);
  try {
    await client.command({ query: text });
  } catch (error) {
    throw new WarehouseError(error, text);
  } finally {
    await client.close();
  }
}
