import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSchema, runsSchema, type Run } from '@evenhand/contracts';
import { ownerOf } from '@evenhand/data-folder';
import { OwnerToken } from './owner-token';
import { startServer, type StartedServer } from '../testing/started-server';

const SOURCE = 'name: queue\ntitle: { vi: Hàng chờ, en: Queue }\nzone: Asia/Ho_Chi_Minh\nread: { format: CSVWithNames }\n';
const TICKET =
  "SELECT id AS ticket_id, point AS point_code, issued AS issued_at, called AS first_called_at, 'served' AS outcome FROM input";

describe('loads over HTTP', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    server.app.get(OwnerToken).publish(server.url);
  });
  afterAll(() => server.stop());

  const tokenHeader = () => ({ authorization: `Bearer ${ownerOf(server.data)?.token ?? ''}` });
  const settled = async (id: number): Promise<Run> => {
    const run = runSchema.parse(await (await server.get(`/api/runs/${id}`)).json());
    if (run.status !== 'running') return run;
    await new Promise((wait) => setTimeout(wait, 50));
    return settled(id);
  };

  it.each([
    ['no token', {}],
    ['an empty token', { authorization: 'Bearer ' }],
    ['a wrong token', { authorization: `Bearer ${'x'.repeat(32)}` }],
    ['another scheme', { authorization: 'Basic eDp5' }],
  ])('are refused with %s', async (_, headers) => {
    const response = await server.anonymous.post('/api/loads', { source: '/nowhere', files: ['/nowhere/x.csv'] }, headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ title: 'Not signed in' });
  });

  it('are refused when a path is relative', async () => {
    const response = await server.post('/api/loads', { source: 'etl/sources/x', files: ['/x.csv'] }, tokenHeader());
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ field: 'source', detail: '"etl/sources/x" is a relative path; send absolute ones.' });
  });

  it('are refused when there is no such source', async () => {
    const response = await server.post('/api/loads', { source: '/nowhere', files: ['/nowhere/x.csv'] }, tokenHeader());
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ title: 'The source cannot be loaded' });
  });

  it('begin with the token that lies in the data folder, and their run can be followed to its end', async () => {
    const folder = join(server.data, 'queue');
    mkdirSync(folder);
    writeFileSync(join(folder, 'source.yml'), SOURCE);
    writeFileSync(join(folder, 'ticket.sql'), TICKET);
    writeFileSync(
      join(folder, 'tickets.csv'),
      'id,point,issued,called\n1,P1,2026-10-05 08:00:00,2026-10-05 08:05:00\n2,P1,2026-10-05 08:01:00,\n',
    );
    const response = await server.post('/api/loads', { source: folder, files: [join(folder, 'tickets.csv')] }, tokenHeader());
    expect([response.status, response.ok ? '' : await response.text()]).toEqual([202, '']);
    const { id, status } = runSchema.parse(await response.json());
    expect(['running', 'published']).toContain(status);
    const run = await settled(id);
    expect(run).toMatchObject({ status: 'published', source: 'queue', message: null });
    expect(run.counts).toEqual([expect.objectContaining({ entity: 'ticket', read: 2, loaded: 2, duplicate: 0, quarantined: 0 })]);
    const { runs } = runsSchema.parse(await (await server.get('/api/runs')).json());
    expect(runs[0]).toEqual(run);
  });
});
