import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from '@evenhand/warehouse';
import { pino } from 'pino';
import { startServer, type StartedServer } from '../testing/started-server';
import { eventually } from '../testing/sync-sender';
import { eventsIn } from './events-in';
import { QueueLoader } from './queue-loader';
import { isGenuine, signatureOf } from './signature';

const SECRET = 'bi-mat-cua-he-thong-lay-so';
const EXAMPLE = join(__dirname, '../../../../etl/sources/queue-events');
const SCHEME = { header: 'x-signature', prefix: '', written: 'hex', timestamp_header: 'x-timestamp', window_minutes: 5 } as const;
const event = (ticket: string, name: string, at: string, id = `${ticket}-${name}`): object => ({
  ticket,
  id,
  event: name,
  point: 'P1',
  at,
});

describe('events of a queue system over HTTP', () => {
  const lines: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-events-'));
  let server: StartedServer;
  beforeAll(async () => {
    process.env['QUEUE_EVENTS_SECRET'] = SECRET;
    cpSync(EXAMPLE, join(folder, 'queue-events'), { recursive: true });
    server = await startServer(pino({ level: 'info' }, { write: (line) => void lines.push(line) }), {
      sources: [join(folder, 'queue-events')],
    });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    delete process.env['QUEUE_EVENTS_SECRET'];
  });

  const now = (): string => String(Math.floor(Date.now() / 1000));
  const post = async (body: string, { secret = SECRET, timestamp = now(), type = 'application/json', name = 'queue-events' } = {}) => {
    const signature = signatureOf(secret, SCHEME, { body: Buffer.from(body), timestamp });
    const headers = { 'content-type': type, 'x-timestamp': timestamp, 'x-signature': signature };
    const response = await server.post(`/api/queue-events/${name}`, body, headers);
    return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
  };
  const outcomes = async (prefix: string): Promise<Record<string, string>> => {
    const rows = await server.stores.warehouse.rows<{ id: string; state: string }>(
      sql`SELECT ticket_id AS id, outcome AS state FROM ticket ORDER BY id`,
    );
    return Object.fromEntries(rows.filter(({ id }) => id.startsWith(prefix)).map(({ id, state }) => [id, state]));
  };
  const landed = (...parts: readonly string[]): string[] =>
    readdirSync(join(server.data, 'landing', '_queue-events', ...parts)).filter((name) => name.endsWith('.jsonl'));

  it('open and close tickets soon after', async () => {
    expect(await post(JSON.stringify(event('a1', 'issued', '2026-10-05T08:00:00+07:00')))).toMatchObject({
      status: 202,
      body: { accepted: 1 },
    });
    await eventually(
      () => outcomes('a'),
      (told) => told['a1'] === 'waiting',
    );
    const rest = [event('a1', 'called', '2026-10-05T08:04:00+07:00'), event('a1', 'finished', '2026-10-05T08:14:00+07:00')];
    expect(await post(JSON.stringify(rest))).toMatchObject({ status: 202, body: { accepted: 2 } });
    await eventually(
      () => outcomes('a'),
      (told) => told['a1'] === 'served',
    );
    expect(landed('done')).not.toEqual([]);
  });

  it('count once when the same call is sent again', async () => {
    const call = JSON.stringify([event('b1', 'issued', '2026-10-05T08:00:00+07:00')]);
    for (let time = 0; time < 3; time++) expect((await post(call)).status).toBe(202);
    await eventually(
      () => Promise.resolve(landed().length),
      (waiting) => waiting === 0,
    );
    const [row] = await server.stores.warehouse.rows(sql`SELECT count() AS n FROM ticket_event_version WHERE ticket_id = 'b1'`);
    expect(row).toEqual({ n: 1 });
  });

  it.each([
    ['another secret', { secret: 'x'.repeat(20) }],
    ['a time too long ago', { timestamp: String(Math.floor(Date.now() / 1000) - 301) }],
    ['a time too far ahead', { timestamp: String(Math.floor(Date.now() / 1000) + 400) }],
    ['no time', { timestamp: '' }],
  ])('are refused with %s', async (_, how) => {
    expect(await post('{}', how)).toMatchObject({ status: 401, body: { type: 'urn:evenhand:problem:not-genuine' } });
  });

  it('are refused without a signature, and for a source that is not sent here', async () => {
    expect((await server.post('/api/queue-events/queue-events', '{}')).status).toBe(401);
    expect(await post('{}', { name: 'shifts' })).toMatchObject({
      status: 404,
      body: { detail: 'This city runs no source "shifts" that is sent to it.' },
    });
  });

  it.each([
    ['{"a":', 'application/json', 'The body is no JSON.'],
    ['[{}, 7]', 'application/json', 'Event 2 is no JSON object.'],
    ['{}\n[]\n', 'application/x-ndjson', 'Line 2 is no JSON object.'],
    ['[]', 'application/json', 'The body holds no event.'],
  ])('are refused as a whole when they are %s', async (body, type, detail) => {
    expect(await post(body, { type })).toMatchObject({ status: 400, body: { detail } });
  });

  it('are refused when a call is too large', async () => {
    expect(await post(`"${'x'.repeat(4 * 2 ** 20)}"`)).toMatchObject({ status: 413 });
  });

  it('[E6] put a bad event into quarantine and load the others', async () => {
    const bad = event('c1', 'exploded', '2026-10-05T08:00:00+07:00');
    expect((await post(JSON.stringify([bad, event('c2', 'issued', '2026-10-05T08:00:00+07:00')]))).status).toBe(202);
    await eventually(
      () => outcomes('c'),
      (told) => told['c2'] === 'waiting',
    );
    const rows = await server.stores.warehouse.rows(sql`SELECT reasons FROM quarantine WHERE entity = 'ticket_event'`);
    expect(rows).toEqual([{ reasons: ['event_unknown'] }]);
  });

  it('of a simulated morning are the tickets of that morning', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(EXAMPLE, 'simulated-sender.mjs'), 'send', server.url], {
      env: { ...process.env, NODE_OPTIONS: '', QUEUE_EVENTS_SECRET: SECRET },
    });
    expect(stdout).toContain('events of 60 tickets were sent.');
    const told = await eventually(
      () => outcomes('2026'),
      (tickets) => Object.values(tickets).filter((state) => state !== 'waiting').length === 60,
    );
    expect(Object.values(told).filter((state) => state === 'no_show')).toHaveLength(6);
  });

  it('leave the secret in no log', () => {
    expect(lines.filter((line) => line.includes(SECRET))).toEqual([]);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('wait on the disk while nothing is loaded; one source may fill half of the queue', async () => {
    server.app.get(QueueLoader).onModuleDestroy();
    mkdirSync(join(server.data, 'landing'), { recursive: true });
    const big = JSON.stringify(event('d1', 'issued', '2026-10-05T08:00:00+07:00', 'x'.repeat(3_900_000)));
    const statuses: number[] = [];
    for (let call = 0; call < 10; call++) statuses.push((await post(big)).status);
    // 32 MiB of 64 hold eight calls of 3.9 MB.
    expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 202, 202, 429, 429]);
    expect((await post(big)).headers.get('retry-after')).toBe('15');
  });
});

