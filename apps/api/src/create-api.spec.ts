import { trusted } from '@evenhand/warehouse';
import { pino } from 'pino';
import { startServer, type StartedServer } from './testing/started-server';

type LogLine = Readonly<Record<string, unknown>>;

const RANGE = { from: '2026-10-01', to: '2026-11-01', exact: true };
const UUID = /^[0-9a-f-]{36}$/;
const TICKETS = { metrics: ['tickets'], from: '2026-10-01', to: '2026-11-01' };

describe('the server', () => {
  const lines: LogLine[] = [];
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer(pino({ level: 'info', base: null }, { write: (line) => void lines.push(JSON.parse(line) as LogLine) }));
  });
  afterAll(() => server.stop());

  const problemAt = async (response: Response): Promise<Record<string, unknown>> => {
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem['status']).toBe(response.status);
    expect(problem['requestId']).toMatch(UUID);
    expect(response.headers.get('x-request-id')).toBe(problem['requestId']);
    return problem;
  };

  describe('answers what it cannot do with a problem', () => {
    it('says which field of a query string is at fault', async () => {
      const response = await server.get('/api/answer?metrics=tickets&from=2026-10-01&to=2026-11-01&limit=5');
      expect(response.status).toBe(400);
      expect(await problemAt(response)).toMatchObject({
        field: 'limit',
        detail: 'Unknown field "limit". Known: metrics, by, from, to, where, exact, asOf, compare, view.',
      });
    });

    it('says which dimension it does not know', async () => {
      const problem = await problemAt(await server.get('/api/answer?metrics=tickets&from=2026-10-01&to=2026-11-01&where=citizen:1'));
      expect(problem).toMatchObject({ status: 400, field: 'where' });
      expect(problem['detail']).toContain('Unknown dimension "citizen". Known: ward, branch, point');
    });

    it('says when a body is not JSON', async () => {
      expect(await problemAt(await server.post('/api/answers', '{"questions":'))).toMatchObject({
        status: 400,
        detail: 'The body of the request is not valid JSON.',
      });
    });

    it('says when a body is missing or not marked as JSON', async () => {
      const response = await server.post('/api/answers', '{"questions":{}}', { 'content-type': 'text/plain' });
      expect(await problemAt(response)).toMatchObject({
        status: 400,
        detail: 'The request has no body; send JSON with the header content-type: application/json.',
      });
    });

    it('refuses a body that reaches for prototypes', async () => {
      expect(await problemAt(await server.post('/api/answers', '{"questions":{},"__proto__":{"isAdmin":true}}'))).toMatchObject({
        status: 400,
        field: '__proto__',
      });
    });

    it('refuses a body that is too large', async () => {
      const response = await server.post('/api/answers', { questions: { a: { ...TICKETS, metrics: ['x'.repeat(1_000_000)] } } });
      expect(await problemAt(response)).toMatchObject({ status: 413, title: 'The request is too large' });
    });

    it('knows no other address under /api', async () => {
      for (const path of ['/api', '/api/citizens', '/api/answers', '/api/city/1'])
        expect(await problemAt(await server.get(path))).toMatchObject({ status: 404, title: 'Not found' });
    });

    it('knows no run that never was', async () => {
      expect(await problemAt(await server.get('/api/runs/99'))).toMatchObject({ status: 404, detail: 'There is no run 99.' });
    });

    it('refuses a run number that is none', async () => {
      expect(await problemAt(await server.get('/api/runs/first'))).toMatchObject({ status: 400 });
    });
  });

  describe('serves the dashboard', () => {
    it('shows its page at every address that is no file', async () => {
      for (const path of ['/', '/points/P1', '/points/P1?from=2026-10-01']) {
        const response = await server.get(path);
        expect(response.status).toBe(200);
        expect(response.headers.get('content-type')).toContain('text/html');
        expect(response.headers.get('cache-control')).toBe('no-store');
        expect(await response.text()).toContain('<title>Evenhand</title>');
      }
    });

    it('lets browsers keep files whose name changes with their content, and only these', async () => {
      expect((await server.get('/main-5XK2QH7A.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect((await server.get('/favicon.ico')).headers.get('cache-control')).toBe('no-cache');
    });

    it('answers a missing file with a problem, not with the page', async () => {
      expect(await problemAt(await server.get('/main-00000000.js'))).toMatchObject({ status: 404 });
    });

    it('leads nowhere outside its folder', async () => {
      for (const path of ['/..%2f..%2fcity%2fcity.yml', '/%2e%2e/city/city.yml']) {
        const text = await (await server.get(path)).text();
        expect(text).not.toContain('Test City');
      }
    });

    it('gives each answer a word of its own by which its styles are known (X4)', async () => {
      const words = await Promise.all(
        [server.get('/'), server.get('/city')].map(async (asked) => {
          const response = await asked;
          const [, word = ''] = /style-src 'self' 'nonce-([\w-]{22})'/.exec(response.headers.get('content-security-policy') ?? '') ?? [];
          expect(await response.text()).toContain(`<eh-root ngCspNonce="${word}">`);
          return word;
        }),
      );
      expect(new Set(words).size).toBe(2);
    });

    it('lets no foreign script run and no foreign page frame it', async () => {
      const { headers } = await server.get('/');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy.split('; ').filter((rule) => rule.includes('unsafe'))).toEqual(["style-src-attr 'unsafe-inline'"]);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    });
  });

  it('serves the document of its routes, compressed', async () => {
    const response = await server.get('/api/openapi.json');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const { paths } = (await response.json()) as { readonly paths: object };
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/answers', '/api/rows', '/api/runs/{id}']));
  });

  describe('keeps a log that', () => {
    const linesOf = async (asked: Promise<Response>): Promise<LogLine[]> => {
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
});
