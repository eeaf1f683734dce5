import { type DataSource, In, IsNull, LessThan, Not } from 'typeorm';
import { DeliveredFile, type DeliveryStatus } from './entities/delivered-file';
import { PipelineRun } from './entities/pipeline-run';

/** A file at the moment it is taken in. */
export type TakenFile = Pick<DeliveredFile, 'source' | 'address' | 'fingerprint' | 'readFrom'>;

/** Notes that a file is about to be loaded; comes before anything happens to the file. */
export async function takeFile(records: DataSource, file: TakenFile, now = new Date()): Promise<DeliveredFile> {
  const afterRun = (await records.getRepository(PipelineRun).maximum('id')) ?? 0;
  const files = records.getRepository(DeliveredFile);
  return files.save(files.create({ ...file, status: 'taken', standsAt: null, afterRun, runId: null, attempts: 0, takenAt: now }));
}

/** Notes that the load of files begins; gives how often it has begun for the one that was tried most. */
export async function beginFiles(records: DataSource, ids: readonly number[]): Promise<number> {
  const files = records.getRepository(DeliveredFile);
  await files.increment({ id: In([...ids]) }, 'attempts', 1);
  return (await files.maximum('attempts', { id: In([...ids]) })) ?? 0;
}

/** Notes what became of a file. */
export async function endFile(
  records: DataSource,
  id: number,
  end: { readonly status: Exclude<DeliveryStatus, 'taken'>; readonly runId: number | null; readonly standsAt: string | null },
): Promise<void> {
  await records.getRepository(DeliveredFile).update({ id }, end);
}

/** Forgets that a file was taken, as if it had never been seen. */
export async function releaseFile(records: DataSource, id: number): Promise<void> {
  await records.getRepository(DeliveredFile).delete({ id });
}

/** Forgets the earlier deliveries of an address that can be fetched again at any time: only the last content matters. */
export async function forgetEarlier(records: DataSource, { id, source, address }: DeliveredFile): Promise<void> {
  await records.getRepository(DeliveredFile).delete({ source, address, id: LessThan(id) });
}

/** Files of a source that a process left behind while it loaded them, the oldest first. */
export const takenFiles = (records: DataSource, source: string): Promise<DeliveredFile[]> =>
  records.getRepository(DeliveredFile).find({ where: { source, status: 'taken' }, order: { id: 'ASC' } });

/** The last delivery that was read under a path. */
export const lastReadFrom = (records: DataSource, source: string, readFrom: string): Promise<DeliveredFile | null> =>
  records.getRepository(DeliveredFile).findOne({ where: { source, readFrom }, order: { id: 'DESC' } });

/** Files that were taken in and put aside where they stand, loaded or refused. */
export async function filesThatStand(records: DataSource): Promise<readonly { readonly standsAt: string; readonly takenAt: Date }[]> {
  const files = await records.getRepository(DeliveredFile).find({ where: { standsAt: Not(IsNull()) }, order: { id: 'ASC' } });
  return files.flatMap(({ standsAt, takenAt }) => (standsAt === null ? [] : [{ standsAt, takenAt }]));
}

/** The content last loaded from each address of a source. */
export async function loadedFiles(records: DataSource, source: string): Promise<ReadonlyMap<string, DeliveredFile>> {
  const files = await records.getRepository(DeliveredFile).find({ where: { source, status: 'loaded' }, order: { id: 'ASC' } });
  return new Map(files.map((file) => [file.address, file]));
}

/** The run that read a taken file, when it came so far; a run before the file was taken read another one of the same name. */
export async function runOfFile(records: DataSource, { source, readFrom, afterRun }: DeliveredFile): Promise<PipelineRun | undefined> {
  const run = await records
    .getRepository(PipelineRun)
    .createQueryBuilder('run')
    .where('run.source = :source AND run.id > :afterRun AND run.files @> CAST(:file AS jsonb)', {
      source,
      afterRun,
      file: JSON.stringify([readFrom]),
    })
    .orderBy('run.id', 'DESC')
    .getOne();
  return run ?? undefined;
}

/** Where a file stands that a run read under this path: in the folder of the done or the failed, when it came through a drop folder. */
export async function pathOfFile(
  records: DataSource,
  { runId, readFrom }: { readonly runId: number; readonly readFrom: string },
): Promise<string> {
  const file = await records.getRepository(DeliveredFile).findOne({ where: { runId, readFrom }, order: { id: 'DESC' } });
  return file?.standsAt ?? readFrom;
}
