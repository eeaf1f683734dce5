import {
  breachesSchema,
  dossierTimelineSchema,
  pointStandardsSchema,
  standardPageSchema,
  standardPreviewSchema,
  standardsSchema,
  standardVolumeSchema,
  verdictsSchema,
} from '@evenhand/contracts';
import { ownerOf } from '@evenhand/data-folder';
import { OwnerToken } from '../runs/owner-token';
import { insertTickets } from '../testing/handful-of-tickets';
import { role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';
const DOSSIER = {
  ...{ source: 'national', dossier_code: 'H/1', point_code: 'P1', key_hash: 7, status: 9, supplement_requests: 2 },
  ...{ received_at: '2026-10-05T02:00:00Z', received_on: '2026-10-05', finished_at: '2026-10-07T02:00:00Z', finished_on: '2026-10-07' },
};

describe('standards over HTTP', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    server.app.get(OwnerToken).publish(server.url);
    await insertTickets(server.stores.warehouse);
    await server.stores.warehouse.insert('dossier', [DOSSIER]);
    await server.stores.warehouse.insert('known_until', [
      { entity: 'dossier', source: 'national', run_id: 1, latest_at: '2026-10-31T10:00:00Z', published_at: '2026-10-31T11:00:00Z' },
    ]);
  });
  afterAll(() => server.stop());

  const put = (id: string, body: unknown, isOwner = true) =>
    server.anonymous.send(`/api/standards/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...(isOwner && { authorization: `Bearer ${ownerOf(server.data)?.token ?? ''}` }) },
      body: JSON.stringify(body),
    });
  const json = async (path: string): Promise<unknown> => (await server.get(path)).json();
  const problem = async (response: Response) => {
    const { detail, field } = (await response.json()) as { readonly detail: string; readonly field?: string };
    return [response.status, field, detail];
  };

  it('are listed with their numbers, what they rest on, and what is missing', async () => {
    const { standards } = standardsSchema.parse(await json('/api/standards'));
    expect(standards.find(({ id }) => id === 'waiting_time')).toMatchObject({
      limits: { minutes: 20, share: 0.05 },
      judgedBy: 'level',
      metric: 'long_wait_rate',
    });
    expect(standards.find(({ id }) => id === 'access')).toMatchObject({ data: 'missing', judgedBy: null, hasCases: false });
  });

  it('show their worked examples, all green', async () => {
    const { examples, citations } = standardPageSchema.parse(await json('/api/standards/supplement_once'));
    expect(examples.map(({ isGreen }) => isGreen)).toEqual([true, true]);
    expect(citations[0]?.instrument.vi).toBe('Quyết định 766/QĐ-TTg ngày 23/6/2022');
  });

  it('come to a verdict for every point, down to the cases and the life of a dossier', async () => {
    const { verdicts } = verdictsSchema.parse(await json(`/api/standards/supplement_once/verdicts?${OCTOBER}`));
    expect(verdicts.map(({ point, state, n, breaches }) => [point, state, n, breaches])).toEqual([
      ['P1', 'fail', 1, 1],
      ['P2', 'not_applicable', 0, 0],
    ]);
    const { rows, total } = breachesSchema.parse(await json(`/api/standards/supplement_once/breaches?${OCTOBER}&point=P1`));
    expect([total, rows]).toEqual([1, [expect.objectContaining({ dossier_code: 'H/1', supplement_requests: 2, rule_from: '2022-06-23' })]]);
    const { entries, dossier } = dossierTimelineSchema.parse(await json('/api/dossiers/H%2F1/timeline'));
    expect([dossier.pointCode, entries.map(({ kind }) => kind)]).toEqual(['P1', ['received', 'finished']]);
  });

  it('are judged as of no day that is still to come', async () => {
    for (const path of ['standards/supplement_once/verdicts', 'points/P1/standards', 'standards/supplement_once/breaches'])
      expect(await problem(await server.get(`/api/${path}?${OCTOBER}&asOf=2999-01-01`))).toEqual([
        400,
        'asOf',
        '"2999-01-01" is still to come; leave asOf out for what is known at present.',
      ]);
  });

  it('are shown for one point at a glance', async () => {
    const { verdicts } = pointStandardsSchema.parse(await json(`/api/points/P1/standards?${OCTOBER}`));
    const states = Object.fromEntries(verdicts.map(({ standard, state }) => [standard, state]));
    expect(states).toMatchObject({
      supplement_once: 'fail',
      nobody_left_at_closing: 'pass',
      petition_answer: 'unknown',
      access: 'not_applicable',
    });
    expect(await problem(await server.get(`/api/points/P9/standards?${OCTOBER}`))).toEqual([
      404,
      undefined,
      'There is no service point "P9" between 2026-10-01 and 2026-11-01.',
    ]);
  });

  it('count the city as one', async () => {
    const { verdicts } = verdictsSchema.parse(await json(`/api/standards/nobody_left_at_closing/verdicts?${OCTOBER}&by=city&grain=whole`));
    // three were served and one left at P1, one was served at P2
    expect(verdicts).toMatchObject([{ point: null, state: 'pass', reason: null, n: 5, breaches: 0, value: 1 }]);
  });

  it('are looked at before they are set, by those who may set them', async () => {
    const change = `${OCTOBER}&effectiveFrom=2099-01-01`;
    const manager = await server.as(role('city_manager'));
    const asked = await manager.get(`/api/standards/supplement_once/preview?${change}&limits=requests:2`);
    // One dossier was supplemented twice: with two allowed in October P1 would have passed, from 2099 on it changes nothing.
    expect(standardPreviewSchema.parse(await asked.json())).toMatchObject({
      limits: { requests: 2 },
      points: 2,
      moved: [
        { point: 'P1', before: { state: 'fail', breaches: 1 }, after: { state: 'fail' }, throughout: { state: 'pass', breaches: 0 } },
      ],
    });
    const refused = (query: string) => manager.get(`/api/standards/supplement_once/preview?${OCTOBER}&${query}`).then(problem);
    expect(await refused('effectiveFrom=2026-10-05&limits=requests:2')).toEqual([
      400,
      'effectiveFrom',
      expect.stringContaining('has passed'),
    ]);
    expect(await refused('effectiveFrom=2099-01-01&limits=requests')).toEqual([400, 'limits', expect.stringContaining('name:value')]);
    const leader = await server.as(role('leader'));
    expect((await leader.get(`/api/standards/supplement_once/preview?${change}&limits=requests:2`)).status).toBe(403);
  });

  it('tell how much other numbers would find before they are set', async () => {
    const manager = await server.as(role('city_manager'));
    const volume = async (limits: string) =>
      standardVolumeSchema.parse(await (await manager.get(`/api/standards/supplement_once/volume?${OCTOBER}${limits}`)).json());
    // One dossier at P1 was supplemented twice: it breaks "once", and keeps "twice".
    const inForce = { limits: { requests: 1 }, cases: 1, breaches: 1, points: 1, failing: 1 };
    expect(await volume('')).toMatchObject({ entity: 'dossier', inForce, proposed: null });
    expect(await volume('&limits=requests:2')).toMatchObject({ inForce, proposed: { limits: { requests: 2 }, breaches: 0, failing: 0 } });
    const refused = await manager.get(`/api/standards/supplement_once/volume?${OCTOBER}&limits=requests:-1`);
    expect(await problem(refused)).toEqual([400, 'limits.requests', expect.stringContaining('must lie between')]);
  });

  it('are set anew from a day on by whoever holds the token, and earlier days do not move', async () => {
    const change = { effectiveFrom: '2099-01-01', limits: { requests: 0 }, reason: 'Decision 12' };
    expect((await put('supplement_once', change, false)).status).toBe(401);
    const before = await json(`/api/standards/supplement_once/verdicts?${OCTOBER}`);
    const { versions } = standardPageSchema.parse(await (await put('supplement_once', change)).json());
    expect(versions).toMatchObject([
      { from: '2022-06-23', to: '2099-01-01', limits: { requests: 1 }, edit: null },
      { from: '2099-01-01', to: null, limits: { requests: 0 }, edit: { reason: 'Decision 12', madeBy: 'owner' } },
    ]);
    expect(await json(`/api/standards/supplement_once/verdicts?${OCTOBER}`)).toEqual(before);
  });

  it('judge the days since then otherwise when the change says that it is retroactive', async () => {
    const change = { effectiveFrom: '2026-10-01', limits: { requests: 2 }, reason: 'A mistake in the text' };
    expect(await problem(await put('supplement_once', change))).toEqual([
      400,
      'effectiveFrom',
      expect.stringContaining('"2026-10-01" has passed'),
    ]);
    expect((await put('supplement_once', { ...change, isRetroactive: true })).status).toBe(200);
    const { verdicts } = verdictsSchema.parse(await json(`/api/standards/supplement_once/verdicts?${OCTOBER}`));
    expect(verdicts[0]).toMatchObject({ state: 'pass', n: 1, breaches: 0 });
  });

  it.each([
    ['/api/standards/waiting', 404, undefined, 'There is no standard "waiting". Known: waiting_time'],
    [`/api/standards/waiting/verdicts?${OCTOBER}`, 404, undefined, 'There is no standard "waiting".'],
    ['/api/standards/waiting_time/verdicts?from=2026-10-01&to=2026-09-01', 400, 'to', '"2026-09-01" must be after "2026-10-01"'],
    [`/api/standards/waiting_time/verdicts?${OCTOBER}&grain=year`, 400, 'grain', '"grain" is "year"; allowed: day, week, month, whole.'],
    [`/api/standards/counter_occupancy/breaches?${OCTOBER}`, 400, 'standard', 'no single case breaks it'],
    ['/api/dossiers/H2/timeline', 404, undefined, 'There is no dossier "H2".'],
  ])('%s is refused', async (path, status, field, detail) =>
    expect(await problem(await server.get(path))).toEqual([status, field, expect.stringContaining(detail)]),
  );

  it.each([
    [{ effectiveFrom: '2099-02-30', reason: 'x' }, 'effectiveFrom', 'must be a day written YYYY-MM-DD'],
    [{ effectiveFrom: '2099-01-01', limits: { minutes: 15 } }, 'reason', '"reason" is missing.'],
    [
      { effectiveFrom: '2099-01-01', limits: { hours: 15 }, reason: 'x' },
      'limits.hours',
      'The standard has no number "hours". Known: minutes, share.',
    ],
    [{ effectiveFrom: '2099-01-01', limits: { minutes: 900 }, reason: 'x' }, 'limits.minutes', 'must lie between 1 and 480'],
  ])('refuse to be set to %j', async (body, field, detail) =>
    expect(await problem(await put('waiting_time', body))).toEqual([400, field, expect.stringContaining(detail)]),
  );
});
