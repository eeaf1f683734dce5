import { trusted } from '@evenhand/warehouse';
import { pino } from 'pino';
import { hostileRequests, type RouteDocument, startListener } from './testing/hostile-requests';
import { startServer, type StartedServer } from './testing/started-server';

type LogLine = Readonly<Record<string, unknown>>;

const RANGE = { from: '2026-10-01', to: '2026-11-01', exact: true };
/** What only the inside of the server knows. */
const OWN_WORDS = /evenhand-api-|DB::|QueryFailed|\.ts:\d|param_p\d|Exception|driverError/;
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

    it('[Q4] says which dimension it does not know', async () => {
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

    it('[Q5] refuses a body that reaches for prototypes', async () => {
      expect(await problemAt(await server.post('/api/answers', '{"questions":{},"__proto__":{"isAdmin":true}}'))).toMatchObject({
        status: 400,
        field: '__proto__',
      });
    });

    it('[Q1] refuses a body that is too large', async () => {
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

    it('[X4] gives each answer a word of its own by which its styles are known', async () => {
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

    it('[X5] loads no image, font or frame from elsewhere, so that nobody learns who reads what', async () => {
      const policy = (await server.get('/')).headers.get('content-security-policy') ?? '';
      const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
      for (const fetched of ['img-src', 'font-src', 'connect-src', 'frame-src', 'object-src', 'form-action'])
        expect([fetched, rules.get(fetched)?.filter((from) => !["'self'", "'none'", 'data:', 'blob:'].includes(from))]).toEqual([
          fetched,
          [],
        ]);
    });

    it('[X4] lets no foreign script run and no foreign page frame it', async () => {
      const { headers } = await server.get('/');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy.split('; ').filter((rule) => rule.includes('unsafe'))).toEqual(["style-src-attr 'unsafe-inline'"]);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    });
  });

  describe('is asked with hostile values and', () => {
    /** The parameters that were taken or refused otherwise than with a sentence. */
    const wrongWith = async (values: readonly string[]): Promise<readonly unknown[]> => {
      const document = (await (await server.get('/api/openapi.json')).json()) as RouteDocument;
      const asked = hostileRequests(document, values);
      const wrong: unknown[] = [];
      const askNext = async (): Promise<void> => {
        for (let next = asked[at++]; next; next = asked[at++]) {
          const response = await server.get(next.path);
          const text = await response.text();
          const isSaid = [200, 400, 404].includes(response.status) && !OWN_WORDS.test(text);
          if (!isSaid) wrong.push([response.status, next.route, next.parameter, text]);
        }
      };
      let at = 0;
      await Promise.all(Array.from({ length: 8 }, askNext));
      expect(asked.length).toBeGreaterThan(100);
      return wrong;
    };

    it('[Q1] refuses them in every parameter with a sentence, or finds nothing by them', async () => {
      expect(await wrongWith(["' OR 1=1) UNION SELECT name FROM system.tables --", '{x:Identifier}', '\u0000'])).toEqual([]);
    });

    it('[Q2] reaches out to nobody, whatever it is given to read', async () => {
      const { url, heard, stop } = await startListener();
      const reach = `tickets FROM url('${url}', 'CSV', 'a String') SETTINGS readonly = 0 FORMAT Null INTO OUTFILE '/tmp/x'`;
      expect(await wrongWith([reach])).toEqual([]);
      expect(heard).toEqual([]);
      stop();
    });

    it.each([
      ['a field that no figure has', 'by=citizen_id'],
      ['another field of the records', 'metrics=password_hash'],
      ['a statement', 'by=point;DROP TABLE ticket'],
    ])('[Q4] groups and counts by nothing but what the catalogue has, not by %s', async (_, query) => {
      const { from, to } = RANGE;
      expect(await problemAt(await server.get(`/api/answer?from=${from}&to=${to}&metrics=tickets&${query}`))).toMatchObject({
        status: 400,
      });
    });

    it.each(['sort=password', 'order=desc', 'limit=1000000000'])('[Q4] knows no way to sort or cut but its own: %s', async (query) => {
      const response = await server.get(`/api/rows?metric=tickets&from=2026-10-01&to=2026-11-01&${query}`);
      expect(await problemAt(response)).toMatchObject({ status: 400, field: query.split('=')[0] });
    });

    it.each(['__proto__[isAdmin]=1', '__proto__.isAdmin=1', 'constructor[prototype][isAdmin]=1', 'constructor=x'])(
      '[Q5] takes nothing in an address that reaches for prototypes: %s',
      async (query) => {
        const response = await server.get(`/api/answer?metrics=tickets&from=2026-10-01&to=2026-11-01&${query}`);
        expect([response.status, 'isAdmin' in {}]).toEqual([400, false]);
      },
    );

    it.each(['NaN', 'Infinity', '-0', '1e309', '-1', '0', '1e9', '１'])('[Q6] takes %s for no page of a list', async (number) => {
      const response = await server.get(`/api/rows?metric=tickets&from=2026-10-01&to=2026-11-01&page=${encodeURIComponent(number)}`);
      expect(await problemAt(response)).toMatchObject({ status: 400, field: 'page' });
    });

    it('[Q3] bounds what one question may ask: metrics, days and the length of an address', async () => {
      const answer = (query: string) => server.get(`/api/answer?from=2026-10-01&to=2026-11-01&${query}`);
      expect((await answer(`metrics=${Array.from({ length: 500 }, () => 'tickets').join(',')}`)).status).toBe(400);
      expect((await answer('metrics=tickets&by=point,half_hour,day,agent')).status).toBe(400);
      expect((await server.get('/api/answer?metrics=tickets&from=0001-01-01&to=9999-12-31')).status).toBe(400);
      expect((await answer(`metrics=${'x'.repeat(20_000)}`)).status).toBe(431);
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

    it('[X6] has one line per request, without what was asked for', async () => {
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

    it('[R7] keeps the statement and the words of an engine that failed, which nobody else is told', async () => {
      await server.stores.warehouse.run(trusted('RENAME TABLE shift TO shift_gone'));
      const asked = server.get('/api/answer?metrics=officer_days&exact=true&from=2026-10-01&to=2026-11-01');
      const found = await linesOf(asked);
      await server.stores.warehouse.run(trusted('RENAME TABLE shift_gone TO shift'));
      const told = JSON.stringify(await problemAt(await asked));
      expect(told).not.toMatch(/SELECT|shift|UNKNOWN_TABLE|127\.0\.0\.1/);
      expect(told).not.toMatch(OWN_WORDS);
      expect(found[0]).toMatchObject({ event: 'failure', status: 503, cause: { query: expect.stringContaining('shift') } });
      expect(found[1]).toMatchObject({ event: 'request', status: 503 });
    });
  });
});
