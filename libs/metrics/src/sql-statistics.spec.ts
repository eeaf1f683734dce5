import { WAIT_BIN_EDGES } from '@evenhand/domain';
import { meanInterval, quantile, quantileInterval } from '@evenhand/statistics';
import { trusted } from '@evenhand/warehouse';
import { cellSource, countedOf } from './compare/cell-source';
import { scatterOfDays } from './compare/cells';
import type { DayScatter } from './compare/standing';
import { metricNamed } from './registry/registry';
import { city } from './testing/city';
import { randomCity } from './testing/random-city';
import { TestWarehouse } from './testing/test-warehouse';

const MS_PER_MINUTE = 60_000;

interface Wait {
  readonly point: string;
  readonly day: string;
  readonly ms: number;
}

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

/** What runs in the engine, held against the statistics in TypeScript over the same rows of an invented city. */
describe.each([31, 32, 33])('the engine and the statistics agree to 1e-9 in invented city %d', (seed) => {
  let waits: readonly Wait[];
  beforeAll(async () => {
    await test.fill(randomCity(seed));
    waits = await test.warehouse.rows<Wait>(
      trusted(`SELECT toString(point_code) AS point, toString(issued_on) AS day, toFloat64(wait_ms) AS ms FROM ticket
        WHERE outcome != 'void' AND wait_ms IS NOT NULL AND issued_on >= '2026-03-02' AND issued_on < '2026-03-07' ORDER BY ms`),
    );
  });

  const of = (point: string): readonly number[] => waits.filter((wait) => wait.point === point).map(({ ms }) => ms / MS_PER_MINUTE);
  type Found = Awaited<ReturnType<TestWarehouse['ask']>>;
  const called = (found: Found): Found => found.filter(({ n }) => (n ?? 0) > 0);

  it.each([
    ['wait_median', 0.5],
    ['wait_p90', 0.9],
  ])('on percentiles and their intervals: %s', async (metric, share) => {
    const found = called(await test.ask(metric, { by: ['point'], exact: true }));
    expect(found.length).toBeGreaterThan(2);
    for (const { key, value, interval, n } of found) {
      const ascending = of(key);
      expect(n).toBe(ascending.length);
      expect(value).toBeCloseTo(quantile(ascending, share) ?? NaN, 9);
      const bounds = quantileInterval(ascending, share);
      expect(interval).toEqual(bounds && { low: expect.closeTo(bounds.low, 9), high: expect.closeTo(bounds.high, 9) });
    }
  });

  it.each([true, false])(
    'on means and their intervals, from sums and squares of milliseconds (asked of the raw rows: %s)',
    async (exact) => {
      const found = called(await test.ask('wait_mean', { by: ['point'], exact }));
      for (const { key, value, interval } of found) {
        const minutes = of(key);
        const sum = minutes.reduce((all, one) => all + one, 0);
        expect(value).toBeCloseTo(sum / minutes.length, 9);
        const bounds = meanInterval({ n: minutes.length, sum, squares: minutes.reduce((all, one) => all + one * one, 0) });
        expect([interval?.low ?? null, interval?.high ?? null]).toEqual(
          [bounds?.low, bounds?.high].map((end) => (end === undefined ? null : expect.closeTo(end, 7))),
        );
      }
    },
  );

  it('on bins of waits, closed on the right', async () => {
    const rows = await test.warehouse.rows<{ readonly point: string; readonly bins: readonly number[] }>(
      trusted(`SELECT toString(point_code) AS point, arrayMap(n -> toFloat64(n), sumForEach(wait_bins)) AS bins FROM ticket_point_day
        WHERE day >= '2026-03-02' AND day < '2026-03-07' GROUP BY point`),
    );
    for (const { point, bins } of rows) {
      const own = [...WAIT_BIN_EDGES, Infinity].map(
        (edge, index, edges) => of(point).filter((minutes) => minutes <= edge && (index === 0 || minutes > (edges[index - 1] ?? 0))).length,
      );
      expect(bins).toEqual(own);
    }
  });

  it('on how days scatter, from which chance by days follows', async () => {
    const mean = countedOf(metricNamed('wait_mean'));
    if (!mean) throw new Error('a mean is counted');
    const source = cellSource({ computation: mean, adjust: 'none', where: [] });
    const periods = [{ from: '2026-03-02', to: '2026-03-07' }];
    const rows = await test.warehouse.rows<DayScatter>(scatterOfDays(source.part, { city, periods, where: [] }));
    for (const row of rows) {
      const days = new Map<string, number[]>();
      for (const { point, day, ms } of waits) if (point === row.point) days.set(day, [...(days.get(day) ?? []), ms]);
      const cells = [...days.values()].map((all) => ({ n: all.length, amount: all.reduce((sum, ms) => sum + ms, 0) }));
      const sum = (what: (cell: { readonly n: number; readonly amount: number }) => number): number =>
        cells.reduce((all, cell) => all + what(cell), 0);
      const expected = {
        ...{ days: cells.length, n: sum(({ n }) => n), amount: sum(({ amount }) => amount), amounts: sum(({ amount }) => amount ** 2) },
        ...{ products: sum(({ n, amount }) => n * amount), sizes: sum(({ n }) => n ** 2) },
      };
      for (const [name, value] of Object.entries(expected))
        expect(Math.abs(Number(row[name as keyof typeof expected]) - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, value));
    }
  });
});
