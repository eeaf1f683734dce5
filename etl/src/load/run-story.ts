import { noteProgress, sayOfRun, type DataSource } from '@evenhand/records';
import type { LoadProgress } from './load-source';

const WORDS = { read: 'Reading and checking', compare: 'Comparing with what is known', publish: 'Publishing', done: 'Published' } as const;
/** Whoever watches looks once a second. */
const NOTE_EVERY_MS = 1_000;

/**
 * Keeps what a run says and how far it has come, so that a page or another process can follow it. The load never waits for
 * it, but for `end`; what cannot be kept is not told again.
 */
export class RunStory {
  private line = 0;
  private last = '';
  private notedAt = 0;
  private work: Promise<unknown> = Promise.resolve();

  constructor(private readonly records: DataSource) {}

  tell({ runId, step, entity, file, bytes, totalBytes }: LoadProgress): void {
    const text = [WORDS[step], entity, step === 'read' ? file : ''].filter(Boolean).join(' ');
    const isNew = text !== this.last;
    this.last = text;
    if (isNew) this.say(runId, text);
    if (!isNew && Date.now() - this.notedAt < NOTE_EVERY_MS) return;
    this.notedAt = Date.now();
    this.after(() => noteProgress(this.records, runId, { step, entity: entity ?? null, file: file ?? null, bytes, totalBytes }));
  }

  say(runId: number, text: string): void {
    const lineNo = this.line++;
    this.after(() => sayOfRun(this.records, { runId, lineNo, text }));
  }

  async end(): Promise<void> {
    await this.work;
  }

  private after(job: () => Promise<void>): void {
    this.work = this.work.then(job).catch(() => undefined); // a story that is lost must not fail the load
  }
}
