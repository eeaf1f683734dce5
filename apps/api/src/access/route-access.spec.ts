import { ACTIONS, actionsOf, type Role, ROLES } from '@evenhand/domain';
import { makeApiToken } from '@evenhand/records';
import { clientOf, role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';
import { ROUTE_ACCESS, type RouteAccess } from './route-access';

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

interface Layer {
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
}

/** Everything that answers an address of the API, read off the server itself. */
function routesOf(server: StartedServer): string[] {
  const { router } = server.app.getHttpAdapter().getInstance() as unknown as { readonly router: { readonly stack: readonly Layer[] } };
  const names = router.stack.flatMap(({ route }) =>
    route && typeof route.path === 'string' && route.path.startsWith('/api')
      ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${String(route.path)}`)
      : [],
  );
  return [...new Set(names)].sort();
}

const isAction = (access: RouteAccess): access is (typeof ACTIONS)[number] => ACTIONS.some((action) => action === access);
const ASKED = Object.entries(ROUTE_ACCESS).flatMap(([route, access]) => (isAction(access) ? [{ route, access }] : []));
const routesFor = (wanted: RouteAccess): string[] => Object.keys(ROUTE_ACCESS).filter((route) => ROUTE_ACCESS[route] === wanted);

describe('the routes of the API', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  /** Calls a route with nothing that it could do anything with. */
  const call = async (client: StartedServer['anonymous'], route: string): Promise<number> => {
    const [method = '', path = ''] = route.split(' ');
    const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
    const response = await client.send(path.replace(/:\w+/g, 'x'), { method, ...body });
    await response.body?.cancel();
    return response.status;
  };
  const statusesOf = async (client: StartedServer['anonymous']): Promise<Record<string, number>> => {
    const statuses: Record<string, number> = {};
    for (const { route } of ASKED) statuses[route] = await call(client, route);
    return statuses;
  };

  it('[B1] all have a row in ROUTE_ACCESS (apps/api/src/access/route-access.ts) that says who may call them', () => {
    const routes = routesOf(server);
    expect({ 'add a row for': routes.filter((route) => !(route in ROUTE_ACCESS)) }).toEqual({ 'add a row for': [] });
    expect({ 'remove the row of': Object.keys(ROUTE_ACCESS).filter((route) => !routes.includes(route)) }).toEqual({
      'remove the row of': [],
    });
    expect(routes.length).toBeGreaterThan(60);
  });

  it('[B1] answer nobody who is not signed in, but tell everyone how to sign in', async () => {
    const statuses = await statusesOf(server.anonymous);
    expect(Object.entries(statuses).filter(([, status]) => status !== 401)).toEqual([]);
    for (const route of routesFor('everyone'))
      expect([route, [401, 403].includes(await call(server.anonymous, route))]).toEqual([route, false]);
    for (const route of routesFor('signed in')) {
      expect([route, await call(server.anonymous, route)]).toEqual([route, 401]);
      expect([route, [401, 403].includes(await call(await server.as(role('wallboard')), route))]).toEqual([route, false]);
    }
  });

  it.each(ROLES)('[B1] answer the role %s what its row says, and refuse the rest', async (name: Role) => {
    const part =
      name === 'ward_manager' ? { units: ['00004'], branches: [] } : { units: [], branches: name === 'branch_manager' ? ['B1'] : [] };
    const statuses = await statusesOf(await server.as({ role: name, ...part }));
    const refused = ASKED.filter(({ access }) => !actionsOf(name).includes(access)).map(({ route }) => route);
    expect(Object.keys(statuses).filter((route) => statuses[route] === 403)).toEqual(refused);
    expect(Object.entries(statuses).filter(([, status]) => status === 401 || status >= 500)).toEqual([]);
  });

  it('[B6] answer whoever has no role nothing at all', async () => {
    const statuses = await statusesOf(await server.as());
    expect(Object.entries(statuses).filter(([, status]) => status !== 403)).toEqual([]);
  });

  it('answer a machine what its token says and no more', async () => {
    const wanted = { name: 'display', grants: [role('leader')], actions: ['live', 'look'], endsAt: null, madeBy: 'test' } as const;
    const { text } = await makeApiToken(server.stores.records, wanted);
    const statuses = await statusesOf(clientOf(server.url, { authorization: `Bearer ${text}` }));
    const allowed = ASKED.filter(({ access }) => access === 'live' || access === 'look').map(({ route }) => route);
    expect(Object.keys(statuses).filter((route) => statuses[route] !== 403)).toEqual(allowed);
  });

  it('answer whoever reads the data folder everything, and a wrong token nothing even with a session', async () => {
    const statuses = await statusesOf(clientOf(server.url, { authorization: `Bearer ${server.owner().token}` }));
    expect(Object.entries(statuses).filter(([, status]) => status === 401 || status === 403)).toEqual([]);
    const wrong = await server.send('/api/city', { headers: { authorization: 'Bearer wrong' } });
    expect(wrong.status).toBe(401);
  });

  it.each([
    ['a token without a signature', `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded({ sub: 'owner', role: 'administrator' })}.`],
    ['a signed one', `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ sub: 'owner', exp: 9_999_999_999 })}.c2lnbmVk`],
    ['one of the right form', 'evenhand_00000000000000000000000000000000000000000000'],
    ['no token', ''],
  ])('[A2] takes nobody’s word for who they are: %s', async (_, text) => {
    const client = clientOf(server.url, { authorization: `Bearer ${text}` });
    expect((await client.get('/api/city')).status).toBe(401);
    expect(await (await client.get('/api/session')).json()).toMatchObject({ who: null, actions: [] });
  });

  it.each([
    '/API/city',
    '/api//city',
    '/api/city/',
    '/api/x/../city',
    '/api/%63ity',
    '/api/city%2f',
    '/api/city.',
    '/api/city;x',
    '/api/city?',
    '/api/./city',
    '//api/city',
    '/api\\city',
    '/api/city%00',
  ])('[B2] decide by who takes the address, however it is written: %s', async (path) => {
    const { status, headers } = await server.anonymous.get(path);
    // What is no address of the API is a page of the dashboard, which holds nothing.
    expect([401, 404, 'text/html; charset=utf-8']).toContain(status === 200 ? headers.get('content-type') : status);
  });

  it('[B2] take no other method for the one that was used', async () => {
    const leader = await server.as(role('leader'));
    const headers = { 'x-http-method-override': 'GET', 'x-method-override': 'GET', 'content-type': 'application/json' };
    expect((await leader.send('/api/loads?_method=GET', { method: 'POST', headers, body: '{}' })).status).toBe(403);
    expect((await server.anonymous.send('/api/city', { method: 'HEAD' })).status).toBe(401);
  });

  it('[B4] let no cache keep an answer, nor mix those of two people', async () => {
    const { headers } = await server.get('/api/city');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('vary')).toContain('Cookie');
  });
});
