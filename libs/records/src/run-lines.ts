import { type DataSource, MoreThan } from 'typeorm';
import { PipelineRun, type RunProgress } from './entities/pipeline-run';
import { RunLine } from './entities/run-line';

/** A run over thousands of files must not fill the records with what it said. */
export const MOST_LINES = 500;

/** Keeps a line that a run said; beyond {@link MOST_LINES} it keeps nothing more. */
export async function sayOfRun(records: DataSource, { runId, lineNo, text, now = new Date() }: SaidByRun): Promise<void> {
  if (lineNo < MOST_LINES) await records.getRepository(RunLine).upsert({ runId, lineNo, toldAt: now, text }, ['runId', 'lineNo']);
}

export interface SaidByRun {
  readonly runId: number;
  /** From 0 on. */
  readonly lineNo: number;
  readonly text: string;
  readonly now?: Date;
}

/** Keeps how far a run has come. */
export async function noteProgress(records: DataSource, id: number, progress: RunProgress): Promise<void> {
  await records.createQueryBuilder().update(PipelineRun).set({ progress }).where({ id }).execute();
}

/** A line as others read it. */
export interface SaidLine {
  readonly line: number;
  readonly at: string;
  readonly text: string;
}

/** What a run said after a line, in order; all of it after -1. */
export async function linesOfRun(records: DataSource, runId: number, after: number): Promise<SaidLine[]> {
  const lines = await records.getRepository(RunLine).find({ where: { runId, lineNo: MoreThan(after) }, order: { lineNo: 'ASC' } });
  return lines.map(({ lineNo, toldAt, text }) => ({ line: lineNo, at: toldAt.toISOString(), text }));
}
