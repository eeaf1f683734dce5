import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Ticket {
  readonly id: string | number;
  readonly at: string;
  readonly [key: string]: unknown;
}

/** What to do with one request instead of answering it; true when it was done. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A server of pages for tests: real HTTP, with the faults that a test plants. */
export class PageServer {
  readonly asked: string[] = [];
  readonly keys: (string | string[] | undefined)[] = [];
  readonly at: number[] = [];
  tickets: readonly Ticket[] = [];
  size = 2;
  /** Faults in the order of the requests that meet them. */
  faults: Fault[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => this.answer(request, response));
  }

  static async start(): Promise<PageServer> {
    const pages = new PageServer();
    await new Promise<void>((done) => pages.server.listen(0, '127.0.0.1', done));
    return pages;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/tickets`;
  }

  forget(): void {
    for (const list of [this.asked, this.keys, this.at]) list.length = 0;
    this.faults = [];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { searchParams, search } = new URL(request.url ?? '/', this.url);
    this.asked.push(search);
    this.keys.push(request.headers['x-key']);
    this.at.push(performance.now());
    const fault = this.faults.shift();
    if (fault?.(request, response)) return;
    const since = searchParams.get('since') ?? '';
    const wanted = this.tickets.filter(({ at }) => at >= since);
    const page = searchParams.get('page');
    const from = page === null ? Number(searchParams.get('cursor') ?? searchParams.get('offset') ?? 0) : (Number(page) - 1) * this.size;
    const more = from + this.size < wanted.length;
    const link = `<${this.url}?cursor=${from + this.size}>; rel="next"`;
    response.writeHead(200, { 'content-type': 'application/json', ...(more ? { link } : {}) });
    response.end(JSON.stringify({ data: { items: wanted.slice(from, from + this.size) }, next: more ? String(from + this.size) : null }));
  }
}

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Fault =>
  (_, response) => {
    response.writeHead(code, headers).end('{}');
    return true;
  };

/** An answer of a proper length whose JSON ends too early. */
export const cutJson: Fault = (_, response) => {
  response.writeHead(200).end('{"data": {"items": [{"id": "t');
  return true;
};

/** A connection that breaks in the middle of an answer. */
export const brokenOff: Fault = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"data": ', () => response.destroy());
  return true;
};

export const silence: Fault = () => true;

export const nothing: Fault = () => false;
