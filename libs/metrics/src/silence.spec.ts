import { sql } from '@evenhand/warehouse';
import { knownRow, pointRow, shiftRow, ticketRow } from './testing/case-rows';
import { TestWarehouse } from './testing/test-warehouse';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
beforeEach(() => test.warehouse.run(sql`TRUNCATE TABLE feed_day`));
afterAll(() => test.close());

const WEEK = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
const waited = (point: string, day: string, minutes: number) =>
  ticketRow({
    point,
    issued: `${day}T02:00:00Z`,
    called: `${day}T02:${String(minutes).padStart(2, '0')}:00Z`,
    outcome: 'served',
    agent: 'A',
  });

/** Two people a day at P1, one of them after half an hour; one a day at P2, until its feed falls silent after two days. */
const fill = (): Promise<void> =>
  test.fill({
    ticket: [
      ...WEEK.flatMap((day) => [waited('P1', day, 5), waited('P1', day, 30)]),
      ...WEEK.slice(0, 2).map((day) => waited('P2', day, 5)),
    ],
    shift: WEEK.map((day, index) =>
      shiftRow({ point: 'P1', staff: 'A', counter: '1', started: `${day}T01:00:00Z`, ended: `${day}T0${index + 4}:00:00Z`, pausedMs: 0 }),
    ),
    service_point: [pointRow('P1', 'W1', 'B1'), pointRow('P2', 'W2', 'B1')],
    working_day: WEEK,
    known_until: [knownRow('ticket', 'queue', '2026-03-06T09:00:00Z'), knownRow('shift', 'roster', '2026-03-06T09:00:00Z')],
  });

const day = (point: string, on: string, state: string, [arrived, expected]: readonly [number, number | null]) => ({
  source: 'queue',
  entity: 'ticket',
  point_code: point,
  day: on,
  state,
  expected,
  arrived,
});

const judge = (silentDays: readonly string[], usual: number | null = 1): Promise<void> =>
  test.warehouse.insert('feed_day', [
    ...WEEK.map((on) => day('P1', on, 'complete', [2, 2])),
    ...WEEK.map((on) =>
      silentDays.includes(on) ? day('P2', on, 'missing', [0, usual]) : day('P2', on, 'complete', [on < '2026-03-04' ? 1 : 0, 1]),
    ),
  ]);

describe('where a feed is silent', () => {
  it('a share lies between what none and what all of the missing would have made of it', async () => {
    await fill();
    await judge(WEEK.slice(2));
    const [city] = await test.ask('long_wait_rate');
    // 5 of 12 waited long; 3 people are missing: between 5 and 8 of 15.
    expect(city).toMatchObject({
      value: 5 / 12,
      coverage: 0.7,
      bounds: { low: expect.closeTo(5 / 15, 9), high: expect.closeTo(8 / 15, 9) },
    });
  });

  it('so does a share that is read off a curve: the missing are all of those beyond the limit, or none', async () => {
    await fill();
    await judge(WEEK.slice(2));
    const bounds = { low: expect.closeTo(5 / 15, 9), high: expect.closeTo(8 / 15, 9) };
    expect(await test.ask('offered_long_wait_rate')).toMatchObject([{ value: expect.closeTo(5 / 12, 9), bounds }]);
    expect(await test.ask('offered_wait_median')).toMatchObject([{ bounds: null }]);
  });

  it('a count lies between what was told and as many more as are missing', async () => {
    await fill();
    await judge(WEEK.slice(2));
    expect(await test.ask('tickets')).toMatchObject([{ value: 12, bounds: { low: 12, high: 15 } }]);
  });

  it('a silent day whose usual count nobody knows is taken for an average one', async () => {
    await fill();
    await judge(WEEK.slice(2), null);
    // 12 people on 7 days that told.
    expect(await test.ask('tickets')).toMatchObject([{ bounds: { high: expect.closeTo(12 + (3 * 12) / 7, 9) } }]);
  });

  it('a point of which less than half was told is unknown, with its coverage; one of which more was told keeps its value', async () => {
    await fill();
    await judge(WEEK.slice(2));
    expect(await test.ask('long_wait_rate', { by: ['point'] })).toMatchObject([
      { key: 'P1', value: 0.5, reason: null, bounds: null, coverage: 1 },
      { key: 'P2', value: null, reason: 'unknown', interval: null, coverage: 0.4, bounds: { low: 0, high: expect.closeTo(3 / 5, 9) } },
    ]);
    await test.warehouse.run(sql`TRUNCATE TABLE feed_day`);
    await judge(WEEK.slice(3));
    const [, second] = await test.ask('tickets', { by: ['point'] });
    expect(second).toMatchObject({ key: 'P2', reason: null, value: 2, bounds: { low: 2, high: 4 } });
  });

  it('nothing bounds a mean, and nothing is missing where every feed told all', async () => {
    await fill();
    await judge(WEEK.slice(2));
    expect(await test.ask('wait_mean')).toMatchObject([{ bounds: null, coverage: 0.7 }]);
    expect(await test.ask('tickets', { to: '2026-03-04' })).toMatchObject([{ bounds: null, coverage: 1 }]);
  });
});

