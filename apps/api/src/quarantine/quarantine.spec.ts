import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFindingRowsSchema, dataFindingsSchema, quarantineCountsSchema, quarantineSchema, replaySchema } from '@evenhand/contracts';
import { ownerOf } from '@evenhand/data-folder';
import { loadSource } from '@evenhand/etl';
import { OwnerToken } from '../runs/owner-token';
import { type Client, role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';

const SOURCE = 'name: kiosk\ntitle: { vi: Hàng chờ, en: Queue }\nzone: Asia/Ho_Chi_Minh\nread: { format: CSVWithNames }\n';
const TICKET = 'SELECT id AS ticket_id, point AS point_code, agent, issued AS issued_at, called AS first_called_at, outcome FROM input';
const ROWS = [
  'id,point,issued,called,outcome,agent',
  '1,P1,2026-10-05 08:00:00,2026-10-05 07:59:00,served,NV-1',
  '2,P1,2026-10-05 08:01:00,,done,NV-2',
  '"=1+1",P1,never,,served,NV-3',
];

describe('quarantine and findings over HTTP', () => {
  let server: StartedServer;
  let folder: string;
  beforeAll(async () => {
    server = await startServer();
    server.app.get(OwnerToken).publish(server.url);
    folder = join(server.data, 'kiosk');
    mkdirSync(folder);
    writeFileSync(join(folder, 'source.yml'), SOURCE);
    writeFileSync(join(folder, 'ticket.sql'), TICKET);
    writeFileSync(join(folder, 'tickets.csv'), ROWS.join('\n'));
    await loadSource(server.stores, { source: folder, files: [join(folder, 'tickets.csv')] });
  }, 60_000);
  afterAll(() => server.stop());

  const json = async (path: string): Promise<unknown> => (await server.get(path)).json();

  it('lists entries with what each broken law says, page by page', async () => {
    const { entries, total } = quarantineSchema.parse(await json('/api/quarantine?source=kiosk&limit=1'));
    expect([entries.length, total]).toEqual([1, 2]);
    expect(entries[0]).toMatchObject({ source: 'kiosk', entity: 'ticket', line: 3, reasons: [{ law: 'outcome_unknown' }] });
    const second = quarantineSchema.parse(await json('/api/quarantine?source=kiosk&limit=1&offset=1'));
    expect(second.entries[0]?.reasons[0]?.label.en).toContain('The time of issue cannot be read');
  });

  it('counts them by reason', async () =>
    expect(quarantineCountsSchema.parse(await json('/api/quarantine/counts'))).toMatchObject({
      total: 2,
      counts: [
        { reason: 'issued_at_unreadable', entries: 1 },
        { reason: 'outcome_unknown', entries: 1 },
      ],
    }));

  it('[X1] gives them as a file in which a spreadsheet computes nothing', async () => {
    const response = await server.get('/api/quarantine/export');
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=quarantine.csv');
    expect(text.startsWith('\ufeffsource,entity,file,line')).toBe(true);
    for (const cell of text.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+@]/);
    const lines = (await (await server.get('/api/quarantine/export?format=jsonl')).text()).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual([3, 4]);
  });

  it('tries them again for the owner of the data folder only', async () => {
    expect((await server.anonymous.post('/api/quarantine/replay', {})).status).toBe(401);
    writeFileSync(join(folder, 'ticket.sql'), TICKET.replace('outcome FROM', "if(outcome = 'done', 'served', outcome) AS outcome FROM"));
    const owner = { authorization: `Bearer ${ownerOf(server.data)?.token ?? ''}` };
    const replayed = replaySchema.parse(await (await server.post('/api/quarantine/replay', { source: 'kiosk' }, owner)).json());
    expect(replayed).toMatchObject({ loaded: 1, duplicate: 0, quarantined: 1, withheld: 0 });
    expect(quarantineSchema.parse(await json('/api/quarantine')).total).toBe(1);
  });

  it('counts what is odd and shows the records behind it', async () => {
    const { findings } = dataFindingsSchema.parse(await json('/api/findings?from=2026-10-01&to=2026-11-01&by=source,point,month'));
    expect(findings.find(({ law }) => law === 'called_before_issued_slightly')).toMatchObject({
      ...{ entity: 'ticket', source: 'kiosk', point: 'P1', month: '2026-10', records: 1, of: 2, share: 0.5 },
    });
    const rows = dataFindingRowsSchema.parse(
      await json('/api/findings/rows?from=2026-10-01&to=2026-11-01&law=called_before_issued_slightly&entity=ticket'),
    );
    expect(rows).toEqual({ rows: [{ source: 'kiosk', point: 'P1', day: '2026-10-05', row: '1' }] });
    expect((await server.get('/api/findings?from=2026-10-01&to=2026-11-01&by=staff')).status).toBe(400);
    expect((await server.get('/api/findings/rows?from=2026-10-01&to=2026-11-01&law=nope&entity=ticket')).status).toBe(400);
  });

  it('[B3] shows a ward manager records and findings of the own points only, with their counts', async () => {
    const others = ['8,P2,never,,served,NV-4', '9,,never,,served,NV-5', '10,P2,2026-10-05 08:00:00,2026-10-05 07:59:00,served,NV-6'];
    writeFileSync(join(folder, 'others.csv'), [ROWS[0], ...others].join('\n'));
    await loadSource(server.stores, { source: folder, files: [join(folder, 'others.csv')] });
    const totalOf = async (client: Client): Promise<number> =>
      quarantineSchema.parse(await (await client.get('/api/quarantine')).json()).total;
    const ward = await server.as({ role: 'ward_manager', units: ['00004'], branches: [] });
    const nowhere = await server.as({ role: 'ward_manager', units: [], branches: [] });
    expect([await totalOf(server), await totalOf(ward), await totalOf(nowhere)]).toEqual([3, 1, 0]);
    const own = async (path: string): Promise<unknown> => (await ward.get(path)).json();
    const { total, counts } = quarantineCountsSchema.parse(await own('/api/quarantine/counts'));
    expect([total, counts.map(({ reason, entries }) => [reason, entries])]).toEqual([1, [['issued_at_unreadable', 1]]]);
    const file = await (await ward.get('/api/quarantine/export?format=jsonl')).text();
    expect(file.trim().split('\n')).toHaveLength(1);
    const { findings } = dataFindingsSchema.parse(await own('/api/findings?from=2026-10-01&to=2026-11-01'));
    expect(findings.find(({ law }) => law === 'called_before_issued_slightly')).toMatchObject({ records: 1, of: 2 });
    const rows = '/api/findings/rows?from=2026-10-01&to=2026-11-01&law=called_before_issued_slightly&entity=ticket';
    expect(dataFindingRowsSchema.parse(await own(rows)).rows.map(({ row }) => row)).toEqual(['1']);
    expect(dataFindingRowsSchema.parse(await own(`${rows}&point=P2`)).rows).toEqual([]);
  });

  it('[P3] shows who was at the counter of a refused record to those who manage them, in lists and in files', async () => {
    const agents = async (client: Client): Promise<boolean[]> => {
      const { entries } = quarantineSchema.parse(await (await client.get('/api/quarantine')).json());
      return [...entries.map(({ raw }) => raw), await (await client.get('/api/quarantine/export')).text()].map((text) =>
        text.includes('staff_'),
      );
    };
    expect((await agents(await server.as(role('city_manager')))).every(Boolean)).toBe(true);
    for (const name of ['leader', 'auditor', 'administrator'] as const)
      expect((await agents(await server.as(role(name)))).some(Boolean)).toBe(false);
  });
});
