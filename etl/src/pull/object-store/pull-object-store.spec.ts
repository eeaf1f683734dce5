import { gzipSync } from 'node:zlib';
import { sql, trusted } from '@evenhand/warehouse';
import type { RunSummary } from '../../load/load-source';
import { Scratch, TICKET_HEADER, TICKETS } from '../../load/scratch-stores';
import type { Stores } from '../../stores';
import { pullSource } from '../pull-source';
import { ACCESS, ScratchStore, SECRET } from './scratch-store';
import { signedHeaders } from './signature';

/** The examples of "Authenticating Requests: Using the Authorization Header" in the Amazon S3 API reference. */
describe('a signature', () => {
  const keys = { access: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
  const now = new Date('2013-05-24T00:00:00Z');
  const signatureOf = (path: string, headers = {}): string | undefined =>
    signedHeaders(keys, { url: new URL(`https://examplebucket.s3.amazonaws.com/${path}`), region: 'us-east-1', now, headers })[
      'authorization'
    ]?.split('Signature=')[1];

  it.each([
    ['test.txt', { range: 'bytes=0-9' }, 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'],
    ['?lifecycle', {}, 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
    ['?max-keys=2&prefix=J', {}, '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
  ])('of %s is the published one', (path, headers, signature) => expect(signatureOf(path, headers)).toBe(signature));
});

describe('objects of a bucket', () => {
  const scratch = new Scratch();
  const store = new ScratchStore();
  const env = { STORE_ACCESS: ACCESS, STORE_SECRET: SECRET };
  let stores: Stores;
  let site: string;
  beforeAll(async () => {
    stores = await scratch.open();
    site = await store.server.start();
  });
  afterAll(async () => {
    await store.server.stop();
    await stores.close();
    scratch.remove();
  });

  const csv = (...ids: readonly string[]): Buffer =>
    Buffer.from([TICKET_HEADER, ...ids.map((id) => `${id},P1,2026-10-05 08:00:00,,waiting`), ''].join('\n'));
  const source = (name: string, ...from: readonly string[]): string =>
    scratch.source(name, { ticket: TICKETS }, [
      'read: { format: CSVWithNames }',
      `from:`,
      ...[
        'kind: object_store',
        `endpoint: '${site}'`,
        'first_wait_ms: 1',
        'access_key_env: STORE_ACCESS',
        'secret_key_env: STORE_SECRET',
        ...from,
      ].map((one) => `  ${one}`),
    ]);
  const pull = (folder: string, as: Readonly<Record<string, string>> = env): Promise<readonly RunSummary[]> =>
    pullSource(stores, folder, undefined, as);
  const countsOf = (runs: readonly RunSummary[]): unknown[] =>
    runs.map(({ status, counts: [count] }) => [status, count?.read, count?.loaded]);

  it('are listed page by page and loaded once, whatever their keys hold; only what changed is fetched again', async () => {
    store.put('2026/10/05/hàng đợi+1 (a).csv', csv('a1', 'a2'));
    store.put('2026/10/05/queue.csv.gz', gzipSync(csv('b1')));
    store.put('2026/10/06/queue.csv.gz', gzipSync(csv('c1')));
    store.put('2026/10/06/folder/', Buffer.alloc(0));
    store.put('2026/10/06/notes.txt', Buffer.from('no table'));
    store.put('2025/old.csv', csv('old'));
    const folder = source('store-days', 'bucket: queue-logs', 'prefix: 2026/', "files: '**/*.{csv,csv.gz}'");
    expect(countsOf(await pull(folder))).toEqual([['published', 4, 4]]);
    const files = await stores.warehouse.rows<{ file: string }>(
      sql`SELECT DISTINCT file FROM ticket WHERE source = 'store-days' ORDER BY file`,
    );
    expect(files.map(({ file }) => file)).toEqual([
      'queue-logs_2026_10_05/hàng đợi_1 (a).csv',
      'queue-logs_2026_10_05/queue.csv.gz',
      'queue-logs_2026_10_06/queue.csv.gz',
    ]);
    store.server.asked.splice(0);
    expect(await pull(folder)).toEqual([]);
    expect(store.server.asked.map(({ url }) => url)).toEqual(['/queue-logs', '/queue-logs', '/queue-logs']);
    store.put('2026/10/06/queue.csv.gz', gzipSync(csv('c1', 'c2')), { trouble: (time) => (time === 1 ? 'cut' : undefined) });
    expect(countsOf(await pull(folder))).toEqual([['published', 2, 1]]);
  });

  it('are there for the engine’s own client under the same signature', async () => {
    store.put('own/client.csv', csv('x', 'y', 'z'));
    const found = await stores.warehouse.rows(
      sql`SELECT count() AS n FROM s3(${trusted(`'${site}/queue-logs/own/client.csv', '${ACCESS}', '${SECRET}'`)}, 'CSVWithNames', 'id String')`,
    );
    expect(found).toEqual([{ n: 3 }]);
  });

  it('are refused to a wrong key, a missing key, and in a bucket that is not there', async () => {
    const folder = source('store-keys', 'bucket: queue-logs');
    await expect(pull(folder, { ...env, STORE_SECRET: 'wrong' })).rejects.toThrow(
      '/queue-logs answers 403 Forbidden: check STORE_ACCESS, STORE_SECRET.',
    );
    await expect(pull(folder, { STORE_ACCESS: ACCESS })).rejects.toThrow(
      'The environment variable STORE_SECRET is not set; it must hold the secret key.',
    );
    await expect(pull(source('store-none', 'bucket: elsewhere'))).rejects.toThrow('/elsewhere answers 404 Not Found.');
  });

  it('[F1] are loaded without those whose key would lead elsewhere, which are named', async () => {
    store.put('up/../../secret.csv', csv('s'));
    store.put('up/good.csv', csv('up-good'));
    await expect(pull(source('store-up', 'bucket: queue-logs', 'prefix: up/'))).rejects.toThrow(
      'The key "up/../../secret.csv" cannot be fetched',
    );
    expect(await stores.warehouse.rows(sql`SELECT ticket_id FROM ticket WHERE source = 'store-up'`)).toEqual([{ ticket_id: 'up-good' }]);
  });

  it.each([
    [['bucket: Queue_Logs'], 'from.bucket: must be the name of a bucket'],
    [['bucket: queue-logs', "endpoint: 'http://store.example'"], 'from.endpoint: must be an https address without a path'],
    [['bucket: queue-logs', 'secret_key: abc'], 'Unrecognized key: "secret_key"'],
  ])('[F2] are refused with the settings %j', async (from, sentence) => {
    const settings = ['kind: object_store', ...(from.some((one) => one.startsWith('endpoint')) ? [] : [`endpoint: '${site}'`]), ...from];
    const folder = scratch.source('store-odd', { ticket: TICKETS }, [
      'read: { format: CSVWithNames }',
      'from:',
      ...settings.map((one) => `  ${one}`),
    ]);
    await expect(pull(folder)).rejects.toThrow(sentence);
  });
});
