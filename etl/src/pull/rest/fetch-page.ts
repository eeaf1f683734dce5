import { setTimeout as wait } from 'node:timers/promises';
import pRetry, { AbortError } from 'p-retry';
import { SourceProblem } from '../../source/source-problem';
import type { RestSettings } from '../rest-settings';
import { secretFrom } from '../secret-from';
import { type Json, parseJson } from './json';
import { TokenBucket } from './token-bucket';

/** One answer. */
export interface Page {
  readonly document: Json;
  readonly headers: Headers;
}

/** The server no longer knows the page that was asked for. */
export class PageRefused extends SourceProblem {}

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
const PAGE_UNKNOWN = [400, 404, 410, 422];

/** Where something is asked, for a person: an address may carry a cursor that is nobody's business. */
const placeOf = (url: string): string => {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
};

/** How long a server asks to wait: seconds, or an instant. */
function askedToWait(header: string | null): number {
  if (header === null) return 0;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

/** Asks for pages: not faster than allowed, again when it may help, never another host, never more than fits. */
export class PageFetcher {
  private readonly bucket: TokenBucket;
  private readonly headers: Record<string, string>;

  constructor(
    private readonly settings: RestSettings,
    env: Readonly<Record<string, string | undefined>>,
  ) {
    this.bucket = new TokenBucket(settings.rate_per_second, settings.burst);
    const secrets = Object.entries(settings.headers_env).map(([name, variable]) => [name, secretFrom(env, variable, `the header ${name}`)]);
    this.headers = { accept: 'application/json', ...settings.headers, ...(Object.fromEntries(secrets) as Record<string, string>) };
  }

  /** @throws {SourceProblem} when the page cannot be had, {@link PageRefused} when the server does not know it */
  async fetch(url: string): Promise<Page> {
    const { retries, first_wait_ms: minTimeout } = this.settings;
    try {
      return await pRetry(() => this.attempt(url), {
        retries,
        minTimeout,
        maxTimeout: 60_000,
        onFailedAttempt: async ({ error, retriesLeft, retryDelay }) => {
          if (error instanceof Hiccup && retriesLeft > 0 && error.askedToWaitMs > retryDelay) await wait(error.askedToWaitMs - retryDelay);
        },
      });
    } catch (error) {
      if (error instanceof SourceProblem) throw error;
      const said = error instanceof Error ? error.message : String(error);
      throw new SourceProblem(`${placeOf(url)} could not be read in ${retries + 1} attempts; the last: ${said}`, { cause: error });
    }
  }

  private async attempt(url: string): Promise<Page> {
    await this.bucket.take();
    const signal = AbortSignal.timeout(this.settings.timeout_seconds * 1000);
    try {
      const response = await this.follow(url, signal);
      await this.checkStatus(url, response);
      return { document: parsed(await this.textOf(url, response)), headers: response.headers };
    } catch (error) {
      if (error instanceof AbortError || error instanceof Hiccup) throw error;
      if (error instanceof SourceProblem) throw new AbortError(error);
      if (signal.aborted) throw new Hiccup(`no complete answer within ${this.settings.timeout_seconds} seconds.`);
      const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
      throw new Hiccup(`${error instanceof Error ? error.message : String(error)}${cause}.`);
    }
  }

  private async follow(url: string, signal: AbortSignal): Promise<Response> {
    let at = url;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await fetch(at, { headers: this.headers, redirect: 'manual', signal });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null) return response;
      await response.body?.cancel();
      at = sameOrigin(new URL(location, at).href, url);
    }
    throw new SourceProblem(`${placeOf(url)} redirects more than ${MOST_REDIRECTS} times.`);
  }

  private async checkStatus(url: string, response: Response): Promise<void> {
    const { status, statusText, ok } = response;
    if (ok) return;
    await response.body?.cancel();
    const said = `${status} ${statusText}`.trim();
    if (status === 429 || status === 408 || status >= 500) {
      const waitMs = askedToWait(response.headers.get('retry-after'));
      if (waitMs > this.settings.most_wait_seconds * 1000)
        throw new SourceProblem(
          `${placeOf(url)} answers ${said} and asks to wait ${Math.ceil(waitMs / 1000)} seconds; most_wait_seconds allows ${this.settings.most_wait_seconds}.`,
        );
      throw new Hiccup(`it answers ${said}.`, waitMs);
    }
    if (status === 401 || status === 403)
      throw new SourceProblem(
        `${placeOf(url)} answers ${said}: check what stands in ${Object.values(this.settings.headers_env).join(', ') || 'headers_env of source.yml'}.`,
      );
    const refused = `${placeOf(url)} answers ${said}.`;
    throw PAGE_UNKNOWN.includes(status) ? new PageRefused(refused) : new SourceProblem(refused);
  }

  private async textOf(url: string, response: Response): Promise<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > this.settings.most_bytes)
        throw new SourceProblem(
          `${placeOf(url)} answers with more than ${this.settings.most_bytes} bytes; ask for smaller pages or raise most_bytes.`,
        );
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  }
}

function parsed(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    throw new Hiccup('the answer is cut off, or is no JSON.');
  }
}

/** An address that a server names may be asked only when it is the server's own. */
export function sameOrigin(named: string, own: string): string {
  if (new URL(named).origin === new URL(own).origin) return named;
  throw new SourceProblem(`${placeOf(own)} points to ${new URL(named).origin}, which is another host; only its own is asked.`);
}
