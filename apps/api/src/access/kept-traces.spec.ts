import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemSchema, savedViewsSchema } from '@evenhand/contracts';
import { searchAudit, verifyAudit } from '@evenhand/records';
import { role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';
import { SeenFigures } from './seen-figures';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';
const DAY = '/api/calendar/days/2026-09-02';
const HOLIDAY = { method: 'PUT', body: '{"kind":"holiday","reason":"Notice 12"}', headers: { 'content-type': 'application/json' } };

describe('a server whose audit log cannot be written', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    await server.stores.records.query(`CREATE FUNCTION no_log() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`);
  });
  afterAll(() => server.stop());

  /** Runs something while the log takes no entry of these. */
  async function withoutLog<Result>(which: string, work: () => Promise<Result>): Promise<Result> {
    const { records } = server.stores;
    await records.query(`CREATE TRIGGER no_log BEFORE INSERT ON audit_entry FOR EACH ROW WHEN (${which}) EXECUTE FUNCTION no_log()`);
    try {
      return await work();
    } finally {
      await records.query('DROP TRIGGER no_log ON audit_entry');
    }
  }
  const entries = async (did: string, of = server) => (await searchAudit(of.stores.records, { did }, { page: 1, size: 50 })).entries;
  const daysChanged = async (): Promise<unknown> => (await (await server.get('/api/registers/calendar/changes')).json()) as unknown;

  it('[R1] refuses every change of which nobody could tell afterwards who made it, and makes none', async () => {
    const before = await daysChanged();
    const answers = await withoutLog('true', async () => [
      await server.send(DAY, HOLIDAY),
      await server.post('/api/views', { name: 'Sáng thứ hai', path: '/points', query: '' }),
      await server.post('/api/notes', { place: 'city', from: '2026-10-05', to: '2026-10-06', text: 'Mất điện' }),
      await server.post('/api/invitations', { name: 'Ban', grants: [] }),
    ]);
    for (const answer of answers) expect(problemSchema.parse(await answer.json()).status).toBe(503);
    expect(await daysChanged()).toEqual(before);
    expect(savedViewsSchema.parse(await (await server.get('/api/views')).json()).views).toEqual([]);
    const { notes } = (await (await server.get(`/api/notes?${OCTOBER}`)).json()) as { readonly notes: readonly unknown[] };
    const { invitations } = (await (await server.get('/api/invitations')).json()) as { readonly invitations: readonly unknown[] };
    expect([notes, invitations.filter((one) => (one as { readonly name: string }).name === 'Ban')]).toEqual([[], []]);
  });

  it('[R1] signs nobody in of whom nobody could tell afterwards that they came', async () => {
    const refused = await withoutLog('true', () => server.anonymous.post('/api/session', { login: 'nobody', password: 'x'.repeat(20) }));
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([503, []]);
  });

  it('[R1] knows of a change that ended half-way who began it, what it was about and under which request', async () => {
    const cut = await withoutLog("NEW.did NOT LIKE '% begun'", () => server.send(DAY, HOLIDAY));
    expect(cut.status).toBe(503);
    expect(JSON.stringify(await daysChanged())).toContain('Notice 12');
    expect(await entries('/api/calendar/days')).toEqual([
      expect.objectContaining({
        who: expect.stringMatching(/^[0-9a-f-]{36}$/),
        did: 'PUT /api/calendar/days/:day begun',
        what: '{"day":"2026-09-02"}',
        requestId: cut.headers.get('x-request-id'),
      }),
    ]);
  });

  it('[R1] tells of a change that it was begun and that it was made or failed, and repeats nothing that was typed', async () => {
    const made = await server.post('/api/views', { name: 'Sáng thứ ba', path: '/points', query: '' });
    const failed = await server.send('/api/standards/ông%20Nguyễn%20Văn%20A', { ...HOLIDAY, body: '{}' });
    expect([made.status, failed.status]).toEqual([201, 400]);
    const of = async (response: Response) =>
      (await entries('/api/'))
        .filter(({ requestId }) => requestId === response.headers.get('x-request-id'))
        .map(({ did, what }) => [did, what]);
    expect(await of(made)).toEqual([
      ['POST /api/views', '{}'],
      ['POST /api/views begun', '{}'],
    ]);
    expect(await of(failed)).toEqual([
      ['PUT /api/standards/:id failed', '{}'],
      ['PUT /api/standards/:id begun', '{}'],
    ]);
  });

  it('[R1] keeps who saw what in a file while the log is away, over a restart and a line that cannot be read', async () => {
    const file = join(server.data, 'audit-waiting.jsonl');
    await server.app.get(SeenFigures).flush();
    const seen = await withoutLog('true', async () => {
      const auditor = await server.as(role('auditor'));
      expect((await auditor.get(`/api/answer?metrics=tickets&${OCTOBER}`)).status).toBe(200);
      await server.app.get(SeenFigures).flush();
      return server.app.get(SeenFigures).unwritten;
    });
    expect([seen, readFileSync(file, 'utf8').split('\n').length - 1]).toEqual([1, 1]);
    await server.stores.records.query('CREATE TRIGGER no_log BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION no_log()');
    await server.close();
    appendFileSync(file, '{"at":"2026-11-0');
    const again = await startServer(undefined, { folder: server.folder });
    expect(again.app.get(SeenFigures).unwritten).toBe(2);
    await again.stores.records.query('DROP TRIGGER no_log ON audit_entry');
    await again.app.get(SeenFigures).flush();
    expect((await entries('GET /api/answer', again)).map(({ what }) => what)).toEqual([
      '{"from":"2026-10-01","metrics":"tickets","to":"2026-11-01"}',
    ]);
    expect((await entries('traces lost', again)).map(({ what }) => what)).toEqual(['{"lines":1}']);
    expect([readFileSync(file, 'utf8'), (await verifyAudit(again.stores.records)).broken]).toEqual(['', null]);
    server = again;
  });

  it('[R1] shows no figure once there is no room for who saw it, and shows them again once there is', async () => {
    const seen = server.app.get(SeenFigures);
    const reader = await server.as(role('leader'));
    const question = `/api/answer?metrics=tickets_served&${OCTOBER}`;
    await withoutLog('true', async () => {
      const fill = (): void => {
        for (let at = 0; ; at++) seen.note({ who: 'a test', did: 'filled', what: [at, 'x'.repeat(100_000)] });
      };
      expect(fill).toThrow('must be recorded');
      const refused = await reader.post('/api/answers', { questions: { a: { metrics: ['tickets'], note: 'x'.repeat(200_000) } } });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
      expect(problemSchema.parse(await refused.json()).title).toBe('What is shown cannot be recorded');
      expect((await reader.get('/api/city')).status).toBe(200);
    });
    await seen.flush();
    expect([(await reader.get(question)).status, seen.unwritten]).toEqual([200, 1]);
  }, 30_000);
});
