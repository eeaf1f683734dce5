import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { sql } from '@evenhand/warehouse';
import { pino } from 'pino';
import { insertTickets } from '../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../testing/started-server';

const CATALOG = '/api/catalog';
const COMPARED = '/api/comparisons?metric=long_wait_rate&from=2026-10-01&to=2026-11-01';

/** The status and text of an answer; `fetch` of Node.js never lets a server say that nothing changed. */
const asBrowser = (url: string, headers: Readonly<Record<string, string>>): Promise<readonly [number | undefined, string]> =>
  new Promise((done, failed) =>
    get(url, { headers }, (answer) => void text(answer).then((body) => done([answer.statusCode, body]), failed)),
  );

describe('an answer that is remembered', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer(pino({ level: 'silent' }));
    await insertTickets(server.stores.warehouse);
  });
  afterAll(() => server.stop());

  const heldBy = (etag: string) => ({ headers: { 'if-none-match': etag } });

  it.each([CATALOG, COMPARED])('is sent as the same text again, and not at all to whoever has it: %s', async (path) => {
    const [first, second] = [await server.get(path), await server.get(path)];
    const sent = await first.text();
    expect([first.status, sent.length > 2_000]).toEqual([200, true]);
    expect(await second.text()).toBe(sent);
    const etag = first.headers.get('etag') ?? '';
    expect(second.headers.get('etag')).toBe(etag);
    expect(await asBrowser(`${server.url}${path}`, { authorization: `Bearer ${server.owner().token}`, 'if-none-match': etag })).toEqual([
      304,
      '',
    ]);
  });

  it('is compressed for those who read that, and plain for others', async () => {
    const [packed, plain] = await Promise.all(
      ['gzip', 'identity'].map((encoding) => server.send(COMPARED, { headers: { 'accept-encoding': encoding } })),
    );
    expect([packed?.headers.get('content-encoding'), plain?.headers.get('content-encoding')]).toEqual(['gzip', null]);
    expect(plain?.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await packed?.json()).toEqual(await plain?.json());
  });

  it('is another one once something was loaded', async () => {
    const before = await server.get(CATALOG);
    await server.stores.warehouse.run(
      sql`INSERT INTO ticket_day (day, point_code, channel, tickets) VALUES ('2026-10-05', 'P1', 'kiosk_x', 1)`,
    );
    const after = await server.send(CATALOG, heldBy(before.headers.get('etag') ?? ''));
    expect([after.status, await after.text()]).toEqual([200, expect.stringContaining('kiosk_x')]);
  });
});
