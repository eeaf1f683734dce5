import {
  auditPageSchema,
  type DecideMatter,
  type MatterCareInfo,
  matterCareSchema,
  type MatterCares,
  matterCaresSchema,
  type Problem,
} from '@evenhand/contracts';
import { type Client, role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';

// P1 stands in the unit 00004; P2 belongs to nobody who manages a part.
describe('what asks for somebody', () => {
  let server: StartedServer;
  let leader: Client;
  let ward: Client;
  beforeAll(async () => {
    server = await startServer();
    leader = await server.as(role('leader'));
    ward = await server.as({ role: 'ward_manager', units: ['00004'], branches: [] });
  });
  afterEach(() => server.stores.records.query('DELETE FROM matter_care'));
  afterAll(() => server.stop());

  const put = (client: Pick<Client, 'send'>, path: string, body: object): Promise<Response> =>
    client.send(`/api/matters/${path}`, { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const decide = async (client: Client, path: string, body: DecideMatter): Promise<MatterCareInfo> =>
    matterCareSchema.parse(await (await put(client, path, body)).json());
  const list = async (client: Client): Promise<MatterCares> => matterCaresSchema.parse(await (await client.get('/api/matters')).json());
  const problem = async (response: Response) => {
    const { status, field, detail } = (await response.json()) as Problem;
    return [status, field, detail];
  };

  it('is given to somebody with a day in working days, and shown to all who see the point', async () => {
    const care = await decide(ward, 'jam/P1', { owner: ' Chi nhánh 1 '.normalize('NFD'), dueInDays: 2 });
    expect(care).toMatchObject({ cause: 'jam', point: 'P1', owner: 'Chi nhánh 1', offUntil: null, by: 'Test' });
    expect((await list(leader)).cares).toEqual([care]);
    expect(await list(ward)).toEqual({ cares: [care], mayDecide: true });
  });

  it('is due in as many working days as were asked for, when today is one', async () => {
    const { dueOn, daysLeft } = await decide(ward, 'jam/P1', { dueInDays: 5 });
    const weekday = new Date(`${dueOn}T00:00:00Z`).getUTCDay();
    expect([weekday > 0 && weekday < 6, daysLeft === 5 || daysLeft === 6]).toEqual([true, true]);
    expect(await decide(ward, 'jam/P1', { dueInDays: null })).toMatchObject({ dueOn: null, daysLeft: null });
  });

  it('is put off with a reason, comes back when told to, and keeps who takes care', async () => {
    await decide(ward, 'overdue/P1', { owner: 'Chi nhánh 1' });
    const off = await decide(ward, 'overdue/P1', { offForDays: 3, reason: 'Chờ cơ quan phối hợp' });
    expect(off).toMatchObject({ owner: 'Chi nhánh 1', reason: 'Chờ cơ quan phối hợp' });
    expect((off.offUntil ?? '') > new Date().toISOString().slice(0, 10)).toBe(true);
    expect(await decide(ward, 'overdue/P1', { offForDays: null })).toMatchObject({ owner: 'Chi nhánh 1', offUntil: null, reason: '' });
  });

  it('comes back by itself on its day', async () => {
    await decide(ward, 'line/P1', { offForDays: 1, reason: 'Mất điện' });
    await server.stores.records.query(`UPDATE matter_care SET off_until = '2020-01-02', due_on = '2020-01-02'`);
    const [care] = (await list(ward)).cares;
    expect([care?.offUntil, care?.reason, (care?.daysLeft ?? 0) < 0]).toEqual([null, '', true]);
  });

  it('[B1] is decided about by those who see the point and may decide, and by nobody else', async () => {
    await decide(leader, 'jam/P2', { owner: 'Chi nhánh 2' });
    expect((await list(ward)).cares).toEqual([]);
    expect(await problem(await put(ward, 'jam/P2', { owner: 'x' }))).toEqual([404, undefined, 'There is no service point "P2".']);
    expect((await put(leader, 'jam/P9', { owner: 'x' })).status).toBe(404);
    for (const name of ['administrator', 'wallboard'] as const)
      expect([name, (await put(await server.as(role(name)), 'jam/P1', { owner: 'x' })).status]).toEqual([name, 403]);
    expect((await put(server.anonymous, 'jam/P1', { owner: 'x' })).status).toBe(401);
  });

  it('leaves a trace of who decided about what, and never of what it says', async () => {
    await decide(ward, 'jam/P1', { owner: 'Chi nhánh 1', offForDays: 1, reason: 'Mất điện' });
    const auditor = await server.as(role('auditor'));
    const page = auditPageSchema.parse(await (await auditor.get('/api/audit?did=matter%20decided')).json());
    expect(page.entries[0]?.what).toContain('P1');
    expect(JSON.stringify(page)).not.toMatch(/Mất điện|Chi nhánh 1/);
  });

  it.each([
    ['nothing', {}, 'owner', 'Nothing is to be decided'],
    ['putting off without a reason', { offForDays: 2 }, 'reason', 'needs a reason'],
    ['putting off for ever', { offForDays: 21, reason: 'x' }, 'offForDays', '20'],
    ['a number of a person', { owner: 'Chị Lan 0912 345 678' }, 'owner', 'telephone or identity number'],
    ['more than one line', { owner: 'a\nb' }, 'owner', 'one line of text'],
    ['what the form does not have', { by: 'x', owner: 'y' }, 'by', 'by'],
  ])('refuses %s', async (_, body, field, detail) =>
    expect(await problem(await put(leader, 'jam/P1', body))).toEqual([400, field, expect.stringContaining(detail)]),
  );

  it('refuses a cause that there is not', async () => expect((await put(leader, 'mood/P1', { owner: 'x' })).status).toBe(400));
});
