import { problemSchema, waitEndsSchema } from '@evenhand/contracts';
import { insertTickets } from '../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../testing/started-server';

let server: StartedServer;
beforeAll(async () => {
  server = await startServer();
  await insertTickets(server.stores.warehouse);
}, 60_000);
afterAll(() => server.stop());

const OCTOBER = 'from=2026-10-01&to=2026-11-01';

it('tells what became of the very cases that are listed for its metric: of five one left after 7 minutes, two were called by 20', async () => {
  const told = waitEndsSchema.parse(await (await server.get(`/api/wait-ends?${OCTOBER}`)).json());
  const { called, left, inLine, followed } = told.atLimit ?? {};
  expect([called?.value, left?.value, inLine?.value, followed].map((share) => Number(share?.toFixed(12)))).toEqual([0.4, 0.2, 0.4, 2]);
  const rows = (await (await server.get(`/api/rows?metric=${told.metric}&part=n&${OCTOBER}`)).json()) as { readonly total: number };
  expect([told.n, rows.total]).toEqual([5, 5]);
  expect(told.statement?.values).toMatchObject({ p0: expect.anything() });
});

it.each([
  ['/api/wait-ends?from=2026-10-01', 'to'],
  [`/api/wait-ends?${OCTOBER}&where=colour:red`, 'where'],
  [`/api/wait-ends?${OCTOBER}&asOf=2999-01-01`, 'asOf'],
])('%s is refused with a sentence', async (path, field) => {
  const response = await server.get(path);
  expect([response.status, problemSchema.parse(await response.json()).field]).toEqual([400, field]);
});
