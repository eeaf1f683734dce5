import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One file of a server for tests, and how it misbehaves. */
export interface ServedFile {
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** What happens to the n-th request for the body, from 1 on; undefined serves it well. */
  readonly trouble?: (request: number) => number | 'cut' | 'stall' | undefined;
}

/** What a server for tests was asked. */
export interface Asked {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly status: number;
}

type Answers = (request: IncomingMessage, url: URL) => ServedFile | number | { readonly location: string } | undefined;

/** A web server on this machine that keeps conditional and partial requests, and breaks off when it is told to. */
export class FileServer {
  readonly asked: Asked[] = [];
  readonly files = new Map<string, ServedFile>();
  private readonly server: Server;
  private readonly times = new Map<string, number>();

  constructor(private readonly answers: Answers = (_, { pathname }) => this.files.get(pathname)) {
    this.server = createServer((request, response) => this.serve(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** Status codes of the requests for a path since the last look. */
  statusesOf(path: string): number[] {
    const found = this.asked.filter(({ url }) => url === path).map(({ status }) => status);
    this.asked.splice(0);
    return found;
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const answer = this.answers(request, url);
    const end = (status: number, headers: Readonly<Record<string, string>> = {}, body?: Buffer): void => {
      this.asked.push({ url: url.pathname, headers: request.headers, status });
      response.writeHead(status, headers);
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (answer === undefined) return end(404);
    if (typeof answer === 'number') return end(answer);
    if ('location' in answer) return end(302, answer);
    this.serveFile(request, response, { file: answer, path: url.pathname, end });
  }

  private serveFile(
    { headers }: IncomingMessage,
    response: ServerResponse,
    {
      file,
      path,
      end,
    }: { file: ServedFile; path: string; end: (status: number, headers?: Readonly<Record<string, string>>, body?: Buffer) => void },
  ): void {
    const { body, headers: own = {} } = file;
    const isKnown =
      own['etag'] === undefined
        ? own['last-modified'] !== undefined && headers['if-modified-since'] === own['last-modified']
        : headers['if-none-match'] === own['etag'];
    if (isKnown) return end(304, own);
    const time = (this.times.get(path) ?? 0) + 1;
    this.times.set(path, time);
    const trouble = file.trouble?.(time);
    if (typeof trouble === 'number') return end(trouble, { 'retry-after': '0' });
    const from = Number(/^bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
    const to = Number(/-(\d+)$/.exec(headers.range ?? '')?.[1] ?? body.length - 1);
    const isPart = headers.range !== undefined && (headers['if-range'] === undefined || headers['if-range'] === own['etag']);
    const part = isPart ? body.subarray(from, to + 1) : body;
    const range = isPart ? { 'content-range': `bytes ${from}-${from + part.length - 1}/${body.length}` } : {};
    const said = { 'accept-ranges': 'bytes', ...own, ...range, 'content-length': String(part.length) };
    if (trouble === undefined) return end(isPart ? 206 : 200, said, part);
    this.asked.push({ url: path, headers, status: isPart ? 206 : 200 });
    response.writeHead(isPart ? 206 : 200, said);
    response.write(part.subarray(0, Math.ceil(part.length / 2)), () => (trouble === 'cut' ? response.destroy() : undefined));
  }
}
