import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshDataFolder } from '@evenhand/etl/testing';
import { sql } from '@evenhand/warehouse';
import { type EngineOverHttp, startEngineOverHttp } from '@evenhand/warehouse/testing';
import { pino } from 'pino';
import { insertTickets } from '../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../testing/started-server';

const RANGE = 'from=2026-10-01&to=2026-11-01';
const ASKED = [
  `answer?metrics=tickets,long_wait_rate,wait_p90&by=point&${RANGE}`,
  `answer?metrics=wait_p90&exact=true&compare=previous&${RANGE}`,
  `rows?metric=tickets&${RANGE}`,
  `rows/export?metric=tickets&${RANGE}`,
  `explain?metric=long_wait_rate&${RANGE}`,
  `diff?metric=tickets&${RANGE}&then=2026-11-01T00:00:00Z`,
  `comparisons?metric=long_wait_rate&${RANGE}`,
  `exports/answer?metrics=tickets&${RANGE}&format=csv`,
  `findings?${RANGE}`,
  `standards/waiting_time/verdicts?${RANGE}`,
  `standards/apology_when_late/breaches?${RANGE}`,
  ...['scores/index-766?period=2026-10', 'scores/quarterly?period=2026-Q3', 'reports/ii06?period=2026-10'],
  ...['live', 'health/data', 'quarantine', 'quarantine/counts', 'deadlines/findings?' + RANGE, 'feeds', 'points', 'city'],
];

describe('a server whose questions have an account of their own', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'evenhand-account-'));
  let engine: EngineOverHttp;
  let server: StartedServer;

  beforeAll(async () => {
    await freshDataFolder(join(scratch, 'tables')); // one engine at a time: the tables of the records are made before
    engine = await startEngineOverHttp({ reader: 'asker' });
    const at = (account: string): string => engine.url.replace('//', `//${account}:a-password@`);
    server = await startServer(pino({ level: 'silent' }), { env: { CLICKHOUSE_URL: at('owner'), CLICKHOUSE_READER_URL: at('asker') } });
    await insertTickets(server.stores.warehouse);
  });
  afterAll(async () => {
    await server.stop();
    await engine.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  it.each(ASKED)('[Q2] asks through it alone: %s', async (path) => {
    const [owner, asker] = [engine.statementsOf('owner'), engine.statementsOf('asker')];
    const response = await server.get(`/api/${path}`);
    expect([response.status, response.status === 200 ? '' : await response.text()]).toEqual([200, '']);
    await response.arrayBuffer();
    expect(engine.statementsOf('owner')).toBe(owner);
    expect(engine.statementsOf('asker')).toBeGreaterThanOrEqual(asker);
  });

  it('[Q2] reads no table of the system through it but those that its account is given, or that everybody may read', async () => {
    await server.get('/api/metrics');
    const task = (await (
      await server.post('/api/tasks/answers', { metrics: ['tickets'], from: '2026-10-01', to: '2026-11-01' })
    ).json()) as {
      readonly id: string;
    };
    await server.send(`/api/tasks/${task.id}`, { method: 'DELETE' });
    const rights = readFileSync(resolve(__dirname, '../../../../deploy/clickhouse-questions.xml'), 'utf8');
    const given = [...rights.matchAll(/GRANT SELECT ON system\.([a-z_]+)/g)].map(([, table]) => table);
    expect(engine.systemTablesOf('asker').filter((table) => !['tables', 'columns', 'one'].includes(table))).toEqual(given.toSorted());
  });

  it('[Q2] can change nothing through it, whatever a question says', async () => {
    const { questions, warehouse } = server.stores;
    const before = await warehouse.rows(sql`SELECT count() AS n FROM ticket`);
    const forbidden = [
      sql`TRUNCATE TABLE ticket`,
      sql`INSERT INTO ticket SELECT * FROM ticket`,
      sql`CREATE TABLE x (a String) ENGINE = Memory`,
      sql`ALTER TABLE ticket DELETE WHERE 1`,
    ];
    for (const statement of forbidden) await expect(questions.run(statement)).rejects.toMatchObject({ code: 'READONLY' });
    await expect(questions.insert('working_day', [{ day: '2026-10-01' }])).rejects.toMatchObject({ code: 'READONLY' });
    expect(await warehouse.rows(sql`SELECT count() AS n FROM ticket`)).toEqual(before);
  });
});
