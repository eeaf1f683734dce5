import type { Response } from 'express';
import type { Caller } from './command-desk';

/** A caller's client gives up on a body that stays silent for five minutes. */
const SIGN_OF_LIFE_MS = 15_000;

/** Sends JSON lines as they come. TRICKY: `no-transform` keeps the compression from holding them back. */
export function openLines(response: Response): Caller & { readonly end: () => void } {
  const left = new AbortController();
  response.once('close', () => left.abort());
  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store, no-transform' });
  response.flushHeaders();
  const write = (text: string): void => {
    if (!left.signal.aborted) response.write(text);
  };
  const life = setInterval(() => write('\n'), SIGN_OF_LIFE_MS);
  return {
    gone: left.signal,
    hear: (line) => write(`${JSON.stringify(line)}\n`),
    end: () => {
      clearInterval(life);
      response.end();
    },
  };
}
