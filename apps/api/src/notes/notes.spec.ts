import { auditPageSchema, type NoteInfo, noteSchema, type Notes, notesSchema, type Problem, type WriteNote } from '@evenhand/contracts';
import { type Client, role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';
const NOTE: WriteNote = { place: 'point:P1', from: '2026-10-05', to: '2026-10-06', text: 'Mất điện buổi sáng' };

// P1 stands in the unit 00004, P3 in 00008; both belong to the branch B1. P2 belongs to nobody.
describe('dated notes over HTTP', () => {
  let server: StartedServer;
  let leader: Client;
  let ward: Client;
  let other: Client;
  let branch: Client;
  beforeAll(async () => {
    server = await startServer();
    const { records } = server.stores;
    await records.query(`INSERT INTO ward (code, name, type) VALUES ('00008', 'Hoàn Kiếm', 'phường')`);
    await records.query(
      `INSERT INTO service_point (code, name, ward_code, valid_from) VALUES ('P3', 'Điểm Hoàn Kiếm', '00008', '1970-01-01')`,
    );
    await records.query(`INSERT INTO point_management (point_code, branch_code, valid_from) VALUES ('P3', 'B1', '1970-01-01')`);
    leader = await server.as(role('leader'));
    ward = await server.as({ role: 'ward_manager', units: ['00004'], branches: [] });
    other = await server.as({ role: 'ward_manager', units: ['00008'], branches: [] });
    branch = await server.as({ role: 'branch_manager', units: [], branches: ['B1'] });
  });
  afterEach(() => server.stores.records.query('DELETE FROM note'));
  afterAll(() => server.stop());

  const write = async (client: Client, note: Partial<WriteNote> = {}): Promise<NoteInfo> =>
    noteSchema.parse(await (await client.post('/api/notes', { ...NOTE, ...note })).json());
  const list = async (client: Client, query = ''): Promise<Notes> =>
    notesSchema.parse(await (await client.get(`/api/notes?${OCTOBER}${query}`)).json());
  const texts = async (client: Client, query = ''): Promise<readonly string[]> => (await list(client, query)).notes.map(({ text }) => text);
  const send = (client: Client, method: string, path: string, body: object = {}): Promise<Response> =>
    client.send(`/api/notes/${path}`, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const problem = async (response: Response) => {
    const { status, field, detail } = (await response.json()) as Problem;
    return [status, field, detail];
  };

  it('are written down in composed form, with who wrote them, and listed for a period', async () => {
    const note = await write(ward, { text: '  Mất điện buổi sáng  '.normalize('NFD') });
    expect(note).toMatchObject({ ...NOTE, by: 'Test', isOwn: true, version: 1 });
    expect(await list(ward)).toEqual({ notes: [note], total: 1, mayNote: ['point:P1', 'unit:00004'] });
    expect((await list(leader)).notes).toEqual([{ ...note, isOwn: false }]);
    expect((await list(leader, '&place=city')).notes).toEqual([]);
    const september = notesSchema.parse(await (await ward.get('/api/notes?from=2026-09-01&to=2026-10-01')).json());
    expect(september.notes).toEqual([]);
  });

  it('of another ward are never seen, not even that there are any', async () => {
    await write(ward);
    await write(ward, { place: 'unit:00004', text: 'Cả phường' });
    expect([await texts(other), await texts(ward)]).toEqual([[], expect.arrayContaining(['Cả phường', NOTE.text])]);
    const asked = await Promise.all(
      ['point:P1', 'unit:00004', 'point:P9'].map((place) => other.get(`/api/notes?${OCTOBER}&place=${place}`)),
    );
    expect(await Promise.all(asked.map(problem))).toEqual([
      [404, undefined, 'There is no place "point:P1".'],
      [404, undefined, 'There is no place "unit:00004".'],
      [404, undefined, 'There is no place "point:P9".'],
    ]);
  });

  it('of a branch and of the city concern every point in it', async () => {
    await write(branch, { place: 'branch:B1', text: 'Mạng chi nhánh chậm' });
    await write(leader, { place: 'city', text: 'Đổi phần mềm' });
    expect([await texts(ward, '&place=point:P1'), await texts(leader, '&place=point:P2')]).toEqual([
      expect.arrayContaining(['Mạng chi nhánh chậm', 'Đổi phần mềm']),
      ['Đổi phần mềm'],
    ]);
  });

  it('are written only by those who see the whole of a place', async () => {
    const refused = 'are written by those who see all of its points.';
    for (const place of ['branch:B1', 'city'])
      expect(await problem(await ward.post('/api/notes', { ...NOTE, place }))).toEqual([403, undefined, expect.stringContaining(refused)]);
    expect((await ward.post('/api/notes', { ...NOTE, place: 'point:P3' })).status).toBe(404);
    expect((await branch.post('/api/notes', { ...NOTE, place: 'unit:00008' })).status).toBe(201);
    expect((await list(branch, '&place=branch:B1')).mayNote).toEqual(['branch:B1']);
    for (const name of ['administrator', 'wallboard'] as const)
      expect([name, (await (await server.as(role(name))).post('/api/notes', NOTE)).status]).toEqual([name, 403]);
    expect((await server.anonymous.post('/api/notes', NOTE)).status).toBe(401);
  });

  it('are changed, taken back and brought back by their author alone', async () => {
    const { id } = await write(ward);
    for (const attempt of [send(leader, 'PUT', id, { text: 'x' }), send(leader, 'DELETE', id), send(leader, 'POST', `${id}/undelete`)])
      expect(await problem(await attempt)).toEqual([404, undefined, 'You have no such note.']);
    await send(ward, 'PUT', id, { text: 'Mất điện cả ngày', to: '2026-10-07' });
    expect((await list(ward)).notes).toMatchObject([{ text: 'Mất điện cả ngày', to: '2026-10-07', version: 2 }]);
    await send(ward, 'DELETE', id);
    expect(await texts(ward)).toEqual([]);
    await send(ward, 'POST', `${id}/undelete`);
    expect(await texts(ward)).toEqual(['Mất điện cả ngày']);
  });

  it('leave a trace of who did what to which note, and never of what it says', async () => {
    const { id } = await write(ward);
    await send(ward, 'PUT', id, { text: 'Mất điện cả ngày' });
    await send(ward, 'DELETE', id);
    const auditor = await server.as(role('auditor'));
    const page = auditPageSchema.parse(await (await auditor.get('/api/audit?did=note%20')).json());
    const own = page.entries.filter(({ what }) => what?.includes(id));
    expect(own.map(({ did }) => did)).toEqual(['note taken back', 'note changed', 'note written']);
    expect(JSON.parse(own[1]?.after ?? '')).toEqual({ place: 'point:P1', from: '2026-10-05', to: '2026-10-06', version: 2 });
    expect(JSON.stringify(page)).not.toContain('Mất điện');
  });

  it.each<[string, Partial<WriteNote>, string, string]>([
    ['no text', { text: ' ' }, 'text', 'must not be empty'],
    ['a text that is too long', { text: 'x'.repeat(501) }, 'text', 'must have at most 500 characters'],
    ['control characters', { text: 'a\u202eb' }, 'text', 'without control characters'],
    ['a telephone number', { text: 'gọi chị Lan 0912 345 678' }, 'text', 'telephone or identity number'],
    ['a place of another kind', { place: 'ward:1' }, 'place', 'must be "city", "branch:<code>"'],
    ['a day that is none', { from: '2026-02-30' }, 'from', 'must be a day written YYYY-MM-DD'],
    ['an end before its beginning', { to: '2026-10-05' }, 'to', 'must be after "2026-10-05"'],
    ['more than a year', { to: '2027-10-07' }, 'to', 'A note is about at most 366 days'],
    ['another century', { from: '1999-12-31' }, 'from', '"1999-12-31" is too far away; choose a day from 2000-01-01'],
  ])('refuse %s', async (_, part, field, detail) =>
    expect(await problem(await leader.post('/api/notes', { ...NOTE, ...part }))).toEqual([400, field, expect.stringContaining(detail)]),
  );
});
