import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownerOf } from '@evenhand/data-folder';
import { runCommand } from '@evenhand/etl';
import { searchAudit } from '@evenhand/records';
import { OwnerToken } from '../runs/owner-token';
import { startServer, type StartedServer } from '../testing/started-server';

describe('commands typed while the server runs', () => {
  let server: StartedServer;
  const out: string[] = [];
  const err: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    server.app.get(OwnerToken).publish(server.url);
    jest.spyOn(console, 'log').mockImplementation((line: unknown) => void out.push(String(line)));
    jest.spyOn(console, 'error').mockImplementation((line: unknown) => void err.push(String(line)));
  });
  beforeEach(() => void [out, err].forEach((lines) => (lines.length = 0)));
  afterAll(async () => {
    jest.restoreAllMocks();
    await server.stop();
  });

  const type = (...args: string[]): Promise<number> =>
    runCommand(args, { EVENHAND_DATA: server.data, EVENHAND_CITY: join(server.folder, 'city/city.yml') });

  it('run in the server that owns the folder, and print and end as if they had run here', async () => {
    const source = join(server.folder, 'queue');
    mkdirSync(source);
    writeFileSync(
      join(source, 'source.yml'),
      'name: queue\ntitle: { vi: Hàng đợi, en: Queue }\nzone: Asia/Ho_Chi_Minh\nread: { format: CSVWithNames }',
    );
    writeFileSync(
      join(source, 'ticket.sql'),
      `SELECT id AS ticket_id, point AS point_code, issued AS issued_at, 'served' AS outcome FROM input`,
    );
    writeFileSync(join(source, 'a.csv'), 'id,point,issued\n1,P1,2026-10-05 08:00:00\n');
    expect(await type('load', source, '--files', join(source, '*.csv'))).toBe(0);
    expect(out.join('\n')).toMatch(/^Run 1 of queue: published\./);
    expect(err).toContain('Reading and checking ticket a.csv');
    out.length = 0;
    expect(await type('runs', '--json')).toBe(0);
    expect(JSON.parse(out.join(''))).toMatchObject([{ run: 1, source: 'queue', loaded: 1 }]);
  });

  it('change the senders', async () => {
    expect(await type('sender', 'add', 'so-tu-phap')).toBe(0);
    expect(out.join('')).toMatch(/^[\w-]{43}\n/);
    expect(await type('sender', 'revoke', 'nobody')).toBe(2);
    expect(err).toEqual([expect.stringContaining('There is no active sender "nobody".')]);
  });

  it('[R1] leave a trace before they change anything, and none when they only look; without a trace they change nothing', async () => {
    const { records } = server.stores;
    const traces = async () => (await searchAudit(records, { did: 'command sender' }, { page: 1, size: 50 })).entries;
    const before = (await traces()).length;
    expect([await type('sender', 'add', 'so-xay-dung'), await type('sender', 'list')]).toEqual([0, 0]);
    const told = (await traces()).slice(0, -before);
    expect(told.map(({ who, did, what }) => [who, did, what])).toEqual([
      ['owner', 'command sender ended', '{"typed":["add","so-xay-dung"]}'],
      ['owner', 'command sender begun', '{"typed":["add","so-xay-dung"]}'],
    ]);
    await records.query(`CREATE FUNCTION no_log() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.did LIKE 'command %' THEN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END IF; RETURN NEW; END $$`);
    await records.query('CREATE TRIGGER no_log BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION no_log()');
    expect(await type('sender', 'add', 'so-noi-vu')).not.toBe(0);
    await records.query('DROP TRIGGER no_log ON audit_entry');
    out.length = 0;
    await type('sender', 'list');
    expect(out.join('\n')).toContain('so-xay-dung');
    expect(out.join('\n')).not.toContain('so-noi-vu');
  });

  it.each([
    [{ command: 'jump', args: [], folder: '/' }, { err: expect.stringContaining('Unknown command "jump".') }],
    [{ command: 'runs', args: ['--limit', '0'], folder: '/' }, { err: '--limit must be a whole number above 0, not "0".' }],
    [{ command: 'constructor', args: [], folder: '/' }, { err: expect.stringContaining('Unknown command "constructor".') }],
  ])('answer %j with one sentence and 2', async (request, line) => {
    const response = await server.post('/api/commands', request, { authorization: `Bearer ${ownerOf(server.data)?.token ?? ''}` });
    const lines = (await response.text())
      .trim()
      .split('\n')
      .map((text): unknown => JSON.parse(text));
    expect([response.status, lines]).toEqual([200, [line, { exit: 2 }]]);
  });

  it('are refused without the token of the data folder', async () => {
    const request = { command: 'runs', args: [], folder: '/' };
    expect((await server.anonymous.post('/api/commands', request)).status).toBe(401);
    expect((await server.post('/api/commands', request)).status).toBe(403);
  });
});
