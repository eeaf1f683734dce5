import { because, NotFound } from '@evenhand/domain';
import { type DataSource, In, IsNull, LessThan } from 'typeorm';
import {
  PipelineRun,
  type EntityCount,
  type RejectedReason,
  type RunProgress,
  type RunStatus,
  type VolumeNote,
} from './entities/pipeline-run';

/** A run as others read it: instants as ISO text. */
export interface Run {
  readonly id: number;
  readonly source: string;
  readonly status: RunStatus;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly files: readonly string[];
  readonly counts: readonly EntityCount[];
  readonly reasons: readonly RejectedReason[];
  readonly message: string | null;
  /** The source folder it was loaded with; `null` when that is not known. */
  readonly folder: string | null;
  /** Days that it told of and that are unknown all the same. */
  readonly notes: readonly VolumeNote[];
  /** How far it has come, while it runs. */
  readonly progress: RunProgress | null;
}

/** What a run came to. */
export interface RunResult {
  readonly counts: readonly EntityCount[];
  readonly reasons: readonly RejectedReason[];
}

const asRun = (run: PipelineRun): Run => ({
  id: run.id,
  source: run.source,
  status: run.status,
  startedAt: run.startedAt.toISOString(),
  endedAt: run.endedAt?.toISOString() ?? null,
  files: run.files,
  counts: run.counts,
  reasons: run.reasons,
  message: run.message,
  folder: run.folder,
  notes: run.notes,
  progress: run.endedAt === null ? run.progress : null,
});

/** Opens a run and gives its number. */
export async function startRun(records: DataSource, source: string, files: readonly string[], now = new Date()): Promise<Run> {
  const runs = records.getRepository(PipelineRun);
  const saved = await runs.save(
    runs.create({
      source,
      status: 'running',
      startedAt: now,
      endedAt: null,
      files: [...files],
      counts: [],
      reasons: [],
      message: null,
      folder: null,
      notes: [],
      progress: null,
    }),
  );
  return asRun(saved);
}

interface Change {
  readonly from: readonly RunStatus[];
  readonly set: Partial<Pick<PipelineRun, 'status' | 'endedAt' | 'counts' | 'reasons' | 'message'>>;
}

/** Moves a run on, but only from a status that allows it: of two who try, one is told. */
async function move(records: DataSource, id: number, { from, set }: Change): Promise<Run> {
  const { affected } = await records
    .createQueryBuilder()
    .update(PipelineRun)
    .set(set)
    .where({ id, status: In([...from]) })
    .execute();
  const run = await findRun(records, id);
  if (affected === 0)
    throw new Error(`Run ${id} is ${run.status}; only a run that is ${from.join(' or ')} can become ${set.status ?? run.status}.`);
  return run;
}

/** Everything is written and counted; what remains is to swap it in. */
export const markPublishing = (records: DataSource, id: number, { counts, reasons }: RunResult): Promise<Run> =>
  move(records, id, { from: ['running', 'publishing'], set: { status: 'publishing', counts, reasons } });

/** The facts of the run are what readers see. */
export const publishRun = (records: DataSource, id: number, now = new Date()): Promise<Run> =>
  move(records, id, { from: ['publishing'], set: { status: 'published', endedAt: now } });

/** The run ends without a trace in the facts; `message` says why, in one sentence. */
export const failRun = (records: DataSource, id: number, message: string, now = new Date()): Promise<Run> =>
  move(records, id, { from: ['running', 'publishing'], set: { status: 'failed', endedAt: now, message } });

/** As {@link failRun}, keeping what was counted until then. */
export const failRunWith = (records: DataSource, id: number, { message, result, now = new Date() }: Failure): Promise<Run> =>
  move(records, id, { from: ['running', 'publishing'], set: { ...result, status: 'failed', endedAt: now, message } });

export interface Failure {
  readonly message: string;
  readonly result: RunResult;
  readonly now?: Date;
}

/** @throws {NotFound} */
export async function findRun(records: DataSource, id: number): Promise<Run> {
  const run = await records.getRepository(PipelineRun).findOneBy({ id });
  if (!run) throw new NotFound(`There is no run ${id}.`, because('no_run', { run: id }));
  return asRun(run);
}

/** Which runs are wanted. */
export interface RunFilter {
  readonly source?: string | undefined;
  readonly status?: readonly RunStatus[] | undefined;
  /** Only runs before this one, to go on where a page ended. */
  readonly before?: number | undefined;
}

/** The latest first. */
export async function listRuns(records: DataSource, limit = 100, { source, status, before }: RunFilter = {}): Promise<Run[]> {
  const runs = await records.getRepository(PipelineRun).find({
    where: {
      ...(source === undefined ? {} : { source }),
      ...(status === undefined ? {} : { status: In([...status]) }),
      ...(before === undefined ? {} : { id: LessThan(before) }),
    },
    order: { id: 'DESC' },
    take: limit,
  });
  return runs.map(asRun);
}

/** Notes with which source folder a run was loaded, so that it can be repeated. */
export async function noteFolder(records: DataSource, id: number, folder: string): Promise<void> {
  await records.createQueryBuilder().update(PipelineRun).set({ folder }).where({ id }).execute();
}

/** Notes which days a run told of that are unknown all the same. */
export async function noteVolumes(records: DataSource, id: number, notes: readonly VolumeNote[]): Promise<void> {
  await records
    .createQueryBuilder()
    .update(PipelineRun)
    .set({ notes: [...notes] })
    .where({ id })
    .execute();
}

/** Runs that a process left behind, the oldest first. */
export async function unfinishedRuns(records: DataSource): Promise<Run[]> {
  const runs = await records.getRepository(PipelineRun).find({ where: { endedAt: IsNull() }, order: { id: 'ASC' } });
  return runs.map(asRun);
}
