import { join } from 'node:path';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { because } from '@evenhand/domain';
import type { DataFolder } from '@evenhand/data-folder';
import { DATA_FOLDER, LOG, type Logger, NOW, type Now } from '../connections';
import { Refusal } from '../http/refusal';
import { type Trace, Traces } from './traces';
import { WaitingTraces } from './waiting-traces';

/** A page asks the same again and again; once in this time is told. */
const ONCE_IN_MS = 3_600_000;
const WRITTEN_EVERY_MS = 1_000;
const TRIED_AGAIN_AFTER_MS = 10_000;
const WRITTEN_AT_ONCE = 2_000;
/** Questions remembered so that they are not told twice. */
const MOST_REMEMBERED = 20_000;
/** Room for what waits while the log cannot be written: some ten thousand questions. */
const MOST_WAITING_BYTES = 16 * 1024 * 1024;

const keyOf = ({ who, did, what }: Trace): string => JSON.stringify([who, did, what]);

const full = (): Refusal =>
  new Refusal(
    503,
    { id: 'cannot-be-recorded', title: 'What is shown cannot be recorded', reason: because('cannot_be_recorded') },
    'Who sees which figures must be recorded, and the record cannot be written at the moment; try again in a minute.',
    { 'retry-after': '60' },
  );

/**
 * Who saw which figures and cases, with their filters. Nobody waits until the log has these traces: they lie in a file of the
 * data folder, and are written together a moment later. While they cannot be written they wait there, over a restart too; once
 * there is no room for more, figures are refused.
 */
@Injectable()
export class SeenFigures implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly seen = new Map<string, number>();
  private readonly waiting: WaitingTraces;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly traces: Traces,
    @Inject(DATA_FOLDER) folder: DataFolder,
    @Inject(NOW) private readonly now: Now,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.waiting = new WaitingTraces(join(folder.path, 'audit-waiting.jsonl'), MOST_WAITING_BYTES);
  }

  /** How many traces are not written yet. */
  get unwritten(): number {
    return this.waiting.count;
  }

  async onApplicationBootstrap(): Promise<void> {
    const unreadable = this.waiting.takeUp();
    if (unreadable > 0) this.waiting.add({ who: 'owner', did: 'traces lost', what: { lines: unreadable }, at: this.now() });
    await this.flush();
  }

  /** Keeps a trace. Throws when it cannot be kept, so that nothing is shown of which nobody could tell afterwards who saw it. */
  note(trace: Trace): void {
    const at = this.now();
    const key = keyOf(trace);
    const before = this.seen.get(key);
    if (before !== undefined && Math.abs(at.getTime() - before) < ONCE_IN_MS) return;
    if (!this.waiting.add({ ...trace, at })) throw full();
    this.remember(key, at);
    this.writeIn(WRITTEN_EVERY_MS);
  }

  /** Writes what waits. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
    if (this.timer) clearTimeout(this.timer);
  }

  private remember(key: string, at: Date): void {
    this.seen.delete(key);
    this.seen.set(key, at.getTime());
    const [oldest] = this.seen.keys();
    if (this.seen.size > MOST_REMEMBERED && oldest !== undefined) this.seen.delete(oldest);
  }

  private writeIn(ms: number): void {
    this.timer ??= setTimeout(() => void this.flush(), ms).unref();
  }

  private async write(): Promise<void> {
    try {
      for (let some = this.waiting.first(WRITTEN_AT_ONCE); some.length > 0; some = this.waiting.first(WRITTEN_AT_ONCE)) {
        await this.traces.leaveAll(some);
        this.waiting.forget(some.length);
      }
    } catch (error) {
      this.log.error({ event: 'traces wait', traces: this.waiting.count, error: error instanceof Error ? error.message : String(error) });
      this.writeIn(TRIED_AGAIN_AFTER_MS);
    }
  }
}
