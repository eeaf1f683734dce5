import type { Answer, Grant } from '@evenhand/domain';
import { pdfText } from '@evenhand/exports/testing';
import { insertTickets } from '../testing/handful-of-tickets';
import { type Client, role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';

const RANGE = 'from=2026-10-01&to=2026-11-01';
const BY_POINT = `/api/answer?metrics=tickets&by=point&${RANGE}`;
const P1: Grant = { role: 'ward_manager', units: ['00004'], branches: [] };

// P1 stands in the unit 00004 and belongs to the branch B1: four tickets. P2 belongs to nobody: one ticket.
describe('the scope of whoever asks', () => {
  let server: StartedServer;
  let ward: Client;
  let leader: Client;

  beforeAll(async () => {
    server = await startServer();
    await insertTickets(server.stores.warehouse);
    [ward, leader] = [await server.as(P1), await server.as(role('leader'))];
  });
  afterAll(() => server.stop());

  const json = async <T>(client: Client, path: string): Promise<T> => (await (await client.get(path)).json()) as T;
  const pointsOf = async (client: Client): Promise<unknown[]> => (await json<Answer>(client, BY_POINT)).rows.map(({ key }) => key.point);

  it('[B5] is the points of one’s units and branches, all together', async () => {
    expect(await pointsOf(leader)).toEqual(['P1', 'P2']);
    expect(await pointsOf(ward)).toEqual(['P1']);
    expect(await pointsOf(await server.as({ role: 'branch_manager', units: [], branches: ['B1'] }))).toEqual(['P1']);
    expect(await pointsOf(await server.as(P1, role('auditor')))).toEqual(['P1', 'P2']);
  });

  it('[B6] is nothing without a part of the city, and for an administrator', async () => {
    expect(await pointsOf(await server.as({ ...P1, units: [] }))).toEqual([]);
    expect((await (await server.as(role('administrator'))).get(BY_POINT)).status).toBe(403);
  });

  it('[B4] holds against a warm cache, whoever asked before', async () => {
    for (let round = 0; round < 3; round++) {
      expect(await pointsOf(leader)).toEqual(['P1', 'P2']);
      expect(await pointsOf(ward)).toEqual(['P1']);
    }
  });

  it.each([
    `/api/answer?metrics=tickets&where=point:P2&${RANGE}`,
    `/api/rows?metric=tickets&part=n&where=point:P2&${RANGE}`,
    `/api/explain?metric=tickets&part=n&where=point:P2&${RANGE}`,
    `/api/trend?metric=long_wait_rate&point=P2&${RANGE}`,
    `/api/wait-ends?where=point:P2&${RANGE}`,
    `/api/points/P2/standards?${RANGE}`,
    `/api/points/P2/feeds?${RANGE}`,
    `/api/standards/waiting_time/breaches?point=P2&${RANGE}`,
    `/api/answer?metrics=tickets&by=point,day&where=point:P2&where=channel:direct&${RANGE}`,
    `/api/answer?metrics=long_wait_rate&where=point:P2&compare=peers&${RANGE}`,
    `/api/exports/answer?metrics=tickets&by=point&where=point:P2&format=csv&${RANGE}`,
    `/api/rows/export?metric=tickets&where=point:P2&format=csv&head=id&${RANGE}`,
    `/api/exports/standards/waiting_time/breaches?point=P2&format=csv&${RANGE}`,
    `/api/diff?metric=tickets&where=point:P2&then=2026-11-02&${RANGE}`,
    '/api/points/P2/hours',
    '/api/wallboard?point=P2',
  ])('[B3] tells of a foreign point what it tells of one that there is not: %s', async (path) => {
    const told = async (asked: string): Promise<string> => {
      const response = await ward.get(asked);
      const text = (await response.text()).replaceAll(/"(requestId|milliseconds|ms)":[^,}]+|\d\d\/\d\d\/\d{4} \d\d:\d\d/g, '');
      return `${response.status} ${text}`.replaceAll('P9', 'P2');
    };
    const foreign = await told(path);
    expect(foreign).not.toContain('lưu động');
    expect(foreign.slice(0, 200)).toBe((await told(path.replaceAll('P2', 'P9'))).slice(0, 200));
  });

  it.each([['%', 'P%', 'P_', '*', 'P[12]', "P1','P2", 'P1,P2', ' P2', 'p2', 'Ｐ2', 'P2\u200b']])(
    '[B3] takes no pattern for a point: %s',
    async (...patterns) => {
      for (const pattern of patterns) {
        const path = `/api/answer?metrics=tickets&by=point&where=${encodeURIComponent(`point:${pattern}`)}&${RANGE}`;
        const { rows } = await json<Answer>(ward, path);
        expect(rows.filter(({ key }) => key.point !== 'P1')).toEqual([]);
      }
    },
  );

  it('[B3] names no foreign point in a file, in print or in what can be searched', async () => {
    const texts = await Promise.all(
      [
        `/api/exports/answer?metrics=tickets&by=point&where=point:P1,P2&format=csv&${RANGE}`,
        `/api/rows/export?metric=tickets&where=point:P1,P2&format=csv&head=vi&${RANGE}`,
        '/api/points',
        '/api/live',
        '/api/wallboard',
        '/api/boundaries',
        `/api/standards/waiting_time/verdicts?${RANGE}`,
      ].map(async (path) => (await ward.get(path)).text()),
    );
    expect(texts.join(' ')).toContain('Điểm Ba Đình');
    expect(texts.join(' ')).not.toContain('lưu động');
    const file = await ward.get(`/api/exports/answer?metrics=tickets&by=point&where=point:P1,P2&format=pdf&${RANGE}`);
    const printed = pdfText(Buffer.from(await file.arrayBuffer())).flatMap(({ lines }) => lines);
    expect([printed.join(' ').includes('Điểm Ba Đình'), printed.join(' ').includes('lưu động')]).toEqual([true, false]);
  });

  it('[B7] keeps a point in the list that had no case', async () => {
    const { rows } = await json<Answer>(ward, '/api/answer?metrics=tickets,on_time_rate&by=point&from=2026-09-01&to=2026-10-01');
    expect(rows.map(({ key, values }) => [key.point, values['on_time_rate']?.value])).toEqual([['P1', null]]);
    expect(await json(ward, '/api/points')).toMatchObject({ points: [{ code: 'P1' }] });
  });

  it('[B6] is nothing for a part of the city that there is not', async () => {
    expect(await pointsOf(await server.as({ ...P1, units: ['99999'], branches: ['B9'] }))).toEqual([]);
  });

  it('[B3] leaves out foreign points of lists, lines and totals', async () => {
    expect(await json(ward, '/api/points')).toMatchObject({ points: [{ code: 'P1' }], branches: [{ code: 'B1' }] });
    const live = await json<{ readonly points: readonly { readonly point: string }[] }>(ward, '/api/live');
    expect(live.points.map(({ point }) => point)).toEqual(['P1']);
    const [whole] = (await json<Answer>(ward, `/api/answer?metrics=tickets&exact=true&${RANGE}`)).rows;
    expect(whole?.values['tickets']?.value).toBe(4);
  });

  it('[P3] shows officers to who manages them, and to nobody who looks from above', async () => {
    const byAgent = `/api/answer?metrics=tickets&by=agent&exact=true&${RANGE}`;
    expect((await ward.get(byAgent)).status).toBe(200);
    expect((await leader.get(byAgent)).status).toBe(403);
    const columns = async (client: Client) =>
      (
        await json<{ readonly columns: readonly { readonly id: string }[] }>(client, `/api/rows?metric=tickets&part=n&${RANGE}`)
      ).columns.map(({ id }) => id);
    expect(await columns(ward)).toContain('agent');
    expect(await columns(leader)).not.toContain('agent');
    expect(await (await leader.get(`/api/rows/export?metric=tickets&part=n&format=csv&${RANGE}`)).text()).not.toContain('agent-1');
  });

  it('[B8] tells a manager of others only in groups, and of groups only where none can be told from its neighbours', async () => {
    const benchmark = `/api/benchmark?metric=long_wait_rate&${RANGE}`;
    expect(await json(ward, benchmark)).toMatchObject({ groups: [], others: null, band: null });
    expect((await ward.get('/api/benchmark?metric=long_wait_rate&from=2026-10-05&to=2026-11-01')).status).toBe(400);
    expect((await ward.get('/api/benchmark?metric=tickets&from=2026-10-01&to=2026-11-01')).status).toBe(400);
    expect((await ward.get(`/api/comparisons?metric=long_wait_rate&${RANGE}`)).status).toBe(403);
    const [row] = (await json<Answer>(ward, `/api/answer?metrics=long_wait_rate&by=point&compare=city,previous&${RANGE}`)).rows;
    expect(Object.keys(row?.values['long_wait_rate']?.against ?? {})).toEqual(['previous']);
  });

  it('[B10] lets nobody see or take back the tasks of somebody else', async () => {
    const started = await leader.post('/api/tasks/answers', { metrics: ['tickets'], from: '2026-10-01', to: '2026-11-01' });
    const { id } = (await started.json()) as { readonly id: string };
    const foreign = [await ward.get(`/api/tasks/${id}`), await ward.send(`/api/tasks/${id}`, { method: 'DELETE' })];
    expect(foreign.map(({ status }) => status)).toEqual([404, 404]);
    expect((await leader.get(`/api/tasks/${id}`)).status).toBe(200);
  });
});
