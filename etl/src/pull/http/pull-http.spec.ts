import { cpSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listRuns, releaseFile, takeFile } from '@evenhand/records';
import { sql } from '@evenhand/warehouse';
import type { RunSummary } from '../../load/load-source';
import { Scratch, TICKET_HEADER, TICKETS } from '../../load/scratch-stores';
import type { Stores } from '../../stores';
import { FileServer } from '../fetched/file-server';
import { pullSource } from '../pull-source';

const scratch = new Scratch();
const server: FileServer = new FileServer((request, url) => {
  if (url.pathname.startsWith('/locked/') && request.headers.authorization !== 'Bearer let-me-in') return 401;
  if (url.pathname === '/moved.csv') return { location: '/plain.csv' };
  if (url.pathname === '/abroad.csv') return { location: 'http://localhost:9/plain.csv' };
  return server.files.get(url.pathname);
});
let stores: Stores;
let site: string;
beforeAll(async () => {
  stores = await scratch.open();
  site = await server.start();
});
afterAll(async () => {
  await server.stop();
  await stores.close();
  scratch.remove();
});

const line = (id: string, point = 'P1'): string => `${id},${point},2026-10-05 08:00:00,,waiting`;
const csv = (...lines: readonly string[]): Buffer => Buffer.from([TICKET_HEADER, ...lines, ''].join('\n'));
const long = (prefix: string): Buffer => csv(...Array.from({ length: 20_000 }, (_, id) => line(`${prefix}-${id}`)));

const source = (name: string, ...from: readonly string[]): string =>
  scratch.source(name, { ticket: TICKETS }, [
    'read: { format: CSVWithNames }',
    'from:',
    '  kind: http',
    '  first_wait_ms: 1',
    ...from.map((one) => `  ${one}`),
  ]);
const urls = (...paths: readonly string[]): string => `urls: [${paths.map((path) => `'${site}${path}'`).join(', ')}]`;
const pull = (folder: string, env = {}): Promise<readonly RunSummary[]> => pullSource(stores, folder, undefined, env);
const countsOf = (runs: readonly RunSummary[]): unknown[] =>
  runs.map(({ status, counts: [count] }) => [status, count?.read, count?.loaded]);
