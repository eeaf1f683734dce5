import { answerSchema, rowsSchema, type RowsPage } from '@evenhand/contracts';
import { insertTickets } from '../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../testing/started-server';

const RANGE = 'from=2026-10-01&to=2026-11-01';

describe('the rows behind a figure', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    await insertTickets(server.stores.warehouse);
  });
  afterAll(() => server.stop());

  const rowsAt = async (query: string): Promise<RowsPage> =>
    rowsSchema.parse(await (await server.get(`/api/rows?${query}&${RANGE}`)).json());
  const idsIn = ({ rows }: RowsPage) => rows.map((row) => row['ticket_id']);

  it.each(['tickets', 'tickets_served', 'wait_p90', 'long_wait_rate', 'abandonment_rate', 'service_mean'])(
    'are as many as the n of %s',
    async (metric) => {
      const { rows } = answerSchema.parse(await (await server.get(`/api/answer?metrics=${metric}&exact=true&${RANGE}`)).json());
      expect((await rowsAt(`metric=${metric}`)).total).toBe(rows[0]?.values[metric]?.n);
    },
  );

  it('are the cases that a share counts when these are asked for', async () => {
    const { total, entity, ...page } = await rowsAt('metric=long_wait_rate&part=cases');
    expect([entity, total]).toEqual(['ticket', 2]);
    expect(idsIn({ total, entity, ...page })).toEqual(['A3', 'B1']);
  });

  it('follow the key of a row of an answer', async () => {
    expect(idsIn(await rowsAt('metric=tickets&where=point:P2'))).toEqual(['B1']);
  });

  it('come page by page, and the pages hold all of them once', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => rowsAt(`metric=tickets&size=2&page=${page}`)));
    expect(pages.map(({ page, size, total, rows }) => [page, size, total, rows.length])).toEqual([
      [1, 2, 5, 2],
      [2, 2, 5, 2],
      [3, 2, 5, 1],
    ]);
    expect(pages.flatMap(idsIn).toSorted()).toEqual(['A1', 'A2', 'A3', 'A4', 'B1']);
  });

  it('say how to read each column', async () => {
    const { columns, rows } = await rowsAt('metric=tickets&size=1');
    expect(Object.keys(rows[0] ?? {})).toEqual(columns.map(({ id }) => id));
    expect(columns).toContainEqual({ id: 'issued_at', type: 'instant' });
  });
});
