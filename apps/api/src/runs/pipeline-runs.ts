import { Inject, Injectable } from '@nestjs/common';
import type { Run, RunFilter } from '@evenhand/contracts';
import { findRun, linesOfRun, listRuns, type Run as RecordedRun } from '@evenhand/records';
import { RECORDS, type Records } from '../connections';

/** Readers see a run as running until its facts are the ones that answer. */
const shown = ({ folder, ...run }: RecordedRun) =>
  ({
    ...run,
    status: run.status === 'publishing' ? 'running' : run.status,
    canRetry: run.status === 'failed' && folder !== null,
  }) satisfies ShownRun;

type ReadonlyDeep<Value> = Value extends (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: ReadonlyDeep<Value[Key]> }
    : Value;
export type ShownRun = ReadonlyDeep<Run>;

const RECORDED = { running: ['running', 'publishing'], published: ['published'], failed: ['failed'] } as const;

/** What has been loaded, and how it went. */
@Injectable()
export class PipelineRuns {
  constructor(@Inject(RECORDS) private readonly records: Records) {}

  async list({ limit, status, ...filter }: RunFilter): Promise<{ readonly runs: readonly ShownRun[] }> {
    const recorded = status === undefined ? undefined : RECORDED[status];
    return { runs: (await listRuns(this.records, limit, { ...filter, status: recorded })).map(shown) };
  }

  async find(id: number): Promise<ShownRun> {
    return shown(await findRun(this.records, id));
  }

  /** The run and what it said after a line. Its state is read first: a run that has ended has said everything. */
  async events(id: number, after: number) {
    const run = await this.find(id);
    const lines = await linesOfRun(this.records, id, after);
    return { run, lines, next: lines.at(-1)?.line ?? after };
  }
}