const left = (name: string): string[] =>
  readdirSync(join(stores.folder.path, 'landing', name), { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );

describe('files of a web server', () => {
  it('are loaded once, and again when they change; nothing of them stays in landing', async () => {
    server.files.set('/plain.csv', { body: csv(line('plain-1'), line('plain-2', '')), headers: { etag: '"1"' } });
    server.files.set('/dated.csv.gz', {
      body: gzipSync(csv(line('dated-1'))),
      headers: { 'last-modified': 'Mon, 05 Oct 2026 01:00:00 GMT' },
    });
    server.files.set('/bare.csv', { body: csv(line('bare-1')) });
    const folder = source('http-plain', urls('/plain.csv', '/dated.csv.gz', '/bare.csv'));
    expect(countsOf(await pull(folder))).toEqual([['published', 4, 3]]);
    const quarantined = await stores.warehouse.rows(sql`SELECT file, line FROM quarantine WHERE source = 'http-plain'`);
    expect(quarantined).toEqual([{ file: 'plain.csv', line: 3 }]);
    server.asked.splice(0);
    expect(await pull(folder)).toEqual([]);
    // A server that says nothing of its content sends it again; the same bytes are not loaded again.
    expect(server.asked.map(({ url, status }) => [url, status])).toEqual([
      ['/bare.csv', 200],
      ['/dated.csv.gz', 304],
      ['/plain.csv', 304],
    ]);
    server.files.set('/plain.csv', { body: csv(line('plain-1'), line('plain-3')), headers: { etag: '"2"' } });
    expect(countsOf(await pull(folder))).toEqual([['published', 2, 1]]);
    expect(left('http-plain')).toEqual([]);
  });

  it('come whole through a server that fails, breaks off and stalls', async () => {
    server.files.set('/busy.csv', { body: csv(line('busy')), trouble: (time) => (time <= 2 ? 500 + time : undefined) });
    server.files.set('/cut.csv', { body: long('cut'), headers: { etag: '"c"' }, trouble: (time) => (time <= 2 ? 'cut' : undefined) });
    server.files.set('/untagged.csv', { body: long('untagged'), trouble: (time) => (time === 1 ? 'cut' : undefined) });
    server.files.set('/stall.csv', {
      body: long('stall'),
      headers: { etag: '"s"' },
      trouble: (time) => (time === 1 ? 'stall' : undefined),
    });
    server.asked.splice(0);
    const folder = source('http-rough', 'idle_seconds: 0.3', urls('/busy.csv', '/cut.csv', '/untagged.csv', '/stall.csv'));
    expect(countsOf(await pull(folder))).toEqual([['published', 60_001, 60_001]]);
    const statuses = (path: string): number[] => server.asked.filter(({ url }) => url === path).map(({ status }) => status);
    expect(statuses('/busy.csv')).toEqual([501, 502, 200]);
    // Half, half of the rest, the rest; without a tag nothing proves that the rest belongs to the beginning.
    expect(statuses('/cut.csv')).toEqual([200, 206, 206]);
    expect(statuses('/untagged.csv')).toEqual([200, 200]);
    expect(statuses('/stall.csv')).toEqual([200, 206]);
  });

  it('start again when the content changed while they were fetched', async () => {
    const first = long('before');
    const second = long('after');
    let tag = '"1"';
    server.files.set('/changing.csv', {
      get body() {
        return tag === '"1"' ? first : second;
      },
      get headers() {
        return { etag: tag };
      },
      trouble: (time) => {
        tag = '"2"';
        return time === 1 ? 'cut' : undefined;
      },
    });
    const folder = source('http-changing', urls('/changing.csv'));
    expect(countsOf(await pull(folder))).toEqual([['published', 20_000, 20_000]]);
    const [found] = await stores.warehouse.rows(
      sql`SELECT countIf(startsWith(ticket_id, 'after')) AS after FROM ticket WHERE source = 'http-changing'`,
    );
    expect(found).toEqual({ after: 20_000 });
  });

  it('that cannot be had or loaded hold up no other: they are named, kept and tried again', async () => {
    server.files.set('/1-bad.csv', { body: Buffer.from('colour\nred\n') });
    server.files.set('/2-good.csv', { body: csv(line('good')), headers: { etag: '"g"' } });
    server.files.set('/3-down.csv', { body: csv(line('down')), trouble: () => 503 });
    const folder = source('http-mixed', 'retries: 1', urls('/1-bad.csv', '/2-good.csv', '/3-down.csv', '/4-none.csv'));
    const failure = await pull(folder).then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(failure).toContain(`${site}/3-down.csv could not be fetched in 2 attempts; the last: it answers 503 Service Unavailable.`);
    expect(failure).toContain(`${site}/4-none.csv answers 404 Not Found.`);
    expect(failure).toContain('1-bad.csv does not have. The file has: colour. It is kept as ');
    expect(left('http-mixed')).toEqual(['1-bad.csv']);
    expect((await listRuns(stores.records)).filter(({ source: of, status }) => of === 'http-mixed' && status === 'published')).toHaveLength(
      1,
    );
    server.files.set('/1-bad.csv', { body: csv(line('mended')) });
    server.files.set('/3-down.csv', { body: csv(line('up')) });
    await expect(pull(folder)).rejects.toThrow('/4-none.csv answers 404 Not Found.');
    const [{ n } = { n: 0 }] = await stores.warehouse.rows<{ n: number }>(sql`SELECT count() AS n FROM ticket WHERE source = 'http-mixed'`);
    expect(n).toBe(3);
  });

  it('[F2] are found through a page that lists them; links that lead elsewhere are left out', async () => {
    const page = `<a href="../">..</a> <a href="queue-2.csv">2</a> <a href='queue-1.csv?x=1&amp;y=2'>1</a> <a href="notes.txt">n</a>
      <a href="http://localhost:9/queue-9.csv">elsewhere</a> <a href="/queue-8.csv">above</a> <a href="queue-2.csv">again</a> <a href="javascript:alert(1)">x</a>`;
    server.files.set('/list/', { body: Buffer.from(page) });
    for (const number of [1, 2]) server.files.set(`/list/queue-${number}.csv`, { body: csv(line(`listed-${number}`)) });
    const folder = source('http-list', `index: { url: '${site}/list/', files: 'queue-*.csv' }`);
    server.asked.splice(0);
    expect(countsOf(await pull(folder))).toEqual([['published', 2, 2]]);
    expect(server.asked.map(({ url }) => url)).toEqual(['/list/', '/list/queue-1.csv', '/list/queue-2.csv']);
    await expect(pull(source('http-none', `index: { url: '${site}/list/', files: '*.parquet' }`))).rejects.toThrow(
      '/list/ links to no file whose name fits *.parquet.',
    );
  });

  it('of the example are found and loaded', async () => {
    const example = join(__dirname, '../../../sources/queue-http');
    const names = globSync('example-*.csv', { cwd: example });
    server.files.set('/', { body: Buffer.from(names.map((name) => `<li><a href="${name}">${name}</a></li>`).join('')) });
    for (const name of names) server.files.set(`/${name}`, { body: readFileSync(join(example, name)) });
    const folder = join(scratch.path, 'queue-http');
    cpSync(example, folder, { recursive: true });
    writeFileSync(join(folder, 'source.yml'), readFileSync(join(example, 'source.yml'), 'utf8').replace('http://localhost:8099', site));
    expect(countsOf(await pull(folder))).toEqual([['published', 8, 6]]);
  });

  it('[F2] are fetched with credentials of the environment, which follow a redirect on the same server only', async () => {
    server.files.set('/locked/a.csv', { body: csv(line('locked')) });
    const locked = source('http-locked', urls('/locked/a.csv'), 'headers_env: { Authorization: QUEUE_AUTHORIZATION }');
    await expect(pull(locked)).rejects.toThrow(
      'The environment variable QUEUE_AUTHORIZATION is not set; it must hold the header Authorization.',
    );
    await expect(pull(locked, { QUEUE_AUTHORIZATION: 'Bearer wrong' })).rejects.toThrow(
      '/locked/a.csv answers 401 Unauthorized: check QUEUE_AUTHORIZATION.',
    );
    expect(countsOf(await pull(locked, { QUEUE_AUTHORIZATION: 'Bearer let-me-in' }))).toEqual([['published', 1, 1]]);
    server.files.set('/plain.csv', { body: csv(line('moved')) });
    expect(countsOf(await pull(source('http-moved', urls('/moved.csv'))))).toEqual([['published', 1, 1]]);
    await expect(pull(source('http-abroad', urls('/abroad.csv')))).rejects.toThrow(
      '/abroad.csv redirects to http://localhost:9; only addresses on the same server are followed.',
    );
  });

  it('are not loaded twice after a pull that died once their run was published', async () => {
    server.files.set('/once.csv', { body: csv(line('once')), headers: { etag: '"o"' } });
    const folder = source('http-once', urls('/once.csv'));
    const [run] = await pull(folder);
    // What the records held when the pull had published but not yet noted it.
    const [readFrom = ''] = run?.files ?? [];
    const { manager } = stores.records;
    await manager.query(`UPDATE delivered_file SET status = 'taken', run_id = NULL WHERE source = 'http-once'`);
    expect(await pull(folder)).toEqual([]);
    const lost = await takeFile(stores.records, {
      source: 'http-once',
      address: `${site}/lost.csv`,
      fingerprint: '{}',
      readFrom: `${readFrom}.lost`,
    });
    expect(await pull(folder)).toEqual([]);
    await expect(releaseFile(stores.records, lost.id)).resolves.toBeUndefined();
    expect(await manager.query(`SELECT address, status FROM delivered_file WHERE source = 'http-once'`)).toEqual([
      { address: `${site}/once.csv`, status: 'loaded' },
    ]);
  });

  it.each([
    [["urls: ['ftp://a.example/x.csv']"], 'from.urls.0: must be an http or https address without a name or password in it.'],
    [["urls: ['https://u:p@a.example/x.csv']"], 'from.urls.0: must be an http or https address without a name or password in it.'],
    [[], 'from: must have either urls or index.'],
    [
      ["urls: ['http://a.example/x.csv']", 'headers_env: { Authorization: A_B }'],
      'from: sends headers_env, so its addresses must begin with https',
    ],
    [["urls: ['https://a.example/x.csv']", 'headers_env: { Authorization: secret }'], 'must name an environment variable'],
  ])('[F2] are refused with the settings %j', async (from, sentence) =>
    expect(pull(source(`http-odd-${from.join('').length}`, ...from))).rejects.toThrow(sentence),
  );
});
