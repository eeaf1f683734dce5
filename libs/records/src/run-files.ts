import { In, type DataSource } from 'typeorm';
import { RunFile } from './entities/run-file';

/** PostgreSQL takes 65,535 values in one statement. */
const ROWS_PER_STATEMENT = 5_000;

/** Notes which files a run reads; noting them again changes nothing. */
export async function noteRunFiles(records: DataSource, files: readonly RunFile[]): Promise<void> {
  for (let start = 0; start < files.length; start += ROWS_PER_STATEMENT) {
    const rows = files.slice(start, start + ROWS_PER_STATEMENT);
    await records.createQueryBuilder().insert().into(RunFile).values(rows).orIgnore().updateEntity(false).execute();
  }
}

/** The files that some runs read. */
export const filesOfRuns = (records: DataSource, runIds: readonly number[]): Promise<RunFile[]> =>
  records.getRepository(RunFile).find({ where: { runId: In([...runIds]) }, order: { runId: 'ASC', file: 'ASC' } });

/** Every reading of the same files while they were the same, by other runs too. */
export async function readingsOf(records: DataSource, files: readonly RunFile[]): Promise<RunFile[]> {
  const alike = await records.getRepository(RunFile).find({ where: { path: In([...new Set(files.map(({ path }) => path))]) } });
  const same = new Set(files.map(({ path, bytes, modifiedMs }) => `${path}\0${bytes}\0${modifiedMs}`));
  return alike.filter(({ path, bytes, modifiedMs }) => same.has(`${path}\0${bytes}\0${modifiedMs}`));
}
