import { makeApiToken } from '@evenhand/records';
import { insertTickets } from '../testing/handful-of-tickets';
import { clientOf, role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';

describe('what the server measures of itself', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    await insertTickets(server.stores.warehouse);
  });
  afterAll(() => server.stop());

  const text = async (): Promise<string> => (await server.get('/api/metrics')).text();
  const valueOf = (lines: string, name: string): number | undefined => {
    const line = lines.split('\n').find((one) => one.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.split(' ').at(-1));
  };

  it('counts requests by the route that took them and their status, with how long they took', async () => {
    await server.get('/api/answer?metrics=tickets&from=2026-10-01&to=2026-11-01');
    await server.get('/api/answer?metrics=unheard_of&from=2026-10-01&to=2026-11-01');
    await server.get('/api/nothing-here');
    const lines = await text();
    expect(valueOf(lines, 'evenhand_request_seconds_count{route="GET /api/answer",status="200"}')).toBe(1);
    expect(valueOf(lines, 'evenhand_request_seconds_count{route="GET /api/answer",status="400"}')).toBe(1);
    expect(valueOf(lines, 'evenhand_request_seconds_count{route="none",status="404"}')).toBe(1);
    expect(valueOf(lines, 'evenhand_warehouse_statement_seconds_count{kind="query",failed="false"}')).toBeGreaterThan(0);
  });

  it('says nothing of persons, cases or what somebody asked', async () => {
    await server.get('/api/dossiers/H26.1-secret-code/timeline');
    await server.get('/api/answer?metrics=tickets&from=2026-10-01&to=2026-11-01&where=point:P1&note=Nguyen');
    const lines = await text();
    expect(lines).toContain('GET /api/dossiers/:code/timeline');
    expect(lines).not.toMatch(/secret-code|Nguyen|P1|127\.0\.0\.1|test-/);
  });

  it('tells of stores, feeds, loads, tasks, the audit log, memory and disk', async () => {
    const lines = await text();
    expect(valueOf(lines, 'evenhand_store_up{store="facts"}')).toBe(1);
    expect(valueOf(lines, 'evenhand_store_up{store="records"}')).toBe(1);
    expect(valueOf(lines, 'evenhand_data_age_seconds{source="queue",entity="ticket"}')).toBeGreaterThan(0);
    expect(valueOf(lines, 'evenhand_engine_rows_read')).toBeGreaterThan(0);
    expect(valueOf(lines, 'evenhand_open_tasks')).toBe(0);
    expect(valueOf(lines, 'evenhand_audit_unwritten')).toBeGreaterThanOrEqual(0);
    expect(valueOf(lines, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect(valueOf(lines, 'evenhand_data_folder_free_bytes')).toBeGreaterThan(0);
    expect(lines).toContain('# TYPE evenhand_loads gauge');
  });

  it('is for those who run the server, and for a machine whose token says so', async () => {
    const wanted = { name: 'prometheus', grants: [role('administrator')], actions: ['monitor'], endsAt: null, madeBy: 'test' } as const;
    const { text: token } = await makeApiToken(server.stores.records, wanted);
    const machine = clientOf(server.url, { authorization: `Bearer ${token}` });
    const response = await machine.get('/api/metrics');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
    expect((await machine.get('/api/runs')).status).toBe(403);
    expect((await (await server.as(role('ward_manager'))).get('/api/metrics')).status).toBe(403);
    expect((await server.anonymous.get('/api/metrics')).status).toBe(401);
  });
});
