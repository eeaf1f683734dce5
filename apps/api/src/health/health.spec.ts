import { dataHealthSchema } from '@evenhand/contracts';
import { describeSource } from '@evenhand/records';
import { insertTickets } from '../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../testing/started-server';

describe('the health of the server', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const data = async () => dataHealthSchema.parse(await (await server.get('/api/health/data')).json());

  it('[R9] is live and ready while both stores answer', async () => {
    for (const path of ['/api/health/live', '/api/health/ready']) {
      const response = await server.get(path);
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    }
  });

  it('[R9] has no data before the first load', async () => {
    expect(await data()).toMatchObject({ status: 'empty', sources: [] });
  });

  it('[R9] calls a feed stale when it has been silent for longer than agreed', async () => {
    await insertTickets(server.stores.warehouse);
    expect(await data()).toMatchObject({ status: 'fresh', sources: [{ source: 'queue', expectedEveryHours: null, isStale: false }] });
    await describeSource(server.stores.records, { name: 'queue', title: 'Queue', everyHours: 24 });
    const ten = { entity: 'ticket', source: 'queue', run_id: 2, latest_at: '2020-01-03T10:00:00Z', published_at: '2020-01-03T11:00:00Z' };
    await server.stores.warehouse.insert('known_until', [ten]);
    expect(await data()).toMatchObject({
      status: 'stale',
      sources: [{ entity: 'ticket', latestAt: '2020-01-03T10:00:00.000Z', expectedEveryHours: 24, isStale: true }],
    });
  });

  it('[R9] is not ready, but live, when a store is gone', async () => {
    await server.stores.records.destroy();
    const response = await server.get('/api/health/ready');
    expect(response.status).toBe(503);
    expect((await server.get('/api/health/live')).status).toBe(200);
    await server.stores.records.initialize();
  });
});
