import type { Problem, SavedViewInfo, SavedViews, ViewHistory } from '@evenhand/contracts';
import type { Answer } from '@evenhand/domain';
import { role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';

const POINTS = { name: 'Điểm cần xem', path: '/points', query: 'sort=-long_wait_rate,name&pin=P1,P2' };

describe('saved views', () => {
  let server: StartedServer;
  beforeAll(async () => (server = await startServer()), 60_000);
  afterAll(() => server.stop());

  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await server.send(`/api/views${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  };
  const list = (): Promise<SavedViews> => call('GET', '');

  it('are kept with page and query string, and shown to who made them', async () => {
    const saved = await call<SavedViewInfo>('POST', '', POINTS);
    expect(saved).toMatchObject({ ...POINTS, isShared: false, isOwn: true, version: 1 });
    expect((await list()).views).toEqual([saved]);
  });

  it('[P4] have no name with a number of a person, which others may read', async () => {
    const [view] = (await list()).views;
    for (const [method, path] of [
      ['POST', '/api/views'],
      ['PUT', `/api/views/${view?.id}`],
    ] as const) {
      const body = JSON.stringify({ ...(method === 'POST' ? POINTS : {}), name: 'Gọi chị Lan 0912 345 678' });
      const refused = await server.send(path, { method, body, headers: { 'content-type': 'application/json' } });
      expect([refused.status, await refused.json()]).toEqual([400, expect.objectContaining({ field: 'name' })]);
    }
    expect((await list()).views).toEqual([view]);
  });

  it('are renamed, shared and made what they have been', async () => {
    const [view] = (await list()).views;
    await call('PUT', `/${view?.id}`, { name: 'Sáng thứ hai', isShared: true });
    expect((await list()).views).toMatchObject([{ name: 'Sáng thứ hai', isShared: true, version: 2 }]);
    const { versions } = await call<ViewHistory>('GET', `/${view?.id}/history`);
    expect(versions.map(({ version, name }) => [version, name])).toEqual([
      [2, 'Sáng thứ hai'],
      [1, 'Điểm cần xem'],
    ]);
    expect(await call('POST', `/${view?.id}/restore`, { version: 1 })).toMatchObject({ name: 'Điểm cần xem', version: 3 });
  });

  it('are what a reader begins with, until they are thrown away; a deletion is taken back', async () => {
    const [view] = (await list()).views;
    await call('PUT', '/home', { id: view?.id });
    expect((await list()).home).toBe(view?.id);
    await call('DELETE', `/${view?.id}`);
    expect(await list()).toEqual({ views: [], home: null });
    await call('POST', `/${view?.id}/undelete`);
    expect((await list()).views).toHaveLength(1);
  });

  it('[B10] of others are found once they are shared, and changed by nobody else', async () => {
    const [view] = (await list()).views;
    const other = await server.as(role('city_manager'));
    const found = async (): Promise<SavedViews> => (await (await other.get('/api/views')).json()) as SavedViews;
    expect((await found()).views).toEqual([]);
    await call('PUT', `/${view?.id}`, { isShared: true });
    expect((await found()).views).toMatchObject([{ id: view?.id, isOwn: false }]);
    const refused = await other.send(`/api/views/${view?.id}`, { method: 'DELETE' });
    expect([refused.status, (await server.anonymous.get('/api/views')).status]).toEqual([404, 401]);
    const board = await server.as(role('wallboard'));
    expect([(await board.get('/api/views')).status, (await board.post('/api/views', POINTS)).status]).toEqual([200, 403]);
  });

  it('[B9] shared by a leader show a ward manager what a ward manager sees', async () => {
    const leader = await server.as(role('leader'));
    const query = 'metrics=tickets&by=point&from=2026-10-01&to=2026-11-01&where=point:P1,P2';
    const shared = await leader.post('/api/views', { name: 'Cả thành phố', path: '/explore', query, isShared: true });
    expect(shared.status).toBe(201);
    const ward = await server.as({ role: 'ward_manager', units: ['00004'], branches: [] });
    const found = ((await (await ward.get('/api/views')).json()) as SavedViews).views.find(({ name }) => name === 'Cả thành phố');
    expect(found).toMatchObject({ query, isOwn: false });
    const pointsOf = async (client: Pick<typeof ward, 'get'>) =>
      ((await (await client.get(`/api/answer?${found?.query}`)).json()) as Answer).rows.map(({ key }) => key.point);
    expect([await pointsOf(leader), await pointsOf(ward)]).toEqual([['P1', 'P2'], ['P1']]);
  });

  it.each([{ reader: 'owner' }, { ownerId: 'x' }, { isOwn: false }, { version: 9 }, { id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' }])(
    '[B11] take nothing that the form does not have: %j',
    async (more) => {
      expect(await call('POST', '', { ...POINTS, ...more })).toMatchObject({ status: 400, field: Object.keys(more)[0] });
    },
  );

  it.each([
    ['https://elsewhere.example/', 'path'],
    ['//elsewhere.example', 'path'],
    ['points', 'path'],
    ['javascript:alert(1)', 'path'],
  ])('lead to pages of this product only, not to %s', async (path, field) => {
    const problem = await call<Problem>('POST', '', { ...POINTS, path });
    expect(problem).toMatchObject({ status: 400, field });
    expect(problem.detail).toContain('must be a page of this product, such as /points');
  });

  it('say what is wrong with a change', async () => {
    const [view] = (await list()).views;
    expect(await call('PUT', `/${view?.id}`, {})).toMatchObject({
      status: 400,
      detail: expect.stringContaining('Nothing is to be changed'),
    });
    expect(await call('POST', '', { ...POINTS, name: ' ' })).toMatchObject({ status: 400, field: 'name' });
    expect(await call('DELETE', '/6f9619ff-8b86-4d01-b42d-00cf4fc964ff')).toMatchObject({ status: 404, detail: 'You have no such view.' });
  });
});
