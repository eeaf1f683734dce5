import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { type CommandLine, type CommandRequest, runInside, type Stores } from '@evenhand/etl';
import { LOG, type Logger, STORES } from '../connections';
import { endLoads } from '../runs/interruption';

/** Whoever asked for a command: hears its lines, and may go away. */
export interface Caller {
  hear(line: CommandLine): void;
  readonly gone: AbortSignal;
}

const UNEXPECTED = 'Something went wrong in the server; its log has the reason.';

/** Runs commands of the pipeline for other processes of the same user: this one has the stores open. */
@Injectable()
export class CommandDesk implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<unknown>>();
  private readonly closing = new AbortController();

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Resolves when the command has ended. A caller that goes away ends only what would never end by itself. */
  async run(request: CommandRequest, { hear, gone }: Caller): Promise<void> {
    const terminal = {
      out: (out: string) => hear({ out }),
      err: (err: string) => hear({ err }),
      progress: (progress: NonNullable<CommandLine['progress']>) => hear({ progress }),
    };
    const work = runInside(this.stores, request, { terminal, gone: AbortSignal.any([gone, this.closing.signal]) });
    this.running.add(work);
    try {
      hear({ exit: await work });
    } catch (error) {
      const cause = error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
      this.log.error({ event: 'command', command: request.command, cause });
      hear({ err: UNEXPECTED });
      hear({ exit: 1 });
    } finally {
      this.running.delete(work);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await endLoads(this.stores.warehouse, Promise.allSettled(this.running));
  }
}
