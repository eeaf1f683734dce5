import { appendFileSync, closeSync, existsSync, openSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { LeftTrace } from './traces';

const OWNER_ONLY = 0o600;

const lineSchema = z.strictObject({
  at: z.iso.datetime().transform((text) => new Date(text)),
  who: z.string(),
  did: z.string(),
  what: z.unknown(),
  requestId: z.string().optional(),
});

interface Waiting {
  readonly trace: LeftTrace;
  readonly bytes: number;
}

const lineOf = ({ at, who, did, what, requestId }: LeftTrace): string => `${JSON.stringify({ at, who, did, what, requestId })}\n`;

function readLine(line: string): LeftTrace | null {
  try {
    const { requestId, ...trace } = lineSchema.parse(JSON.parse(line));
    return requestId === undefined ? trace : { ...trace, requestId };
  } catch {
    return null;
  }
}

/**
 * Traces of what was seen that are not in the audit log yet. Each lies in a file before anybody is shown what it tells of, so
 * that neither a process that is killed nor a store that is away loses one. A trace that was written just before the process was
 * killed may be written again: twice is told, never not at all.
 */
export class WaitingTraces {
  private waiting: Waiting[] = [];
  private held = 0;

  constructor(
    private readonly path: string,
    private readonly mostBytes: number,
  ) {}

  get count(): number {
    return this.waiting.length;
  }

  /** Takes up what an earlier process left; gives how many lines of it cannot be read. */
  takeUp(): number {
    if (!existsSync(this.path)) {
      closeSync(openSync(this.path, 'a', OWNER_ONLY));
      return 0;
    }
    const lines = readFileSync(this.path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const traces = lines.flatMap((line) => readLine(line) ?? []);
    this.waiting = traces.map((trace) => ({ trace, bytes: Buffer.byteLength(lineOf(trace)) }));
    this.held = this.waiting.reduce((sum, { bytes }) => sum + bytes, 0);
    return lines.length - traces.length;
  }

  /** Keeps a trace; false when there is no room for it. Throws what the disk says. */
  add(trace: LeftTrace): boolean {
    const line = lineOf(trace);
    const bytes = Buffer.byteLength(line);
    if (this.held + bytes > this.mostBytes) return false;
    appendFileSync(this.path, line, { mode: OWNER_ONLY });
    this.waiting.push({ trace, bytes });
    this.held += bytes;
    return true;
  }

  /** The first that wait. */
  first(most: number): readonly LeftTrace[] {
    return this.waiting.slice(0, most).map(({ trace }) => trace);
  }

  /** Forgets the first ones: they are in the log. */
  forget(count: number): void {
    this.waiting = this.waiting.slice(count);
    this.held = this.waiting.reduce((sum, { bytes }) => sum + bytes, 0);
    if (this.waiting.length === 0) return truncateSync(this.path);
    const rest = `${this.path}.rest`;
    writeFileSync(rest, this.waiting.map(({ trace }) => lineOf(trace)).join(''), { mode: OWNER_ONLY });
    renameSync(rest, this.path);
  }
}
