import { Inject, Injectable } from '@nestjs/common';
import { isAbsolute } from 'node:path';
import type { LoadRequest, LoadStarted } from '@evenhand/contracts';
import { InvalidQuery } from '@evenhand/domain';
import { loadSource, type Stores } from '@evenhand/etl';
import { LOG, type Logger, STORES } from '../connections';

/** The server may have been started elsewhere, so a relative path would mean another file than its sender meant. */
function checkPaths({ source, files }: LoadRequest): void {
  const named = [['source', source] as const, ...files.map((file) => ['files', file] as const)];
  for (const [field, path] of named)
    if (!isAbsolute(path)) throw new InvalidQuery(field, `"${path}" is a relative path; send absolute ones.`);
}

/** Takes loads and runs them behind the answer: whoever brought one follows its run. */
@Injectable()
export class LoadDesk {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Resolves when the run has begun; rejects when the source or its files are not what they must be. */
  async begin(request: LoadRequest): Promise<LoadStarted> {
    checkPaths(request);
    let hasBegun = false;
    return new Promise((begun, refused) => {
      const load = loadSource(this.stores, request, ({ runId }) => {
        hasBegun = true;
        begun({ id: runId });
      });
      load.then(
        ({ id, source, status }) => {
          begun({ id });
          this.log.info({ event: 'load', run: id, source, status });
        },
        (error: unknown) => {
          if (hasBegun)
            this.log.error({ event: 'load', source: request.source, cause: error instanceof Error ? error.message : String(error) });
          else refused(error);
        },
      );
    });
  }
}
