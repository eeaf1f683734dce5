import { actionsOf, type Grant } from '@evenhand/domain';
import type { ExecutionContext } from '@nestjs/common';
import type { Response as Answered } from 'express';
import { insertTickets } from '../testing/handful-of-tickets';
import { FOREIGN, insertRowsOfEach, OWN } from '../testing/row-of-each-point';
import { type Client, role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';
import { identityIn, noteKnown, scopeIn } from './identity';
import { ROUTE_ACCESS } from './route-access';
import { WalledRoutes } from './walled-routes';

const RANGE = 'from=2026-10-01&to=2026-11-01';
const EARLIER = 'asOf=2026-10-31T00:00:00Z';
const P1: Grant = { role: 'ward_manager', units: ['00004'], branches: [] };

const METRICS = ['tickets,long_wait_rate,wait_p90', 'dossiers_received,on_time_rate,dossiers_overdue', 'satisfaction_rate,response_rate'];
const ASKED = ['', '&by=point', '&by=month,field', '&by=point&exact=true', `&${EARLIER}`, '&compare=city&where=point:P1', '&view=public'];
const STANDARDS = ['waiting_time', 'on_time_settlement', 'petition_answer', 'contract_staff_decide_nothing', 'apology_when_late'];

/** What is asked of each route that reads the facts and that a ward manager may call. */
const OF_FACTS: Readonly<Record<string, readonly string[]>> = {
  city: ['city'],
  catalog: ['catalog'],
  live: ['live'],
  wallboard: ['wallboard', 'wallboard?point=P1'],
  'points/:code/feeds': [`points/P1/feeds?${RANGE}`],
  answer: METRICS.flatMap((metrics) => ASKED.map((rest) => `answer?metrics=${metrics}&${RANGE}${rest}`)),
  explain: ['tickets', 'on_time_rate', 'satisfaction_rate'].map((metric) => `explain?metric=${metric}&${RANGE}`),
  diff: ['tickets', 'dossiers_received'].map((metric) => `diff?metric=${metric}&${RANGE}&then=2026-11-02T00:00:00Z`),
  rows: ['tickets', 'dossiers_received', 'satisfaction_rate'].map((metric) => `rows?metric=${metric}&part=n&${RANGE}`),
  'rows/export': ['tickets', 'dossiers_received'].map((metric) => `rows/export?metric=${metric}&part=n&head=id&${RANGE}`),
  'dossiers/:code/timeline': [`dossiers/${OWN}/timeline`],
  'wait-ends': [`wait-ends?${RANGE}`],
  'exports/answer': [`exports/answer?metrics=tickets,dossiers_received&by=point&format=csv&${RANGE}`],
  // Packed with their instant: what they hold is what explain, rows and breaches tell.
  'exports/evidence': [],
  'exports/standards/:id/evidence': [],
  'exports/ii06': ['exports/ii06?period=2026-10&calendar=calendar&format=csv'],
  'exports/quarterly': ['exports/quarterly?period=2026-Q3&format=csv'],
  'exports/index-766': ['exports/index-766?period=2026-10&format=csv'],
  'exports/standards/:id/verdicts': [`exports/standards/waiting_time/verdicts?format=csv&${RANGE}`],
  'exports/standards/:id/breaches': [`exports/standards/apology_when_late/breaches?format=csv&${RANGE}`],
  'exports/dossiers/:code/timeline': [`exports/dossiers/${OWN}/timeline?format=csv`],
  benchmark: [`benchmark?metric=long_wait_rate&${RANGE}`],
  trend: [`trend?metric=long_wait_rate&point=P1&${RANGE}`, `trend?metric=wait_p90&${RANGE}`],
  'standards/:id/verdicts': STANDARDS.flatMap((id) =>
    ['', '&by=city&grain=whole'].map((rest) => `standards/${id}/verdicts?${RANGE}${rest}`),
  ),
  'standards/:id/breaches': ['waiting_time', 'apology_when_late'].map((id) => `standards/${id}/breaches?${RANGE}`),
  'points/:code/standards': ['', `&${EARLIER}`].map((rest) => `points/P1/standards?${RANGE}${rest}`),
  'scores/index-766': ['scores/index-766?period=2026-10', 'scores/index-766?period=2026-10&unit=all'],
  'scores/index-766/rows': ['scores/index-766/rows?period=2026-10&cause=late'],
  'scores/quarterly': ['scores/quarterly?period=2026-Q3'],
  'reports/ii06': ['reports/ii06?period=2026-10&calendar=calendar'],
  'reports/ii06/rows': ['reports/ii06/rows?period=2026-10&calendar=calendar&cell=received'],
  feeds: ['feeds', `feeds?${RANGE}`],
  'feeds/days': ['&point=P1', ''].map((rest) => `feeds/days?source=a-source&entity=dossier&${RANGE}${rest}`),
  reconciliation: [`reconciliation?${RANGE}`],
  findings: [`findings?${RANGE}`],
  'findings/rows': [`findings/rows?${RANGE}&law=id_not_sequential&entity=dossier`],
  quarantine: ['quarantine', 'quarantine?entity=dossier'],
  'quarantine/counts': ['quarantine/counts'],
  'quarantine/export': ['quarantine/export'],
};

/** Routes that read the records alone, which no wall stands in. */
const OF_RECORDS = [
  ...['points', 'boundaries', 'calendar', 'points/:code/hours', 'standards', 'standards/:id', 'views', 'views/:id/history'],
  ...['matters', 'notes', 'incidents', 'tasks/:id'],
];

const addresses = Object.values(OF_FACTS).flat();

describe('the wall around whoever asks', () => {
  let server: StartedServer;
  let ward: Client;
  let leader: Client;
  let standing: WalledRoutes['intercept'];

  beforeAll(async () => {
    server = await startServer(undefined, { city: 'simulated: true\n' });
    await insertTickets(server.stores.warehouse);
    await insertRowsOfEach(server.stores.warehouse);
    [ward, leader] = [await server.as(P1), await server.as(role('leader'))];
    standing = server.app.get(WalledRoutes).intercept;
  });
  afterEach(() => void (server.app.get(WalledRoutes).intercept = standing));
  afterAll(() => server.stop());

  /** What is told, without what differs from call to call. */
  const told = async (client: Client, address: string): Promise<string> => {
    const response = await client.get(`/api/${address}`);
    const text = (await response.text()).replaceAll(/"(requestId|instance|milliseconds|ms)":("[^"]*"|[^,}]+)|\d\d:\d\d/g, '');
    return `${response.status} ${text}`;
  };

  const withoutWall: WalledRoutes['intercept'] = (_, next) => next.handle();

  /** Everything above the wall takes whoever asks for somebody who sees the whole city. */
  const forgetScope = (context: ExecutionContext): void => {
    const response = context.switchToHttp().getResponse<Answered>();
    const scope = scopeIn(response);
    noteKnown(response, { identity: identityIn(response), scope: scope && { ...scope, points: 'all' } });
  };
  const withoutScope: WalledRoutes['intercept'] = (context, next) =>
    standing(context, {
      handle: () => {
        forgetScope(context);
        return next.handle();
      },
    });

  it('[B12] stands around every route that reads the facts for a ward manager; another route of theirs is put down here', () => {
    const may = actionsOf('ward_manager') as readonly string[];
    const routes = Object.entries(ROUTE_ACCESS).flatMap(([route, access]) =>
      route.startsWith('GET ') && may.includes(access) ? [route.replace('GET /api/', '')] : [],
    );
    expect([...Object.keys(OF_FACTS), ...OF_RECORDS].sort()).toEqual(routes.sort());
  });

  it.each(addresses)('[B12] changes nothing of what is told: %s', async (address) => {
    const within = await told(ward, address);
    server.app.get(WalledRoutes).intercept = withoutWall;
    expect(await told(ward, address)).toBe(within);
    expect(within).not.toContain(FOREIGN);
    expect(Number(within.slice(0, 3))).toBe(200);
  });

  it.each(addresses)('[B12] tells of no foreign row although everything above it forgets the scope: %s', async (address) => {
    server.app.get(WalledRoutes).intercept = withoutScope;
    const forgotten = await told(ward, address);
    expect(forgotten).not.toContain(FOREIGN);
    expect(forgotten.slice(0, 4)).toBe('200 ');
  });

  it('[B12] knows of no foreign dossier although everything above it forgets the scope', async () => {
    server.app.get(WalledRoutes).intercept = withoutScope;
    for (const kind of ['dossiers', 'exports/dossiers'])
      expect((await ward.get(`/api/${kind}/${FOREIGN}/timeline?format=csv`.replace(/^(.api.dossiers.*)\?.*/, '$1'))).status).toBe(404);
  });

  it('[B12] is what keeps them out: without it the same calls tell of them', async () => {
    server.app.get(WalledRoutes).intercept = (context, next) => {
      forgetScope(context);
      return next.handle();
    };
    const leaking = await Promise.all(addresses.map(async (address) => ((await told(ward, address)).includes(FOREIGN) ? [address] : [])));
    expect(leaking.flat().length).toBeGreaterThan(8);
  });

  it('[B12] tells nobody of a page that was kept for the whole city, although everything above it forgets the scope', async () => {
    const question = { metrics: ['tickets'], by: ['point'], from: '2026-10-01', to: '2026-11-01' };
    const page = async (client: Client): Promise<string> => (await client.post('/api/answers', { questions: { question } })).text();
    const own = await page(ward);
    expect(await page(leader)).toContain('P2');
    server.app.get(WalledRoutes).intercept = withoutScope;
    expect(await page(ward)).toBe(own);
    expect(own).not.toContain('P2');
  });

  it('[B4] poisons nothing: whoever asks after a ward manager is told of the whole city', async () => {
    for (const address of addresses) await told(ward, address);
    const after = await Promise.all(addresses.map((address) => told(leader, address)));
    // Another state of the data: everything is read anew.
    await server.stores.warehouse.insert('working_day', [{ day: '2035-01-01' }]);
    expect(await Promise.all(addresses.map((address) => told(leader, address)))).toEqual(after);
  });
});
