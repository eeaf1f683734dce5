import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { SourceProblem } from '../../source/source-problem';

/** What a server says that tells one content of an address from the next. */
export interface Fingerprint {
  readonly tag: string;
  readonly changed: string;
  readonly size: number;
  readonly sha256: string;
}

/** How a file is asked for. */
export interface FileRequest {
  readonly url: string;
  /** Headers of one request; called for each, because a signature holds for a while only. */
  readonly headers: () => Readonly<Record<string, string>>;
  readonly limits: { readonly idle_seconds: number; readonly retries: number; readonly first_wait_ms: number; readonly most_bytes: number };
  /** Named when the server lets nobody in. */
  readonly credentials: string;
}

/** Something that may pass: worth another attempt. */
class Hiccup extends Error {
  constructor(
    message: string,
    readonly askedToWaitMs = 0,
  ) {
    super(message);
  }
}

const MOST_REDIRECTS = 5;
const LONGEST_WAIT_MS = 300_000;

/** An address for a person: what stands behind the question mark may be nobody's business. */
export const placeOf = (url: string): string => {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
};

function askedToWait(header: string | null): number {
  if (header === null) return 0;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(LONGEST_WAIT_MS, Math.max(0, ms)) : 0;
}

/** Follows redirects on the same server only: headers with credentials go nowhere else. */
async function follow(request: FileRequest, more: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response> {
  let at = request.url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await fetch(at, {
      headers: { 'accept-encoding': 'identity', ...request.headers(), ...more },
      redirect: 'manual',
      signal,
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || response.status === 304 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, at);
    if (next.origin !== new URL(request.url).origin)
      throw new SourceProblem(
        `${placeOf(request.url)} redirects to ${next.origin}; only addresses on the same server are followed. Name that one in source.yml.`,
      );
    at = next.href;
  }
  throw new SourceProblem(`${placeOf(request.url)} redirects more than ${MOST_REDIRECTS} times.`);
}

async function checkStatus({ url, credentials }: FileRequest, response: Response): Promise<void> {
  const { status, statusText } = response;
  if (status === 200 || status === 206 || status === 304) return;
  await response.body?.cancel();
  const said = `${status} ${statusText}`.trim();
  if (status === 429 || status === 408 || status >= 500)
    throw new Hiccup(`it answers ${said}`, askedToWait(response.headers.get('retry-after')));
  if (status === 401 || status === 403) throw new SourceProblem(`${placeOf(url)} answers ${said}: check ${credentials}.`);
  throw new SourceProblem(`${placeOf(url)} answers ${said}.`);
}

/** One answer; the signal it runs under is aborted when nothing comes for too long. */
async function answer<Result>(
  request: FileRequest,
  more: Readonly<Record<string, string>>,
  use: (response: Response, alive: () => void) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), request.limits.idle_seconds * 1_000);
  try {
    const response = await follow(request, more, stop.signal);
    await checkStatus(request, response);
    return await use(response, () => timer.refresh());
  } catch (error) {
    if (error instanceof SourceProblem || error instanceof Hiccup) throw error;
    if (stop.signal.aborted) throw new Hiccup(`nothing came for ${request.limits.idle_seconds} seconds`);
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    throw new Hiccup(`${error instanceof Error ? error.message : String(error)}${cause}`);
  } finally {
    clearTimeout(timer);
  }
}

/** Tries again what may pass, each time after a longer wait. Throws {@link SourceProblem}. */
async function withRetries<Result>({ url, limits }: FileRequest, attempt: () => Promise<Result>): Promise<Result> {
  for (let tried = 0; ; tried++)
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Hiccup)) throw error;
      if (tried >= limits.retries)
        throw new SourceProblem(`${placeOf(url)} could not be fetched in ${tried + 1} attempts; the last: ${error.message}.`, {
          cause: error,
        });
      await wait(Math.max(error.askedToWaitMs, limits.first_wait_ms * 2 ** tried));
    }
}

const MOST_TEXT_BYTES = 16 * 1024 * 1024;

