import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { LOG, type Logger, NOW, type Now } from '../connections';
import { type LeftTrace, type Trace, Traces } from './traces';

/** A page asks the same again and again; once in this time is told. */
const ONCE_IN_MS = 3_600_000;
const WRITTEN_EVERY_MS = 1_000;
/** Questions remembered so that they are not told twice. */
const MOST_REMEMBERED = 20_000;

const keyOf = ({ who, did, what }: Trace): string => JSON.stringify([who, did, what]);

/**
 * Who saw which figures and cases, with their filters. Nobody waits for these traces: they are written together, a moment
 * later. What cannot be written is tried again with the next.
 */
@Injectable()
export class SeenFigures implements BeforeApplicationShutdown {
  private readonly seen = new Map<string, number>();
  private waiting: LeftTrace[] = [];
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly traces: Traces,
    @Inject(NOW) private readonly now: Now,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** How many traces are not written yet. */
  get unwritten(): number {
    return this.waiting.length;
  }

  note(trace: Trace): void {
    const at = this.now();
    const key = keyOf(trace);
    const before = this.seen.get(key);
    if (before !== undefined && Math.abs(at.getTime() - before) < ONCE_IN_MS) return;
    this.seen.delete(key);
    this.seen.set(key, at.getTime());
    const [oldest] = this.seen.keys();
    if (this.seen.size > MOST_REMEMBERED && oldest !== undefined) this.seen.delete(oldest);
    this.waiting.push({ ...trace, at });
    this.timer ??= setTimeout(() => void this.flush(), WRITTEN_EVERY_MS).unref();
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
  }

  private async write(): Promise<void> {
    const traces = this.waiting;
    if (traces.length === 0) return;
    this.waiting = [];
    try {
      await this.traces.leaveAll(traces);
    } catch (error) {
      this.waiting = [...traces, ...this.waiting];
      this.log.error({ event: 'traces wait', traces: this.waiting.length, error: error instanceof Error ? error.message : String(error) });
    }
  }
}
