import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listWatermarks } from '@evenhand/records';
import { sql } from '@evenhand/warehouse';
import { Scratch } from '../../load/scratch-stores';
import type { Stores } from '../../stores';
import { pullSource } from '../pull-source';
import { brokenOff, cutJson, nothing, PageServer, silence, status, type Ticket } from './page-server';

const STAGING = `SELECT JSONExtractRaw(record, 'id') AS ticket_id, 'P1' AS point_code, JSONExtractString(record, 'at') AS issued_at,
  'waiting' AS outcome, JSONExtractString(record, 'at') AS told_at FROM input`;
const ENV = { QUEUE_KEY: 'khoa-bi-mat' };
const minute = (n: number): string => new Date(Date.parse('2026-10-05T01:00:00Z') + n * 60_000).toISOString();
const tickets = (count: number, from = 0): Ticket[] => Array.from({ length: count }, (_, n) => ({ id: from + n, at: minute(from + n) }));

describe('a source asked page by page', () => {
  const scratch = new Scratch();
  let stores: Stores;
  let server: PageServer;
  let number = 0;
  beforeAll(async () => {
    stores = await scratch.open();
    server = await PageServer.start();
  });
  beforeEach(() => {
    server.forget();
    server.size = 2;
    server.tickets = tickets(5);
  });
  afterAll(async () => {
    await server.stop();
    await stores.close();
    scratch.remove();
  });

  const CURSOR = 'paging: { kind: cursor, param: cursor, next: next }';
  const SINCE = 'since: { param: since, watermark: at, overlap_minutes: 2 }';
  /** A source of its own over the server; retries follow one another at once. */
  const source = (...lines: readonly string[]): string => {
    const name = `rest-${++number}`;
    const all = [
      'kind: rest',
      `url: ${server.url}`,
      'records: data.items',
      'headers_env: { x-key: QUEUE_KEY }',
      'first_wait_ms: 1',
      ...lines,
    ];
    // What a test says itself stands instead.
    const last = new Map(all.map((line) => [line.split(':')[0], line]));
    if (!last.has('rate_per_second')) last.set('rate_per_second', 'rate_per_second: 1000');
    return scratch.source(name, { ticket: STAGING }, ['from:', ...[...last.values()].map((line) => `  ${line}`)]);
  };
  const pull = (folder: string) => pullSource(stores, folder, undefined, ENV);
  const loaded = async (folder: string): Promise<number[]> => {
    const name = folder.split('/').at(-1) ?? '';
    const rows = await stores.warehouse.rows<{ id: string }>(sql`SELECT ticket_id AS id, source FROM ticket ORDER BY issued_at`);
    return (rows as { id: string; source: string }[]).filter((row) => row.source === name).map(({ id }) => Number(id));
  };
  const refusal = async (folder: string): Promise<string> => String(await pull(folder).catch((error: unknown) => error));

  it.each([
    [CURSOR, ['', '?cursor=2', '?cursor=4']],
    ['paging: { kind: page, param: page, size_param: size, size: 2 }', ['?page=1&size=2', '?page=2&size=2', '?page=3&size=2']],
    ['paging: { kind: page, param: page }', ['?page=1', '?page=2', '?page=3', '?page=4']],
    ['paging: { kind: offset, param: offset, size: 2 }', ['?offset=0', '?offset=2', '?offset=4']],
    ['paging: { kind: link_header }', ['', '?cursor=2', '?cursor=4']],
  ])('is read to its end with %s', async (paging, asked) => {
    const folder = source(paging);
    const [run] = await pull(folder);
    expect(run?.counts).toEqual([expect.objectContaining({ read: 5, loaded: 5, duplicate: 0 })]);
    expect(server.asked).toEqual(asked);
    expect(await loaded(folder)).toEqual([0, 1, 2, 3, 4]);
    expect(server.keys).toEqual(asked.map(() => 'khoa-bi-mat'));
  });

  it('is asked for what changed since the watermark less the overlap', async () => {
    const folder = source(CURSOR, SINCE);
    await pull(folder);
    server.tickets = tickets(7);
    server.forget();
    const [run] = await pull(folder);
    expect(server.asked[0]).toBe(`?since=${encodeURIComponent(minute(2))}`); // the fifth is of minute 4
    expect(run?.counts).toEqual([expect.objectContaining({ read: 5, loaded: 2, duplicate: 3 })]);
  });

  it('may tell a record from the future, which hides nothing', async () => {
    const folder = source(CURSOR, SINCE);
    server.tickets = [...tickets(2), { id: 99, at: '2087-01-01T00:00:00Z' }];
    await pull(folder);
    const [mark] = (await listWatermarks(stores.records)).filter((one) => folder.endsWith(one.source));
    expect(Number(mark?.value)).toBeLessThanOrEqual(Date.now() + 1000);
  });

  it('keeps numbers as long as they were written', async () => {
    const folder = source();
    server.size = 9;
    const id = '12345678901234567890';
    server.faults = [
      (_, response) => {
        response.writeHead(200).end(`{"data":{"items":[{"id":${id},"at":"${minute(0)}"}]}}`);
        return true;
      },
    ];
    await pull(folder);
    const rows = await stores.warehouse.rows(sql`SELECT ticket_id FROM ticket WHERE startsWith(ticket_id, '1234567890')`);
    expect(rows).toEqual([{ ticket_id: id }]);
  });

  it.each([
    ['a server that fails', status(500)],
    ['a server that is busy', status(503, { 'retry-after': '0' })],
    ['a limit of requests', status(429, { 'retry-after': new Date(Date.now() - 1000).toUTCString() })],
    ['an answer that is cut off', cutJson],
    ['a connection that breaks', brokenOff],
  ])('is asked again after %s', async (_, fault) => {
    const folder = source(CURSOR);
    server.faults = [nothing, fault, fault];
    await pull(folder);
    expect(await loaded(folder)).toEqual([0, 1, 2, 3, 4]);
    expect(server.asked).toEqual(['', '?cursor=2', '?cursor=2', '?cursor=2', '?cursor=4']);
  });

  it('is given the pause that it asks for', async () => {
    server.faults = [status(429, { 'retry-after': '1' })];
    await pull(source(CURSOR));
    expect((server.at[1] ?? 0) - (server.at[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('is given up after as many attempts as allowed, and says why', async () => {
    const folder = source(CURSOR, 'retries: 2', 'timeout_seconds: 0.1');
    server.faults = [silence, silence, silence];
    expect(await refusal(folder)).toContain('could not be read in 3 attempts; the last: no complete answer within 0.1 seconds.');
    expect(server.asked).toHaveLength(3);
  });

  it('is asked no faster than allowed, after a burst', async () => {
    await pull(source(CURSOR, 'rate_per_second: 20', 'burst: 1'));
    // Two pauses of 50 ms between three requests; the first may arrive somewhat late.
    expect((server.at[2] ?? 0) - (server.at[0] ?? 0)).toBeGreaterThanOrEqual(75);
  });

  it.each([
    ['a wrong key', [], status(403), 'answers 403 Forbidden: check what stands in QUEUE_KEY.'],
    [
      'a pause that is too long',
      ['most_wait_seconds: 60'],
      status(429, { 'retry-after': '7200' }),
      'asks to wait 7200 seconds; most_wait_seconds allows 60.',
    ],
    [
      'another host',
      [],
      status(302, { location: 'http://169.254.169.254/latest' }),
      'points to http://169.254.169.254, which is another host',
    ],
    [
      'redirects without end',
      [],
      ((_, response) => {
        server.faults.push(server.faults[0] ?? nothing);
        response.writeHead(302, { location: server.url }).end();
        return true;
      }) as typeof nothing,
      'redirects more than 5 times.',
    ],
    [
      'an answer that is too large',
      ['most_bytes: 40'],
      nothing,
      'answers with more than 40 bytes; ask for smaller pages or raise most_bytes.',
    ],
    ['no list', ['records: rows'], nothing, 'answers without a list of records at "rows"; it gives an object with the keys data, next.'],
  ])('is refused for %s, in one sentence and at once', async (_, lines, fault, sentence) => {
    server.faults = [fault, fault, fault, fault, fault, fault, fault];
    const said = await refusal(source(CURSOR, ...lines));
    expect(said).toContain(sentence);
    expect(said).not.toContain(ENV.QUEUE_KEY);
  });

  it('is refused when its list would never end', async () => {
    const again: typeof nothing = (_, response) => {
      response.writeHead(200).end('{"data":{"items":[]},"next":"7"}');
      return true;
    };
    server.faults = [again, again, again];
    expect(await refusal(source(CURSOR))).toContain('names a page as the one that follows it; its list would never end.');
  });

  it.each(['http://example.org/x', 'ftp://127.0.0.1/x', 'https://a:b@example.org/x', 'file:///etc/passwd'])(
    '[F2] is refused at %s',
    async (url) => {
      expect(await refusal(source(`url: ${url}`))).toContain('must be an https address without a name or password in it');
    },
  );

  it('goes on behind the last page that landed when it broke off, and loads what had landed', async () => {
    const folder = source(CURSOR, 'retries: 0');
    server.faults = [nothing, nothing, status(500)];
    expect(await refusal(folder)).toContain('could not be read in 1 attempts');
    const landing = join(stores.folder.path, 'landing', folder.split('/').at(-1) ?? '');
    expect(readdirSync(landing).sort()).toEqual(['listing.json', 'page-000000001.jsonl', 'page-000000002.jsonl']);
    server.forget();
    const [run] = await pull(folder);
    expect(server.asked).toEqual(['?cursor=4']);
    expect(run?.counts).toEqual([expect.objectContaining({ read: 5, loaded: 5 })]);
    expect(readdirSync(landing)).toEqual([]);
  });

  it('begins its list again when the server has forgotten the page', async () => {
    const folder = source(CURSOR, 'retries: 0');
    server.faults = [nothing, status(500)];
    await refusal(folder);
    server.forget();
    server.faults = [status(410)];
    const runs = await pull(folder);
    expect(server.asked).toEqual(['?cursor=2', '', '?cursor=2', '?cursor=4']);
    expect(runs.map(({ counts }) => counts[0])).toEqual([
      expect.objectContaining({ read: 2, loaded: 2 }),
      expect.objectContaining({ read: 5, loaded: 3, duplicate: 2 }),
    ]);
  });

  it('is loaded in several runs when it is long', async () => {
    const folder = source(CURSOR, 'batch_records: 2');
    const runs = await pull(folder);
    expect(runs.map(({ counts }) => counts[0]?.loaded)).toEqual([2, 2, 1]);
  });

  it('brings no run when there is nothing', async () => {
    server.tickets = [];
    expect(await pull(source(CURSOR))).toEqual([]);
  });

  it('is the simulated queue system of the example', async () => {
    const example = join(__dirname, '../../../sources/queue-rest');
    const system = spawn(process.execPath, [join(example, 'simulated-server.mjs'), '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const said = await new Promise<Buffer>((hear) => system.stdout.once('data', hear));
      const [url = ''] = /http:\S+/.exec(String(said)) ?? [];
      const folder = join(scratch.path, 'queue-rest');
      cpSync(example, folder, { recursive: true });
      const settings = readFileSync(join(folder, 'source.yml'), 'utf8');
      writeFileSync(join(folder, 'source.yml'), settings.replace('http://127.0.0.1:8099/v1/tickets', url));
      const [run] = await pullSource(stores, folder, undefined, { QUEUE_REST_KEY: 'simulated' });
      expect(run?.counts).toEqual([expect.objectContaining({ entity: 'ticket', read: 250, loaded: 250, quarantined: 0 })]);
    } finally {
      system.kill();
    }
  });
});
