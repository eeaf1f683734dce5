import { createServer } from 'node:net';
import { changeAccount, listAccounts } from '@evenhand/records';
import type { SessionState } from '@evenhand/contracts';
import { FORGERIES } from '../testing/forged-tokens';
import { startProvider, TestBrowser, type TestProvider } from '../testing/identity-provider';
import { role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';

const RETURN = '/api/session/provider/return';

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(address && typeof address === 'object' ? address.port : 0));
    });
  });

describe('sign-in at the identity provider of the city', () => {
  let provider: TestProvider;
  let server: StartedServer;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    provider = await startProvider(`${url}${RETURN}`);
    const { issuer, client, secret } = provider;
    const access = { url: new URL(url), provider: { issuer: new URL(issuer), client, secret, name: 'Sổ danh tính' } };
    server = await startServer(undefined, { access, port });
  });
  afterAll(async () => {
    await server.stop();
    await provider.close();
  });

  const stateOf = async (browser: TestBrowser): Promise<SessionState> =>
    (await (await browser.ask(`${url}/api/session`)).json()) as SessionState;
  /** From the button to the address that the provider sends people back to. */
  const comeBackAs = (browser: TestBrowser, login: string, next = '/') =>
    browser.signInAt(`${url}/api/session/provider?next=${encodeURIComponent(next)}`, login, `${url}${RETURN}`);
  const lands = async (browser: TestBrowser, at: string): Promise<string | null> => (await browser.ask(at)).headers.get('location');

  it('is offered under its name', async () => expect((await stateOf(new TestBrowser())).provider).toBe('Sổ danh tính'));

  it('leaves with code flow, PKCE, state and nonce', async () => {
    const { headers } = await new TestBrowser().ask(`${url}/api/session/provider`);
    const to = new URL(headers.get('location') ?? '');
    expect(to.origin).toBe(provider.issuer);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      client_id: 'evenhand',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(to.searchParams.get(name)?.length).toBeGreaterThan(30);
    expect(headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it('signs in a person who comes for the first time, without any role until an administrator gives one', async () => {
    const browser = new TestBrowser();
    expect(await lands(browser, await comeBackAs(browser, 'thu', '/points?by=ward'))).toBe('/points?by=ward');
    expect(await stateOf(browser)).toMatchObject({ who: { name: 'Người thu' }, roles: [], actions: [], isWholeCity: false });
    expect((await browser.ask(`${url}/api/points`)).status).toBe(403);
    const account = (await listAccounts(server.stores.records)).find(({ kind }) => kind === 'provider');
    await changeAccount(server.stores.records, account?.id ?? '', { grants: [role('leader')] });
    expect((await stateOf(browser)).who).toBeNull();
    await lands(browser, await comeBackAs(browser, 'thu'));
    expect((await stateOf(browser)).roles).toEqual(['leader']);
  });

  it.each(['//evil.example/', '/\\evil.example', 'javascript:alert(1)', 'https://evil.example/'])(
    '[A7] leads to no other site afterwards: %s',
    async (next) => {
      const browser = new TestBrowser();
      expect(await lands(browser, await comeBackAs(browser, 'thu', next))).toBe('/');
    },
  );

  it('takes the same answer of the provider once, and from the browser that left only', async () => {
    const browser = new TestBrowser();
    const back = await comeBackAs(browser, 'thu');
    expect(await lands(new TestBrowser(), back)).toBe('/sign-in?refused=provider');
    expect(await lands(browser, back)).toBe('/');
    expect(await lands(browser, back)).toBe('/sign-in?refused=provider');
  });

  it.each(['state', 'code', 'iss'])('[A2] takes no answer with another %s', async (part) => {
    const browser = new TestBrowser();
    const back = new URL(await comeBackAs(browser, 'thu'));
    back.searchParams.set(part, 'other');
    expect(await lands(browser, back.href)).toBe('/sign-in?refused=provider');
    expect((await stateOf(browser)).who).toBeNull();
  });

  it.each(Object.keys(FORGERIES))('[A2] takes no token %s', async (how) => {
    const browser = new TestBrowser();
    const back = await comeBackAs(browser, 'thu');
    provider.forge(how);
    expect(await lands(browser, back)).toBe('/sign-in?refused=provider');
    provider.forge(null);
    expect((await stateOf(browser)).who).toBeNull();
  });

  it('keeps out whose account was deactivated', async () => {
    const account = (await listAccounts(server.stores.records)).find(({ kind }) => kind === 'provider');
    await changeAccount(server.stores.records, account?.id ?? '', { isActive: false });
    const browser = new TestBrowser();
    expect(await lands(browser, await comeBackAs(browser, 'thu'))).toBe('/sign-in?refused=deactivated');
    expect((await stateOf(browser)).who).toBeNull();
  });
});
