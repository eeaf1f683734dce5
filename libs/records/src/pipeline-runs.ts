import { NotFound } from '@evenhand/domain';
import { In, IsNull, type DataSource } from 'typeorm';
import { PipelineRun, type EntityCount, type RejectedReason, type RunStatus } from './entities/pipeline-run';

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
});

/** Opens a run and gives its number. */
export async function startRun(records: DataSource, source: string, files: readonly string[], now = new Date()): Promise<Run> {
  const runs = records.getRepository(PipelineRun);
  const saved = await runs.save(
    runs.create({ source, status: 'running', startedAt: now, endedAt: null, files: [...files], counts: [], reasons: [], message: null }),
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
  if (!run) throw new NotFound(`There is no run ${id}.`);
  return asRun(run);
}

/** The latest first. */
export async function listRuns(records: DataSource, limit = 100): Promise<Run[]> {
  const runs = await records.getRepository(PipelineRun).find({ order: { id: 'DESC' }, take: limit });
  return runs.map(asRun);
}

/** Runs that a process left behind, the oldest first. */
export async function unfinishedRuns(records: DataSource): Promise<Run[]> {
  const runs = await records.getRepository(PipelineRun).find({ where: { endedAt: IsNull() }, order: { id: 'ASC' } });
  return runs.map(asRun);
}