describe('a signature', () => {
  const scheme = { header: 'x-qminder-signature', prefix: 'sha256=', written: 'base64', window_minutes: 5 } as const;
  const body = Buffer.from('The quick brown fox jumps over the lazy dog');

  it('is the HMAC-SHA256 of the body as others compute it', () => {
    expect(signatureOf('key', { ...scheme, prefix: '', written: 'hex' }, { body, timestamp: '' })).toBe(
      'f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8',
    );
  });

  it('holds for this body, this secret and this form only', () => {
    const signature = signatureOf(SECRET, scheme, { body, timestamp: '' });
    const genuine = (changes: object): boolean => isGenuine(SECRET, scheme, { body, signature, timestamp: '', ...changes }, new Date());
    expect(genuine({})).toBe(true);
    expect(
      [{ body: Buffer.from('other') }, { signature: '' }, { signature: signature.slice(7) }, { signature: `${signature}=` }].map(genuine),
    ).toEqual([false, false, false, false]);
  });
});

describe('JSON lines', () => {
  it('stay as they were written, digit by digit', () => {
    const line = '{"id":12345678901234567890,"x":1.10}';
    expect(eventsIn(Buffer.from(`${line}\n\n${line}\n`), 'application/x-ndjson')).toEqual({ count: 2, text: `${line}\n${line}\n` });
  });
});
