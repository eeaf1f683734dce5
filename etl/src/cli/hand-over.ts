import process from 'node:process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { type FolderInUse, ownerOf } from '@evenhand/data-folder';
import { SourceProblem } from '../source/source-problem';
import type { CommandRequest } from './run-inside';
import type { Progress, Terminal } from './terminal';

/** One line of what a command says while it runs in another process; an empty one only shows that it is alive. */
export interface CommandLine {
  readonly out?: string;
  readonly err?: string;
  readonly progress?: Progress;
  readonly exit?: number;
}

interface Here {
  readonly terminal: Terminal;
  readonly isEndless: boolean;
}

const INTERRUPTED = 130;

async function refusalOf(response: Response): Promise<SourceProblem> {
  const answer: unknown = await response.json().catch(() => undefined);
  const detail = typeof answer === 'object' && answer !== null && 'detail' in answer ? String(answer.detail) : response.statusText;
  return new SourceProblem(detail);
}

/** Prints what comes until the exit code comes. */
async function follow(body: AsyncIterable<Uint8Array>, terminal: Terminal): Promise<number> {
  for await (const text of createInterface({ input: Readable.from(body), crlfDelay: Infinity })) {
    if (text === '') continue;
    const line = JSON.parse(text) as CommandLine; // the server of this very product wrote it
    if (line.out !== undefined) terminal.out(line.out);
    if (line.err !== undefined) terminal.err(line.err);
    if (line.progress) terminal.progress(line.progress);
    if (line.exit !== undefined) return line.exit;
  }
  throw new SourceProblem('The server ended before the command did; `runs` shows what became of it once the server runs again.');
}

const post = (url: string, token: string, request: CommandRequest, signal: AbortSignal): Promise<Response> =>
  fetch(`${url}/api/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new SourceProblem(`The process that owns the data folder does not answer at ${url}.`, { cause: error });
  });

/**
 * Lets the process that owns the data folder run a command, prints what it says and gives its exit code. Ctrl-C leaves:
 * what ends by itself goes on in the server, what runs until it is stopped ends there too.
 * @throws {FolderInUse} when the owner takes no work
 */
export async function handOver(inUse: FolderInUse, request: CommandRequest, { terminal, isEndless }: Here): Promise<number> {
  const owner = ownerOf(inUse.path);
  const isAlive = owner !== undefined && inUse.owner.includes(`(process ${owner.pid})`);
  if (!isAlive) throw inUse;
  const left = new AbortController();
  const leave = (): void => left.abort();
  process.once('SIGINT', leave);
  try {
    const response = await post(owner.url, owner.token, request, left.signal);
    if (!response.ok || !response.body) throw await refusalOf(response);
    return await follow(response.body, terminal);
  } catch (error) {
    if (!left.signal.aborted) throw error;
    terminal.err(isEndless ? 'Stopped.' : `${inUse.owner} goes on with it; \`npm run etl -- runs\` shows how it ends.`);
    return INTERRUPTED;
  } finally {
    process.removeListener('SIGINT', leave);
  }
}