describe('intervals', () => {
  it('of a ratio of counts allow for chance in both: 12 served by 5 officer-days', async () => {
    await fill();
    const [city] = await test.ask('tickets_per_officer_day');
    // Wilson for 12 of 17: .4687 to .8672, as odds .882 and 6.53.
    expect(city).toMatchObject({ value: 12 / 5, interval: { low: expect.closeTo(0.882, 2), high: expect.closeTo(6.53, 1) } });
  });

  it('of a count that is good or bad are those of an outcome; a plain volume has none', async () => {
    await fill();
    expect(await test.ask('tickets')).toMatchObject([{ interval: null }]);
    // Nobody left; with 95 % fewer than −ln(.025) = 3.69 are to be expected.
    expect(await test.ask('tickets_abandoned')).toMatchObject([{ value: 0, interval: { low: 0, high: expect.closeTo(3.6889, 3) } }]);
  });

  it('of a ratio of sums come from its days', async () => {
    const serving = (on: string, minutes: number) =>
      ticketRow({
        point: 'P1',
        issued: `${on}T01:00:00Z`,
        started: `${on}T01:00:00Z`,
        finished: `${on}T01:${minutes}:00Z`,
        outcome: 'served',
      });
    const seated = (on: string, hours: number) =>
      shiftRow({ point: 'P1', staff: 'A', counter: '1', started: `${on}T01:00:00Z`, ended: `${on}T0${1 + hours}:00:00Z`, pausedMs: 0 });
    await test.fill({
      ticket: [serving('2026-03-02', 20), serving('2026-03-03', 40), serving('2026-03-04', 30)],
      shift: [seated('2026-03-02', 1), seated('2026-03-03', 1), seated('2026-03-04', 1)],
      service_point: [pointRow('P1', 'W1', 'B1')],
      working_day: WEEK,
      known_until: [knownRow('ticket', 'queue', '2026-03-06T09:00:00Z'), knownRow('shift', 'roster', '2026-03-06T09:00:00Z')],
    });
    // 90 of 180 minutes; the days are off by −10, 10 and 0: s = √(3/2 · 200)/180 = .096225, t(2) = 4.302653.
    const half = 0.414023;
    expect(await test.ask('counter_occupancy')).toMatchObject([
      { value: 0.5, interval: { low: expect.closeTo(0.5 - half, 4), high: expect.closeTo(0.5 + half, 4) } },
    ]);
    expect(await test.ask('counter_occupancy', { by: ['day', 'point'] })).toEqual(
      expect.arrayContaining([expect.objectContaining({ interval: null })]),
    );
  });

  it('a ratio of two kinds of case means nothing for nobody in particular', async () => {
    await fill();
    await test.warehouse.insert('ticket', [waitedByNobody()]);
    const rows = await test.ask('tickets_per_officer_day', { by: ['agent'], exact: true });
    expect(rows.map(({ key, value, reason }) => [key, value, reason])).toEqual([
      ['A', 12 / 5, null],
      ['-', null, 'not_applicable'],
    ]);
  });
});

const waitedByNobody = () => ticketRow({ point: 'P1', issued: '2026-03-02T03:00:00Z', called: '2026-03-02T03:05:00Z', outcome: 'served' });
