import { quantile, QUANTILE_EXACT_UP_TO, quantileInterval, quantileRanks, randomFrom } from '@evenhand/statistics';
import { param, sql } from '@evenhand/warehouse';
import { REGISTRY } from '../registry/registry';
import { TestWarehouse } from '../testing/test-warehouse';
import { placesOf, quantileOf } from './quantile';

const SHARES = [
  ...new Set([0.01, 0.25, ...REGISTRY.flatMap(({ computation }) => (computation.kind === 'quantile' ? [computation.share] : []))]),
]
  .filter((share) => share < 1)
  .sort((a, b) => a - b);

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const places = { places: sql`places` };

describe.each(SHARES)('the interval of the quantile at %d', (share) => {
  it('has the same places in the engine and in the statistics, for every number of cases to the bound, beside it and far above', async () => {
    const rows = await test.warehouse.rows<{ readonly n: number; readonly found: readonly [number, number] }>(sql`
      WITH ${placesOf(sql`sorted`, share, places)}
      SELECT toFloat64(length(sorted)) AS n, places AS found
      FROM (SELECT range(number * if(number > 2050, 97, 1)) AS sorted FROM numbers(2061)) ORDER BY n`);
    expect([rows.length, rows.at(QUANTILE_EXACT_UP_TO)?.n, rows.at(-1)?.n]).toEqual([2061, QUANTILE_EXACT_UP_TO, 97 * 2060]);
    const inside = ({ n, found: [low, high] }: (typeof rows)[number]) => (low < 1 || high > n ? null : { low, high });
    expect(rows.filter((row) => JSON.stringify(inside(row)) !== JSON.stringify(quantileRanks(row.n, share)))).toEqual([]);
  });

  it.each([0, 1, 7, 40, 399, QUANTILE_EXACT_UP_TO, QUANTILE_EXACT_UP_TO + 1, 20_000])('encloses %d random values alike', async (n) => {
    const random = randomFrom(n);
    const values = Array.from({ length: n }, () => random.below(5_400_000)).sort((a, b) => a - b);
    const [row] = await test.warehouse.rows<{ readonly found: readonly (number | null)[] }>(sql`
      WITH arraySort(${param('Array(UInt32)', values)}) AS sorted, ${placesOf(sql`sorted`, share, places)}
      SELECT ${quantileOf(sql`sorted`, share, places)} AS found`);
    const bounds = quantileInterval(values, share);
    const near = (value: number | null | undefined) => (typeof value === 'number' ? expect.closeTo(value, 9) : null);
    expect(row?.found).toEqual([quantile(values, share), bounds?.low, bounds?.high].map(near));
  });
});
