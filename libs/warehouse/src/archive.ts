import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '@evenhand/data-folder';
import { archiveFolder, connect, startEngine } from './connect';
import { literal, sql } from './sql';
import type { Warehouse } from './warehouse';
import { WarehouseError } from './warehouse-error';

const OWNER_ONLY = 0o600;

/** Writes all facts of an embedded warehouse into one archive of this name and gives its path; reading goes on meanwhile. */
export async function archiveFacts(warehouse: Warehouse, folder: DataFolder, name: string): Promise<string> {
  const path = join(archiveFolder(folder), name);
  await warehouse.run(sql`BACKUP DATABASE evenhand TO File(${literal(path)})`);
  await chmod(path, OWNER_ONLY);
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