/** Fetches a page of text, such as a list of files. Throws {@link SourceProblem}. */
export function fetchText(request: FileRequest): Promise<string> {
  return withRetries(request, () =>
    answer(request, {}, async (response, alive) => {
      const decoder = new TextDecoder();
      let text = '';
      for await (const chunk of response.body ?? []) {
        alive();
        text += decoder.decode(chunk, { stream: true });
        if (text.length > MOST_TEXT_BYTES)
          throw new SourceProblem(`${placeOf(request.url)} is a list of more than ${MOST_TEXT_BYTES} bytes.`);
      }
      return text + decoder.decode();
    }),
  );
}

/** Where a fetch that broke off goes on. */
interface Partial {
  readonly file: number;
  have: number;
  /** Of the content whose beginning is there; empty when the server says nothing that could prove it the same. */
  validator: string;
}

const strongTag = (tag: string | null): string => (tag === null || tag.startsWith('W/') ? '' : tag);

/** How many bytes the whole file has, as far as the server says so. */
function totalOf(response: Response, from: number): number | undefined {
  if (response.headers.has('content-encoding') && response.headers.get('content-encoding') !== 'identity') return undefined;
  const length = response.headers.get('content-length');
  return length === null ? undefined : from + Number(length);
}

async function receive(request: FileRequest, partial: Partial, response: Response, alive: () => void): Promise<void> {
  const goesOn = response.status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${partial.have}-`);
  if (!goesOn) partial.have = 0;
  partial.validator = strongTag(response.headers.get('etag'));
  const total = totalOf(response, partial.have);
  for await (const chunk of response.body ?? []) {
    alive();
    writeSync(partial.file, chunk, 0, chunk.byteLength, partial.have);
    partial.have += chunk.byteLength;
    if (partial.have > request.limits.most_bytes)
      throw new SourceProblem(
        `${placeOf(request.url)} is larger than ${request.limits.most_bytes} bytes; most_bytes in source.yml may allow more.`,
      );
  }
  if (total !== undefined && partial.have !== total) throw new Hiccup(`it broke off after ${partial.have} of ${total} bytes`);
}

function sha256Of(file: number, size: number): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1 << 20);
  for (let at = 0; at < size;) {
    const read = readSync(file, piece, 0, piece.length, at);
    if (read === 0) break;
    hash.update(piece.subarray(0, read));
    at += read;
  }
  return hash.digest('hex');
}

/**
 * Fetches a file to a path; `unchanged` when the server says that its content is the known one. A fetch that breaks off goes
 * on where it was, when the server can prove that the content is still the same. The file is there whole or not at all.
 */
export async function fetchFile(request: FileRequest, to: string, known: Fingerprint | undefined): Promise<Fingerprint | 'unchanged'> {
  const unfinished = `${to}.part`;
  const partial: Partial = { file: openSync(unfinished, 'w+', 0o600), have: 0, validator: '' };
  try {
    const fingerprint = await withRetries(request, () => {
      const conditions = {
        ...(known?.tag ? { 'if-none-match': known.tag } : {}),
        ...(known?.changed ? { 'if-modified-since': known.changed } : {}),
      };
      const goOn =
        partial.have > 0 && partial.validator !== '' ? { range: `bytes=${partial.have}-`, 'if-range': partial.validator } : undefined;
      return answer(request, goOn ?? conditions, async (response, alive) => {
        if (response.status === 304) return 'unchanged' as const;
        const said = { tag: response.headers.get('etag') ?? '', changed: response.headers.get('last-modified') ?? '' };
        await receive(request, partial, response, alive);
        return said;
      });
    });
    if (fingerprint === 'unchanged') return fingerprint;
    // A second answer may have been shorter than what a first one left behind.
    const size = partial.have;
    const sha256 = sha256Of(partial.file, size);
    if (fstatSync(partial.file).size > size) ftruncateSync(partial.file, size);
    fsyncSync(partial.file);
    renameSync(unfinished, to);
    return { ...fingerprint, size, sha256 };
  } finally {
    closeSync(partial.file);
    rmSync(unfinished, { force: true });
  }
}
