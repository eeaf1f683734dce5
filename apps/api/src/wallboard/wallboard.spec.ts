import { problemSchema, wallboardSchema } from '@evenhand/contracts';
import { makeApiToken } from '@evenhand/records';
import { clientOf, role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';

let server: StartedServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const board = async (query = '') => wallboardSchema.parse(await (await server.get(`/api/wallboard${query}`)).json());

it('knows nothing of any line or day before there is data, and says so instead of nought', async () =>
  expect(await board()).toMatchObject({ place: null, longWait: null, onTime: null, help: [], line: { waiting: null, openPoints: 0 } }));

it('tells of the latest day with data and names the place it is asked for', async () => {
  const moment = '2026-10-05T02:00:00.000Z';
  const ticket = { source: 'queue', ticket_id: 'a', point_code: 'P1', issued_at: moment, issued_on: '2026-10-05', outcome: 'served' };
  await server.stores.warehouse.insert('ticket', [ticket]);
  await server.stores.warehouse.insert('known_until', [
    { entity: 'ticket', source: 'queue', run_id: 1, latest_at: moment, published_at: moment },
  ]);
  const standard = { comparison: 'at_most' };
  expect(await board()).toMatchObject({ place: null, longWait: { from: '2026-10-05', to: '2026-10-06', standard } });
  // Of September the public is told from 15 October on.
  expect(await board('?point=P1')).toMatchObject({ place: 'Điểm Ba Đình', onTime: { from: '2026-08-01', to: '2026-09-01' } });
});

it('tells the hall from which day on it is told of a month, and so does a file', async () => {
  const now = new Date().toISOString();
  await server.stores.warehouse.insert('publication', [{ run_id: 1, entity: 'dossier', source: 'desk', published_at: now }]);
  const { onTime } = await board();
  expect(onTime).toMatchObject({ value: { value: null, n: null, reason: 'not_told' }, toldOn: expect.stringMatching(/-15$/) });
  const asked = `metrics=on_time_rate&view=public&from=${onTime?.from}&to=${onTime?.to}`;
  const file = await (await server.get(`/api/exports/answer?${asked}&format=csv&language=vi`)).text();
  expect(file).toContain(`công bố từ ngày ${onTime?.toldOn?.split('-').reverse().join('/')}`);
});

it.each([
  ['?branch=B9', 'There is no branch "B9"; allowed: B1.'],
  ['?point=P9', 'There is no service point "P9"'],
  ['?branch=B1&point=P1', 'a branch or a point, not both'],
])('refuses %s in one sentence', async (query, sentence) => {
  const refused = await server.get(`/api/wallboard${query}`);
  expect(refused.status).toBe(400);
  expect(problemSchema.parse(await refused.json()).detail).toContain(sentence);
});

it('[P3] lets a screen in by a token that opens nothing else, no case and no officer', async () => {
  const wanted = { name: 'hall', grants: [role('wallboard')], actions: ['live'], endsAt: null, madeBy: 'test' } as const;
  const { text } = await makeApiToken(server.stores.records, wanted);
  const screen = clientOf(server.url, { authorization: `Bearer ${text}` });
  const statusOf = async (path: string): Promise<number> => (await screen.get(path)).status;
  expect(await Promise.all(['/api/wallboard', '/api/points', '/api/rows', '/api/answer'].map(statusOf))).toEqual([200, 403, 403, 403]);
});
