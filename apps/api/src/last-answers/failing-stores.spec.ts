import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataHealthSchema, pageAnswerSchema, problemSchema } from '@evenhand/contracts';
import { loadSource, type Stores } from '@evenhand/etl';
import { listRuns, verifyAudit } from '@evenhand/records';
import { sql } from '@evenhand/warehouse';
import { Client } from 'pg';
import { isStoreGone } from '../http/store-gone';
import { insertTickets } from '../testing/handful-of-tickets';
import { role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';

const RANGE = 'from=2026-10-01&to=2026-11-01';
const DAY_MS = 86_400_000;
const FAKE_NOTHING_ELSE = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
];

describe('a server whose stores or clock fail', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    await insertTickets(server.stores.warehouse);
  });
  afterAll(() => server.stop());
  afterEach(() => jest.useRealTimers());

  const figures = async (): Promise<unknown> => {
    const response = await server.post('/api/answers', {
      questions: { a: { metrics: ['tickets'], from: '2026-10-01', to: '2026-11-01' } },
    });
    return pageAnswerSchema.parse(await response.json()).answers['a'];
  };
  const load = ({ folder }: Stores, name: string) => {
    const file = join(folder.path, `${name}.csv`);
    writeFileSync(file, 'id,point,issued,called,outcome\nN1,P1,2026-10-06 08:00:00,2026-10-06 08:10:00,served\n');
    return loadSource(server.stores, { source: join(server.folder, 'source'), files: [file] });
  };

  it('[R2] keeps every figure when a load finds the disk full, and says of the load that it failed', async () => {
    const before = await figures();
    const source = join(server.folder, 'source');
    mkdirSync(source);
    writeFileSync(
      join(source, 'source.yml'),
      'name: desk\ntitle: { vi: Quầy, en: Desk }\nzone: Asia/Ho_Chi_Minh\nread: { format: CSVWithNames }\n',
    );
    writeFileSync(
      join(source, 'ticket.sql'),
      'SELECT id AS ticket_id, point AS point_code, issued AS issued_at, called AS first_called_at, outcome FROM input',
    );
    const { warehouse } = server.stores;
    await warehouse.run(sql`ALTER TABLE ticket MODIFY SETTING min_free_disk_bytes_to_perform_insert = 1000000000000000000`);
    const full = await load(server.stores, 'full').then(
      ({ status }) => status,
      (error: unknown) => String(error),
    );
    await warehouse.run(sql`ALTER TABLE ticket RESET SETTING min_free_disk_bytes_to_perform_insert`);
    const [run] = await listRuns(server.stores.records, 1);
    expect([full, run?.status]).toEqual([
      expect.stringContaining('full.csv could not be loaded: the disk of the facts is full.'),
      'failed',
    ]);
    expect(await figures()).toEqual(before);
    expect((await load(server.stores, 'roomy')).status).toBe('published');
    expect(await figures()).not.toEqual(before);
  });

  it('[R5] shows the same figures after the clock went back a day, no feed from the future, and an audit log that still follows', async () => {
    const before = await figures();
    jest.useFakeTimers({ doNotFake: FAKE_NOTHING_ELSE, now: Date.now() - DAY_MS });
    expect(await figures()).toEqual(before);
    expect((await server.get(`/api/answer?metrics=tickets_served&${RANGE}`)).status).toBe(200);
    const health = dataHealthSchema.parse(await (await server.get('/api/health/data')).json());
    expect(health.sources.every(({ closedDays }) => closedDays >= 0)).toBe(true);
    const leader = await server.as(role('leader'));
    expect((await leader.get('/api/city')).status).toBe(200);
    jest.useRealTimers();
    const { broken } = await verifyAudit(server.stores.records);
    expect(broken).toBeNull();
    expect(await figures()).toEqual(before);
  });

  it('[R2] changes and gives away nothing that could not be recorded while the disk of the records is full, and still shows figures', async () => {
    const { records } = server.stores;
    await records.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`);
    for (const table of ['audit_entry', 'saved_view'])
      await records.query(`CREATE TRIGGER full_disk BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION full_disk()`);
    const refused = [
      await server.post('/api/views', { name: 'Sáng thứ hai', path: '/points', query: '' }),
      await server.get(`/api/exports/answer?metrics=tickets&format=csv&${RANGE}`),
    ];
    for (const response of refused)
      expect(problemSchema.parse(await response.json())).toMatchObject({ status: 503, title: 'The stores cannot answer' });
    expect(await figures()).toMatchObject({ answer: expect.anything() });
    for (const table of ['audit_entry', 'saved_view']) await records.query(`DROP TRIGGER full_disk ON ${table}`);
    expect((await server.post('/api/views', { name: 'Sáng thứ hai', path: '/points', query: '' })).status).toBe(201);
    expect((await verifyAudit(records)).broken).toBeNull();
  });

  it('[B6] lets nobody in while the records are away, and says so with 503 instead of 401 or 500', async () => {
    await server.stores.records.destroy();
    for (const path of ['/api/city', `/api/answer?metrics=tickets&${RANGE}`, '/api/views']) {
      const response = await server.get(path);
      expect(problemSchema.parse(await response.json())).toMatchObject({ status: 503, title: 'The stores cannot answer' });
    }
    expect((await server.get('/api/health/live')).status).toBe(200);
    expect((await server.get('/api/health/ready')).status).toBe(503);
    await server.stores.records.initialize();
    expect((await server.get('/api/city')).status).toBe(200);
  });

  it('takes a server of records that nobody runs for one that is away, and a wrong statement for a fault of ours', async () => {
    const refused = await new Client({ connectionString: 'postgres://nobody@127.0.0.1:9/records' })
      .connect()
      .catch((error: unknown) => error);
    const wrong = await server.stores.records.query('SELECT nothing FROM nowhere').catch((error: unknown) => error);
    expect([isStoreGone(refused), isStoreGone(wrong), isStoreGone('gone')]).toEqual([true, false, false]);
  });
});
