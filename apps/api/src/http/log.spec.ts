import { trusted } from '@evenhand/warehouse';
import { pino } from 'pino';
import { openLog } from '../log';
import { startServer, type StartedServer } from '../testing/started-server';

const UUID = /^[0-9a-f-]{36}$/;
const RANGE = { from: '2026-10-01', to: '2026-11-01', exact: true };

describe('the log', () => {
  const lines: Record<string, unknown>[] = [];
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer(
      pino({ level: 'info', base: null }, { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]) }),
    );
  });
  afterAll(() => server.stop());

  const linesOf = async (asked: Promise<Response>): Promise<Record<string, unknown>[]> => {
    lines.length = 0;
    const requestId = (await asked).headers.get('x-request-id');
    while (!lines.some(({ event }) => event === 'request')) await new Promise((wait) => setTimeout(wait, 5));
    return lines.filter((line) => line['requestId'] === requestId);
  };

  it('has one line per request, without what was asked for', async () => {
    const [line, ...others] = await linesOf(server.get('/api/points?secret=1'));
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      event: 'request',
      method: 'GET',
      path: '/api/points',
      status: 200,
      requestId: expect.stringMatching(UUID),
    });
    expect(line?.['ms']).toEqual(expect.any(Number));
    expect(JSON.stringify(line)).not.toContain('secret');
  });

  it('has one line per batch', async () => {
    const questions = { good: { metrics: ['tickets'], ...RANGE }, bad: { metrics: ['none'], ...RANGE } };
    expect(await linesOf(server.post('/api/answers', { questions }))).toEqual([
      expect.objectContaining({ event: 'batch', questions: 2, problems: 1, rows: 1 }),
      expect.objectContaining({ event: 'request', path: '/api/answers', status: 200 }),
    ]);
  });

  it('keeps the statement and the words of an engine that failed', async () => {
    await server.stores.warehouse.run(trusted('RENAME TABLE shift TO shift_gone'));
    const found = await linesOf(server.get('/api/answer?metrics=officer_days&from=2026-10-01&to=2026-11-01'));
    await server.stores.warehouse.run(trusted('RENAME TABLE shift_gone TO shift'));
    expect(found[0]).toMatchObject({ event: 'failure', status: 503, cause: { query: expect.stringContaining('shift') } });
    expect(found[1]).toMatchObject({ event: 'request', status: 503 });
  });
});

describe('the level of the log', () => {
  it('is warn in a terminal, info elsewhere, and whatever LOG_LEVEL says', () => {
    expect([openLog({}, true), openLog({}, false), openLog({ LOG_LEVEL: 'debug' }, true)].map(({ level }) => level)).toEqual([
      'warn',
      'info',
      'debug',
    ]);
  });

  it('is refused when there is none of that name', () => {
    expect(() => openLog({ LOG_LEVEL: 'loud' }, false)).toThrow(
      'LOG_LEVEL is "loud"; allowed: trace, debug, info, warn, error, fatal, silent.',
    );
  });
});
