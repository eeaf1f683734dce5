import { Inject, Injectable } from '@nestjs/common';
import type { Run } from '@evenhand/contracts';
import { findRun, listRuns, type Run as RecordedRun } from '@evenhand/records';
import { RECORDS, type Records } from '../connections';

/** Readers see a run as running until its facts are the ones that answer. */
const shown = (run: RecordedRun) => ({ ...run, status: run.status === 'publishing' ? 'running' : run.status }) satisfies ShownRun;

export type ShownRun = { readonly [Key in keyof Run]: Run[Key] extends (infer Item)[] ? readonly Item[] : Run[Key] };

/** What has been loaded, and how it went. */
@Injectable()
export class PipelineRuns {
  constructor(@Inject(RECORDS) private readonly records: Records) {}

  async list(): Promise<{ readonly runs: readonly ShownRun[] }> {
    return { runs: (await listRuns(this.records)).map(shown) };
  }

  async find(id: number): Promise<ShownRun> {
    return shown(await findRun(this.records, id));
  }
}
