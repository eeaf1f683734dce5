import { kaplanMeier, survivalAt, survivalQuantile, survivalQuantileBounds } from '@evenhand/statistics';
import { sql } from '@evenhand/warehouse';
import { knownRow, ticketRow } from './testing/case-rows';
import { randomCity } from './testing/random-city';
import { TestWarehouse } from './testing/test-warehouse';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const eight = Date.parse('2026-03-02T01:00:00.000Z');
const after = (minutes: number): string => new Date(eight + minutes * 60_000).toISOString();
const called = (minutes: number) => ticketRow({ point: 'P1', issued: after(0), called: after(minutes), outcome: 'no_show' });
const left = (minutes: number) => ticketRow({ point: 'P1', issued: after(0), left: after(minutes), outcome: 'abandoned' });
const known_until = [knownRow('ticket', 'queue', '2026-03-06T10:00:00Z')];

describe('of the 6-MP arm (Freireich 1963), minutes for weeks', () => {
  beforeAll(() =>
    test.fill({
      ticket: [...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(called), ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(left)],
      known_until,
    }),
  );

  it('the share beyond 20 is S(16) = 0.627451 with its interval on log(−log)', async () =>
    expect(await test.ask('offered_long_wait_rate', { exact: true })).toMatchObject([
      {
        n: 21,
        cases: null,
        value: expect.closeTo(0.627451, 6),
        approximate: false,
        interval: { low: expect.closeTo(0.3675, 3), high: expect.closeTo(0.8049, 3) },
      },
    ]));

  it('the median is 23, where those called alone would say 10', async () => {
    expect(await test.ask('offered_wait_median', { exact: true })).toMatchObject([{ n: 21, value: 23, interval: null }]);
    expect(await test.ask('wait_median', { exact: true })).toMatchObject([{ n: 9, value: 10 }]);
  });

  it('the curve never comes down to a tenth: there is no P90', async () =>
    expect(await test.ask('offered_wait_p90', { exact: true })).toMatchObject([{ n: 21, value: null, reason: 'not_reached' }]));

  it('the bins of the rollup know the share at the edge of 20 as well, and the median to a bin', async () => {
    expect(await test.ask('offered_long_wait_rate')).toMatchObject([
      { value: expect.closeTo(0.627451, 6), approximate: true, from: 'rollup' },
    ]);
    const [median] = await test.ask('offered_wait_median');
    expect(Math.abs((median?.value ?? NaN) - 23)).toBeLessThanOrEqual(2);
  });
});

it('says nothing beyond what anybody was followed for: three people who left after five minutes', async () => {
  await test.fill({ ticket: [5, 5, 5].map(left), known_until });
  for (const exact of [true, false])
    expect(await test.ask('offered_long_wait_rate', { exact })).toMatchObject([{ n: 3, value: null, interval: null }]);
});

interface Life {
  readonly time: number;
  readonly isEnded: number;
}

// The rule in words of its own: called, left, or waiting until the source last told.
const lives = sql`SELECT ifNull(wait_ms, ifNull(waited_until_left_ms, dateDiff('millisecond', issued_at, latest_at))) AS time,
    wait_ms IS NOT NULL AS isEnded
  FROM ticket JOIN (SELECT source, latest_at FROM known_until FINAL WHERE entity = 'ticket') AS known USING (source)
  WHERE outcome != 'void' AND issued_on >= '2026-03-02' AND issued_on < '2026-03-07'
    AND (wait_ms IS NOT NULL OR waited_until_left_ms IS NOT NULL OR outcome = 'waiting')`;

it.each([21, 22])('the engine agrees with the statistics to 1e-9 in invented city %d', async (seed) => {
  await test.fill(randomCity(seed));
  const curve = kaplanMeier(
    (await test.warehouse.rows<Life>(lives)).map(({ time, isEnded }) => ({ time: Math.max(0, time), isEnded: isEnded === 1 })),
  );
  const step = survivalAt(curve, 20 * 60_000);
  const [share] = await test.ask('offered_long_wait_rate', { exact: true });
  expect(share?.value).toBeCloseTo(step?.share ?? NaN, 9);
  expect(share?.interval?.low).toBeCloseTo(step?.bounds?.low ?? NaN, 9);
  expect(share?.interval?.high).toBeCloseTo(step?.bounds?.high ?? NaN, 9);
  const [median] = await test.ask('offered_wait_median', { exact: true });
  expect((median?.value ?? NaN) * 60_000).toBeCloseTo(survivalQuantile(curve, 0.5) ?? NaN, 6);
  const bounds = survivalQuantileBounds(curve, 0.5);
  expect(median?.interval).toEqual(
    bounds && { low: expect.closeTo(bounds.low / 60_000, 9), high: expect.closeTo(bounds.high / 60_000, 9) },
  );
});
