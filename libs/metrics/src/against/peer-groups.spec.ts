import { type Question, wholeCity } from '@evenhand/domain';
import { Readings } from '../compare/readings';
import { metricNamed } from '../registry/registry';
import { city } from '../testing/city';
import { dossierRow, knownRow, pointRow, ticketRow } from '../testing/case-rows';
import { TestWarehouse } from '../testing/test-warehouse';
import { peerGroups } from './peer-groups';

const DAY = '2026-03-10';
const WEEK = { from: '2026-03-09', to: '2026-03-16' };

/** Tickets about certificates, and some about land; the first ones wait for half an hour, the others for five minutes. */
const tickets = (point: string, asked: { readonly all: number; readonly long: number; readonly land?: number }): object[] =>
  Array.from({ length: asked.all }, (_, index) =>
    ticketRow({
      point,
      issued: `${DAY}T02:00:00Z`,
      called: `${DAY}T02:${index < asked.long ? '30' : '05'}:00Z`,
      outcome: 'served',
      field: index < (asked.land ?? 0) ? 'land' : 'certification',
    }),
  );

const ALIKE = Array.from({ length: 10 }, (_, index) => `Q${index}`);
const LAND = ['L1', 'L2', 'L3'];
const POINTS = ['OWN', ...ALIKE, ...LAND, 'SMALL'];

describe('the peers of a point', () => {
  let test: TestWarehouse;
  beforeAll(async () => {
    test = await TestWarehouse.open();
    await test.fill({
      ticket: [
        ...tickets('OWN', { all: 40, long: 10 }),
        ...ALIKE.flatMap((point) => tickets(point, { all: 40, long: 4 })),
        ...LAND.flatMap((point) => tickets(point, { all: 40, long: 40, land: 40 })),
        ...tickets('SMALL', { all: 29, long: 29 }),
      ],
      dossier: [dossierRow({ point: 'OWN', received: `${DAY}T02:00:00Z`, due: `${DAY}T09:00:00Z` })],
      service_point: POINTS.map((point) => pointRow(point, 'W1', 'B1')),
      working_day: [DAY],
      known_until: [knownRow('ticket', 'queue', '2026-03-15T12:00:00Z'), knownRow('dossier', 'queue', '2026-03-15T12:00:00Z')],
    });
  });
  afterAll(() => test.close());

  const own = { ...WEEK, where: [{ dimension: 'point', values: ['OWN'] }], compare: ['peers'] } as const satisfies Partial<Question>;

  it('are the ten most like it, their cases taken together: 40 of 400, and how far the point is from that', async () => {
    const [found] = await test.ask('long_wait_rate', own);
    expect(found).toMatchObject({ value: 0.25, n: 40 });
    expect(found?.against?.peers).toMatchObject({
      value: { value: 0.1, cases: 40, n: 400, interval: { low: expect.closeTo(0.0742, 3), high: expect.closeTo(0.1333, 3) } },
      difference: expect.closeTo(0.15, 12),
      interval: { low: expect.any(Number), high: expect.any(Number) },
    });
    expect(found?.against?.peers?.alike?.points.toSorted()).toEqual(ALIKE);
    expect(found?.against?.peers?.alike?.description.vi).toContain('10 điểm giống nhất');
  });

  it('are shown only to who sees the whole city: others could learn of single points, filter by filter', async () => {
    const [seen] = await test.ask('long_wait_rate', own, { points: ['OWN'] });
    expect(seen).toMatchObject({ n: expect.any(Number) });
    expect(seen?.against?.peers).toBeUndefined();
  });

  it('have a figure of their own for each part of an answer', async () => {
    const rows = await test.ask('long_wait_rate', { ...own, by: ['point', 'field'] });
    expect(rows.map(({ key, against }) => [key, against?.peers?.value.n])).toEqual([['OWN certification', 400]]);
  });

  it('recompute percentiles from all their cases, and say that a number which adds up does not apply', async () => {
    const [median] = await test.ask('wait_median', { ...own, exact: true });
    expect(median?.against?.peers?.value).toMatchObject({ value: 5, n: 400 });
    const [count] = await test.ask('tickets', own);
    expect(count?.against?.peers).toMatchObject({ value: { value: null, reason: 'not_applicable' }, difference: null });
  });

  it('are told nothing of when fewer than five are like it, and are nobody where the point itself has no such work', async () => {
    // Two other points have thirty tickets about land.
    const where = [
      { dimension: 'point', values: ['L1'] },
      { dimension: 'field', values: ['land'] },
    ] as const;
    const [land] = await test.ask('long_wait_rate', { ...own, where });
    expect(land?.against?.peers).toMatchObject({ value: { value: null, reason: 'suppressed', n: null }, difference: null });
    expect(land?.against?.peers?.alike?.points).toEqual(['L2', 'L3']);
    const [dossiers] = await test.ask('on_time_rate', own);
    expect(dossiers?.against?.peers).toMatchObject({ value: { value: null, reason: 'not_applicable' }, alike: null });
  });

  it('are those of one point', async () => {
    await expect(test.ask('long_wait_rate', { ...own, where: [] })).rejects.toThrow('keep one with where=point:<code>');
    await expect(test.ask('long_wait_rate', { ...own, where: [{ dimension: 'point', values: ['OWN', 'L1'] }] })).rejects.toThrow(
      'Peers are those of one point',
    );
  });

  it('are the same once the mix of the city is held in memory, without asking the engine for it', async () => {
    const asked = { ...own, metrics: ['long_wait_rate'], by: [], exact: false };
    await test.answers.answer({ ...asked, to: '2026-03-15' }, wholeCity);
    while (await test.answers.readAhead());
    const statements = jest.spyOn(test.warehouse, 'rows');
    const held = await test.answers.answer(asked, wholeCity);
    const texts = statements.mock.calls.map(([statement]) => statement.render().text);
    statements.mockRestore();
    expect(texts.filter((text) => text.includes('FROM ticket'))).toEqual([]);
    const byEngine = await test.answers.answerAsJob(asked, wholeCity, { name: 'by engine', signal: new AbortController().signal });
    expect(held.rows).toEqual(byEngine.rows);
    const ofEngine = await peerGroups(new Readings(test.warehouse, city), [metricNamed('long_wait_rate', 'metric')], {
      question: asked,
      range: WEEK,
      point: 'OWN',
    });
    expect(held.rows[0]?.values['long_wait_rate']?.against?.peers?.alike).toEqual(ofEngine[0]?.alike);
  });
});
