import { auditCheckSchema, auditPageSchema } from '@evenhand/contracts';
import { startServer, type StartedServer } from '../testing/started-server';
import { type Client, role } from '../testing/signed-in';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';

describe('the audit log of the API', () => {
  let server: StartedServer;
  let auditor: Client;
  beforeAll(async () => {
    server = await startServer();
    auditor = await server.as({ role: 'auditor', units: [], branches: [] });
  });
  afterAll(() => server.stop());

  const entries = async (query: string) => auditPageSchema.parse(await (await auditor.get(`/api/audit?${query}`)).json());

  it('[R1] tells who saw which figures, with their filters, once an hour', async () => {
    for (let again = 0; again < 3; again++) await auditor.get(`/api/answer?metrics=tickets&${OCTOBER}`);
    const { entries: seen } = await entries('did=/api/answer');
    expect(seen).toHaveLength(1);
    expect(seen[0]?.name).toBe('Test');
    expect(JSON.parse(seen[0]?.what ?? '')).toMatchObject({ metrics: 'tickets', from: '2026-10-01', to: '2026-11-01' });
  });

  it('[R1] tells who took which figures away', async () => {
    const file = await auditor.get(`/api/exports/answer?metrics=tickets&${OCTOBER}&format=csv`);
    expect(file.status).toBe(200);
    await file.text();
    const { entries: exported } = await entries('did=exports');
    expect(exported.map(({ did }) => did)).toEqual(['GET /api/exports/answer']);
    expect(JSON.parse(exported[0]?.what ?? '')).toMatchObject({ format: 'csv', from: '2026-10-01' });
  });

  it('[R1] tells who changed what, and into what', async () => {
    const manager = await server.as({ role: 'city_manager', units: [], branches: [] });
    const body = JSON.stringify({ kind: 'holiday', reason: 'Notice 12' });
    const set = await manager.send('/api/calendar/days/2026-09-02', {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    });
    expect([set.status, set.status === 200 ? '' : await set.text()]).toEqual([200, '']);
    const { entries: changes } = await entries('did=/api/calendar/days');
    expect(changes.map(({ did }) => did)).toEqual(['PUT /api/calendar/days/:day', 'PUT /api/calendar/days/:day begun']);
    expect(JSON.parse(changes[0]?.what ?? '')).toEqual({ day: '2026-09-02' });
    expect(JSON.parse(changes[0]?.after ?? '')).toMatchObject({ kind: 'holiday', reason: 'Notice 12' });
    expect(JSON.parse(changes[0]?.before ?? '')).toEqual({ '2026-09-02': null });
  });

  it('[R1] tells what stood before a rule was set anew, what was operated and what an account was given, and no name', async () => {
    const client = await server.as({ role: 'city_manager', units: [], branches: [] }, { role: 'administrator', units: [], branches: [] });
    const json = { 'content-type': 'application/json' };
    const day = { day: '2026-09-02', kind: 'working', note: null };
    await client.post('/api/registers/calendar/changes', { reason: 'Notice 13', set: [day] });
    for (const minutes of [12, 14])
      await client.send('/api/standards/waiting_time', {
        method: 'PUT',
        headers: json,
        body: JSON.stringify({ effectiveFrom: '2030-01-01', limits: { minutes }, reason: 'Notice 14' }),
      });
    await client.post('/api/quarantine/replay', { source: 'queue' });
    await client.post('/api/tokens', { name: 'Màn hình chị Lan', grants: [role('leader')], actions: ['look'], days: 30 });
    const told = async (did: string) => (await entries(`did=${did}`)).entries.filter(({ did: name }) => name === decodeURIComponent(did));
    const [register] = await told('POST /api/registers/:register/changes');
    expect(JSON.parse(register?.before ?? '')).toMatchObject({ '2026-09-02': { kind: 'holiday' } });
    const [second, first] = await told('PUT /api/standards/:id');
    expect([JSON.parse(first?.before ?? '""'), JSON.parse(second?.before ?? '""')]).toEqual([
      '',
      expect.objectContaining({ limits: expect.objectContaining({ minutes: 12 }) }),
    ]);
    expect((await told('POST /api/quarantine/replay'))[0]?.after).toBe('{"source":"queue"}');
    const [token] = await told('POST /api/tokens');
    expect(JSON.parse(token?.after ?? '')).toEqual({ grants: [role('leader')], actions: ['look'], days: 30 });
    expect(JSON.stringify(token)).not.toContain('Lan');
  });

  it('[R1] leaves as a file that holds what is searched for, whole, after a trace of who took it', async () => {
    const file = await auditor.get('/api/audit/export?did=/api/standards&format=jsonl');
    const lines = (await file.text()).trimEnd().split('\n');
    const { total, entries: page } = await entries('did=/api/standards');
    expect([lines.length, lines.map((line) => JSON.parse(line) as unknown)]).toEqual([total, page]);
    const [taken] = (await entries('did=/api/audit/export')).entries;
    expect(JSON.parse(taken?.what ?? '')).toEqual({ did: '/api/standards', format: 'jsonl' });
    const csv = await auditor.get('/api/audit/export');
    expect([csv.headers.get('content-disposition'), (await csv.text()).split('\r\n')[0]]).toEqual([
      expect.stringContaining('audit'),
      'id,at,who,name,did,what,before,after,requestId,hash',
    ]);
    const leader = await server.as(role('leader'));
    expect((await leader.get('/api/audit/export')).status).toBe(403);
  });

  it('is read and checked by auditors, and by nobody who only reads figures', async () => {
    const check = auditCheckSchema.parse(await (await auditor.post('/api/audit/check', {})).json());
    expect(check.broken).toBeNull();
    expect(check.entries).toBeGreaterThanOrEqual(3);
    const again = auditCheckSchema.parse(await (await auditor.post('/api/audit/check', { noted: check.head })).json());
    expect(again.broken).toBeNull();
    const leader = await server.as({ role: 'leader', units: [], branches: [] });
    expect((await leader.get('/api/audit')).status).toBe(403);
    expect((await leader.post('/api/audit/check', {})).status).toBe(403);
  });

  it('[R1] names the first entry that somebody changed who may do anything in the store', async () => {
    await server.stores.records.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await server.stores.records.query("UPDATE audit_entry SET did = 'nothing' WHERE id = 1");
    const { broken } = auditCheckSchema.parse(await (await auditor.post('/api/audit/check', {})).json());
    expect(broken).toEqual({ id: 1, why: 'Entry 1 was changed.' });
  });
});
