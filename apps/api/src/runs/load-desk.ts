import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { isAbsolute } from 'node:path';
import type { LoadRequest } from '@evenhand/contracts';
import { because, InvalidQuery } from '@evenhand/domain';
import { loadSource, type RunSummary, type Stores } from '@evenhand/etl';
import { findRun } from '@evenhand/records';
import { LOG, type Logger, STORES } from '../connections';
import { endLoads } from './interruption';
import { PipelineRuns, type ShownRun } from './pipeline-runs';

/** The server may have been started elsewhere, so a relative path would mean another file than its sender meant. */
function checkPaths({ source, files }: LoadRequest): void {
  const named = [['source', source] as const, ...files.map((file) => ['files', file] as const)];
  for (const [field, path] of named)
    if (!isAbsolute(path))
      throw new InvalidQuery(field, `"${path}" is a relative path; send absolute ones.`, because('relative_path', { path }));
}

/** Takes loads and runs them behind the answer: whoever brought one follows its run. */
@Injectable()
export class LoadDesk implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<RunSummary>>();

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly runs: PipelineRuns,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Resolves when the run has begun; rejects when the source or its files are not what they must be. */
  async begin(request: LoadRequest): Promise<ShownRun> {
    checkPaths(request);
    return this.runs.find(await this.started(request));
  }

  /** Makes a run that failed again. */
  async retry(id: number): Promise<ShownRun> {
    const { status, folder, files } = await findRun(this.stores.records, id);
    if (status !== 'failed')
      throw new InvalidQuery(
        'id',
        `Run ${id} is ${status}; only a run that failed can be made again.`,
        because('run_not_failed', { run: id }),
      );
    if (folder === null)
      throw new InvalidQuery(
        'id',
        `Run ${id} does not say which source folder it was loaded with; load its files by hand.`,
        because('run_without_folder', { run: id }),
      );
    return this.begin({ source: folder, files: [...files] });
  }

  private started(request: LoadRequest): Promise<number> {
    return new Promise((begun, refused) => {
      const load = loadSource(this.stores, request, ({ runId }) => begun(runId));
      this.running.add(load);
      load.then(
        ({ id, source, status }) => {
          begun(id);
          this.log.info({ event: 'load', run: id, source, status });
        },
        (error: unknown) => {
          // Whoever waits for the beginning hears of it; once the run has begun, the run itself says why it failed.
          refused(error);
          this.log.warn({
            event: 'load',
            source: request.source,
            status: 'failed',
            cause: error instanceof Error ? error.message : String(error),
          });
        },
      );
      void load.finally(() => this.running.delete(load)).catch(() => undefined);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await endLoads(this.stores.warehouse, Promise.allSettled(this.running));
  }
}
