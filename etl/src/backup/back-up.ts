import { chmod, cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { archiveRecords, searchAudit } from '@evenhand/records';
import { archiveFacts, sql } from '@evenhand/warehouse';
import { makePrivateFolder, writeDurably } from '../landing/landing-files';
import { SourceProblem } from '../source/source-problem';
import type { Stores } from '../stores';
import { FACTS, filesOf, LANDING, type Manifest, MANIFEST, newManifest, RECORDS } from './manifest';
import { rowCounts } from './row-counts';

const OWNER_ONLY = 0o600;

/** Moves a folder, also to another disk. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  });
}

async function checkPlace(stores: Stores, folder: string): Promise<void> {
  if (!stores.warehouse.isEmbedded || stores.records.options.type !== 'postgres' || 'url' in stores.records.options)
    throw new SourceProblem(
      'Stores on servers are not backed up by this command: use BACKUP of ClickHouse and pg_dump of PostgreSQL (docs/operations.md).',
    );
  if (`${folder}/`.startsWith(`${stores.folder.path}/`))
    throw new SourceProblem(`${folder} lies in the data folder; a backup belongs on another disk or at least in another folder.`);
  const names = existsSync(folder) ? await readdir(folder) : [];
  if (names.length > 0) throw new SourceProblem(`${folder} is not empty; name a folder that does not exist yet.`);
}

async function describe(stores: Stores, now: Date): Promise<Omit<Manifest, 'files' | 'product' | 'format'>> {
  const { warehouse, records, city } = stores;
  const [[engine], [server], facts, seen, audit, rows] = await Promise.all([
    warehouse.rows<{ version: string }>(sql`SELECT version() AS version`),
    records.query<{ server_version: string }[]>('SHOW server_version'),
    warehouse.rows<{ name: string }>(sql`SELECT name FROM migration ORDER BY applied_at, name`),
    records.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id'),
    searchAudit(records, {}, { page: 1, size: 1 }),
    rowCounts(warehouse),
  ]);
  const [last] = audit.entries;
  return {
    madeAt: now.toISOString(),
    city: city.settings.name.en,
    engines: { facts: engine?.version ?? '', records: server?.server_version ?? '' },
    migrations: { facts: facts.map(({ name }) => name), records: seen.map(({ name }) => name) },
    rows,
    audit: last ? { id: last.id, hash: last.hash } : null,
  };
}

/** What senders gave and what is not in a store yet; it may exist nowhere else. */
async function copyLanding(stores: Stores, folder: string): Promise<void> {
  const landing = join(stores.folder.path, LANDING);
  if (existsSync(landing)) await cp(landing, join(folder, LANDING), { recursive: true, preserveTimestamps: true });
}

async function fill(stores: Stores, folder: string, now: Date): Promise<Manifest> {
  const said = await describe(stores, now);
  await move(await archiveFacts(stores.warehouse, stores.folder, crypto.randomUUID()), join(folder, FACTS));
  const records = await archiveRecords(stores.records);
  await writeFile(join(folder, RECORDS), records.stream(), { mode: OWNER_ONLY });
  await copyLanding(stores, folder);
  const manifest = newManifest({ ...said, files: [...(await filesOf(folder))] });
  await writeDurably(folder, MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/**
 * Writes both stores and what lies in the landing folder into a new folder that only its user can read. Loads wait for it, so
 * that it holds no half of one; people go on reading. A folder without a manifest is no backup, and none is left behind.
 */
export async function backUp(stores: Stores, folder: string, now = new Date()): Promise<Manifest> {
  await checkPlace(stores, folder);
  const wasThere = existsSync(folder);
  await makePrivateFolder(folder);
  await chmod(folder, 0o700);
  try {
    return await stores.oneAtATime(() => fill(stores, folder, now));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (wasThere) await mkdir(folder, { mode: 0o700 });
    throw error;
  }
}
