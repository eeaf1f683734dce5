import type { DataFolder } from '@evenhand/data-folder';
import type { DataSource } from 'typeorm';
import { Loan } from './single-session-pool';

/** All embedded records as one archive. Rejects when they live on a server. */
export async function archiveRecords(records: DataSource): Promise<Blob> {
  const runner = records.createQueryRunner();
  try {
    const loan: unknown = await runner.connect();
    if (!(loan instanceof Loan)) throw new TypeError('Records on a server are archived by the tools of the server.');
    return await loan.archive();
  } finally {
    await runner.release();
  }
}

/** Puts the records of an archive into a folder that has none. */
export async function restoreRecords(folder: DataFolder, archive: Blob): Promise<void> {
  const { PGlite } = await import('@electric-sql/pglite');
  const session = await PGlite.create({ dataDir: folder.folder('records'), loadDataDir: archive });
  await session.close();
}

/** The names of the migrations that the records have seen. */
export async function migrationsOf(records: DataSource): Promise<readonly string[]> {
  const rows = await records.query<{ readonly name: string }[]>('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}
