import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { SessionState } from '@evenhand/contracts';
import type { Grant } from '@evenhand/domain';
import { ExpressAdapter } from '@nestjs/platform-express';
import { invite, inviteAdministrator, listAccounts, makeAccount, openInvitation } from '@evenhand/records';
import type { Express } from 'express';
import { pino } from 'pino';
import { role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';
import { passwordHash } from './passwords';
import { SessionCookie } from './session-cookie';
import { MOST_FAILURES } from './sign-in-throttle';

const PASSWORD = 'mười hai ký tự';

const cookieOf = (response: Response): string => (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';

describe('sign-in', () => {
  const lines: string[] = [];
  let server: StartedServer;

  beforeAll(async () => {
    server = await startServer(pino({ level: 'info' }, { write: (line) => void lines.push(line) }), { city: 'simulated: true\n' });
    await make('lan', 'Lan', role('auditor'));
  });
  afterAll(() => server.stop());

  const make = async (login: string, name: string, grant: Grant): Promise<void> => {
    const made = { login, name, kind: 'local', madeBy: 'test', passwordHash: await passwordHash(PASSWORD) } as const;
    await makeAccount(server.stores.records.manager, { ...made, grants: [grant] }, new Date());
  };
  const signIn = (login: string, password: string, headers = {}) => server.anonymous.post('/api/session', { login, password }, headers);
  const stateWith = async (cookie: string): Promise<SessionState> =>
    (await (await server.anonymous.send('/api/session', { headers: { cookie } })).json()) as SessionState;

  it('[A6] lets in who knows the password, for eight hours, by a cookie that no script reads', async () => {
    const response = await signIn(' LAN ', PASSWORD.normalize('NFD'));
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^evenhand-session=[\w-]{43}; Max-Age=28800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    expect(await stateWith(cookieOf(response))).toMatchObject({ who: { name: 'Lan', kind: 'account' }, roles: ['auditor'] });
  });

  it('gives every sign-in a secret of its own and ends the one before', async () => {
    const first = cookieOf(await signIn('lan', PASSWORD));
    const second = cookieOf(await signIn('lan', PASSWORD, { cookie: first }));
    expect(second).not.toBe(first);
    expect((await stateWith(first)).who).toBeNull();
    expect((await stateWith(second)).who).not.toBeNull();
  });

  it('[A3] forgets a copied cookie at sign-out', async () => {
    const cookie = cookieOf(await signIn('lan', PASSWORD));
    const out = await server.anonymous.send('/api/session', { method: 'DELETE', headers: { cookie } });
    expect([out.status, cookieOf(out)]).toEqual([204, 'evenhand-session=']);
    expect((await stateWith(cookie)).who).toBeNull();
    expect((await server.anonymous.send('/api/city', { headers: { cookie } })).status).toBe(401);
  });

  it('[A4] says the same of a wrong password and of nobody, after the same time', async () => {
    const timed = async (login: string) => {
      const started = performance.now();
      const response = await signIn(login, 'not the password');
      const { detail } = (await response.json()) as { detail: string };
      return { status: response.status, detail, ms: performance.now() - started };
    };
    const [wrong, nobody] = [await timed('lan'), await timed('nobody')];
    expect(wrong).toMatchObject({ status: 401, detail: 'The login or the password is not right.' });
    expect(nobody).toMatchObject({ status: 401, detail: 'The login or the password is not right.' });
    // Hashing takes tens of milliseconds; without it nobody would be refused within one or two.
    expect(nobody.ms).toBeGreaterThan(wrong.ms / 4);
  });

  it('[A4] slows down whoever tries passwords, at one login and from one address, and notes it without names', async () => {
    const statuses = [];
    for (let attempt = 0; attempt <= MOST_FAILURES.login; attempt++) statuses.push((await signIn('minh', `wrong ${attempt}`)).status);
    expect(statuses).toEqual([...Array.from({ length: MOST_FAILURES.login }, () => 401), 429]);
    const refused = await signIn('Minh', 'wrong again');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    expect((await signIn('lan', PASSWORD)).status).toBe(204);
    expect(lines.some((line) => line.includes('sign-in throttled'))).toBe(true);
    expect(lines.join('').toLowerCase()).not.toContain('minh');
  });

  it('[A4] lets fifty bad passwords wait, and finds the real one among them no sooner', async () => {
    await make('dung', 'Dũng', role('leader'));
    const statuses = [];
    for (let attempt = 0; attempt < 50; attempt++)
      statuses.push((await signIn('dung', attempt === 40 ? PASSWORD : `wrong ${attempt}`)).status);
    expect(statuses.slice(MOST_FAILURES.login)).toEqual(Array.from({ length: 50 - MOST_FAILURES.login }, () => 429));
  });

  it('opens the simulated city by one click to whoever sits at its machine', async () => {
    const become = (headers = {}) => server.anonymous.post('/api/session/simulated', { reader: 'leader' }, headers);
    const response = await become();
    expect(await stateWith(cookieOf(response))).toMatchObject({
      roles: ['leader'],
      isWholeCity: true,
      columns: ['dossier_codes', 'comments'],
    });
    expect((await become({ 'x-forwarded-for': '203.0.113.5' })).status).toBe(403);
    expect(
      (await server.anonymous
        .send('/api/session', { headers: { cookie: cookieOf(response), via: '1.1 proxy' } })
        .then((one) => one.json())) as SessionState,
    ).toMatchObject({ who: null, readers: [] });
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin at all', { origin: 'null' }],
  ])('[A6] takes no change from a page of %s', async (_, headers) => {
    const response = await server.post('/api/session/simulated', { reader: 'leader' }, headers);
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  });

  it('[A6] takes no change that a plain form could send', async () => {
    const response = await server.post('/api/session', 'login=lan', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(response.status).toBe(400);
  });

  it('[B11] makes the account of an invitation once, with the role of the invitation and nothing else', async () => {
    const { records } = server.stores;
    const { secret } = await invite(records, { kind: 'account', name: 'Hoa', grants: [role('leader')], madeBy: 'test' });
    const accept = (more: object = {}) =>
      server.anonymous.post('/api/invitations/accept', { secret, login: 'hoa', password: PASSWORD, ...more });
    expect((await accept({ grants: [role('administrator')] })).status).toBe(400);
    expect((await accept({ password: 'short' })).status).toBe(400);
    expect((await accept({ password: 'aaaaaaaaaaaaaaa', login: 'aaaaaaaaaaaaaaa' })).status).toBe(400);
    expect(await (await server.anonymous.post('/api/invitations/look', { secret })).json()).toEqual({
      kind: 'account',
      name: 'Hoa',
      login: null,
    });
    const accepted = await accept();
    expect(await stateWith(cookieOf(accepted))).toMatchObject({ who: { name: 'Hoa' }, roles: ['leader'] });
    expect((await accept()).status).toBe(404);
    expect((await signIn('hoa', PASSWORD)).status).toBe(204);
  });

  it('[A3] lets people change their own password, which signs them out everywhere else', async () => {
    await make('binh', 'Bình', role('leader'));
    const [other, cookie] = [cookieOf(await signIn('binh', PASSWORD)), cookieOf(await signIn('binh', PASSWORD))];
    const change = (current: string, password: string) =>
      server.anonymous.send('/api/session/password', {
        method: 'PUT',
        body: JSON.stringify({ current, password }),
        headers: { cookie, 'content-type': 'application/json' },
      });
    const refused = [
      await change('not the password', 'a better password'),
      await change(PASSWORD, 'short'),
      await change(PASSWORD, PASSWORD),
    ];
    expect(await Promise.all(refused.map(async (one) => [one.status, ((await one.json()) as { field: string }).field]))).toEqual([
      [400, 'current'],
      [400, 'password'],
      [400, 'password'],
    ]);
    const changed = await change(PASSWORD, 'a better password');
    expect(changed.status).toBe(204);
    expect((await stateWith(cookieOf(changed))).who).toMatchObject({ name: 'Bình' });
    for (const ended of [other, cookie]) expect((await stateWith(ended)).who).toBeNull();
    expect([(await signIn('binh', PASSWORD)).status, (await signIn('binh', 'a better password')).status]).toEqual([401, 204]);
    expect(lines.some((line) => line.includes('password changed'))).toBe(true);
  });

  it('[A6] marks the cookie for https alone, and for this very host, where people come by https', async () => {
    const cookie = new SessionCookie({ url: new URL('https://evenhand.city'), provider: null });
    const app = new ExpressAdapter().getInstance<Express>().get('/', (_, response) => {
      cookie.write(response, 'secret');
      response.end();
    });
    const listening = app.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const response = await fetch(`http://127.0.0.1:${(listening.address() as AddressInfo).port}/`);
    listening.close();
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-evenhand-session=secret; .*Path=\/; .*HttpOnly; Secure; SameSite=Strict$/);
  });

  it('[A4] gives whoever finds an open browser no more guesses at its password than anybody else', async () => {
    await make('cuong', 'Cường', role('leader'));
    const cookie = cookieOf(await signIn('cuong', PASSWORD));
    const headers = { cookie, 'content-type': 'application/json' };
    const guess = async (current: string) => {
      const body = JSON.stringify({ current, password: 'a better password' });
      return (await server.anonymous.send('/api/session/password', { method: 'PUT', body, headers })).status;
    };
    const statuses = [];
    for (let attempt = 0; attempt <= MOST_FAILURES.login; attempt++) statuses.push(await guess(`wrong ${attempt}`));
    expect(statuses).toEqual([...Array.from({ length: MOST_FAILURES.login }, () => 400), 429]);
    const simulated = cookieOf(await server.anonymous.post('/api/session/simulated', { reader: 'leader' }));
    const none = await server.anonymous.send('/api/session/password', {
      method: 'PUT',
      body: JSON.stringify({ current: 'x', password: 'a better password' }),
      headers: { ...headers, cookie: simulated },
    });
    expect([none.status, ((await none.json()) as { detail: string }).detail]).toEqual([
      400,
      expect.stringContaining('there is none to change'),
    ]);
  });

  it('[A5] keeps no door open for a first administrator once there is one', async () => {
    const { records } = server.stores;
    expect(await inviteAdministrator(records)).toBeNull();
    expect(await openInvitation(records, '')).toBeNull();
    expect((await server.anonymous.post('/api/invitations/accept', { secret: 'x', login: 'x1', password: PASSWORD })).status).toBe(404);
  });

  it('keeps passwords as Argon2id alone, and writes neither passwords nor secrets nor names into the log (X6)', async () => {
    const kept = JSON.stringify(await listAccounts(server.stores.records));
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(kept).not.toContain(PASSWORD);
    const cookie = cookieOf(await signIn('lan', PASSWORD)).split('=')[1] ?? '';
    const said = lines.join('');
    for (const secret of [PASSWORD, cookie, '"lan"', 'Hoa']) expect(said).not.toContain(secret);
    expect(said).toContain('signed in');
  });
});
