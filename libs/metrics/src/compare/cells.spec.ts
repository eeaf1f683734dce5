import { type Adjustment, ADJUSTMENTS, because, type TimeRange, TooCostly } from '@evenhand/domain';
import { type Sql, trusted } from '@evenhand/warehouse';
import { metricNamed } from '../registry/registry';
import { city } from '../testing/city';
import type { ResultRow } from '../results';
import { RememberedRows } from '../remembered-rows';
import { Sheets } from '../sheets/sheets';
import { randomCity } from '../testing/random-city';
import { TestWarehouse } from '../testing/test-warehouse';
import { cellSource, countedOf, likeCounted } from './cell-source';
import { expectedCells, scatterOfDays } from './cells';
import { LEAST_YARDSTICK, OWN_YARDSTICK } from './expected';
import { Readings } from './readings';
import type { DayScatter, PointCells } from './standing';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const PERIODS: readonly TimeRange[] = [
  { from: '2026-03-02', to: '2026-03-05' },
  { from: '2026-03-05', to: '2026-03-07' },
];

interface Cell {
  readonly period: number;
  readonly point: string;
  readonly keys: readonly string[];
  readonly n: number;
  readonly amount: number;
  readonly squares: number;
}

const add = (cells: readonly Cell[], name: 'n' | 'amount' | 'squares'): number => cells.reduce((sum, cell) => sum + cell[name], 0);

/** What is usual for a cell, added up in the plain way. */
function usual(cell: Cell, all: readonly Cell[]): { readonly rate: number; readonly spread: number } {
  for (let level = cell.keys.length; level >= 0; level--) {
    const like = all.filter((one) => one.period === cell.period && cell.keys.slice(0, level).every((key, at) => one.keys[at] === key));
    const own = like.filter(({ point }) => point === cell.point);
    const others = like.filter(({ point }) => point !== cell.point);
    const yard = add(own, 'n') > OWN_YARDSTICK * add(like, 'n') && others.length > 0 ? others : like;
    const n = add(yard, 'n');
    if (n < LEAST_YARDSTICK && level > 0) continue;
    const rate = add(yard, 'amount') / n;
    return { rate, spread: Math.max(0, add(yard, 'squares') / n - rate * rate) };
  }
  throw new Error('the coarsest level always has a yardstick');
}

function standardised(cells: readonly Cell[]): Map<string, PointCells> {
  const points = new Map<string, PointCells>();
  for (const cell of cells) {
    const { rate, spread } = usual(cell, cells);
    const key = `${cell.period} ${cell.point}`;
    const before = points.get(key) ?? { point: cell.point, n: 0, amount: 0, expected: 0, variance: 0 };
    points.set(key, {
      point: cell.point,
      n: before.n + cell.n,
      amount: before.amount + cell.amount,
      expected: before.expected + cell.n * rate,
      variance: before.variance + cell.n * spread,
    });
  }
  return points;
}

const KEYS: Readonly<Record<Adjustment, readonly string[]>> = {
  none: [],
  casemix: ['field_code', 'channel', 'toString(intDiv(half_hour, 4))'],
  casemix_without_hours: ['field_code', 'channel'],
};

const NUMBERS = {
  long_wait_rate: ['ticket', "countIf(outcome != 'void')", 'long_waits', 'long_waits'],
  wait_mean: ['ticket', 'countIf(is_called)', 'sumIf(wait_ms, is_called)', 'sumIf(toInt128(wait_ms) * wait_ms, is_called)'],
} as const;

/** Cells straight from the tickets; long waits come from the rollup, whose law has tests of its own. */
async function cellsOf(metric: keyof typeof NUMBERS, adjust: Adjustment): Promise<Cell[]> {
  const keys = KEYS[adjust];
  const [, n, amount, squares] = NUMBERS[metric];
  const isShare = metric === 'long_wait_rate';
  const columns = isShare ? keys.map((key) => key.replace('intDiv(half_hour, 4)', 'hour_band')) : keys;
  const numbers = isShare
    ? 'sum(tickets) AS n, sum(long_waits) AS amount, sum(long_waits) AS squares'
    : `${n} AS n, ${amount} AS amount, ${squares} AS squares`;
  const day = isShare ? 'day' : 'issued_on';
  const rows = await test.warehouse.rows<Omit<Cell, 'keys'> & { readonly keys: readonly string[] }>(
    trusted(
      `WITH outcome != 'void' AND wait_ms IS NOT NULL AS is_called
      SELECT if(${day} < '2026-03-05', 0, 1) AS period, point_code AS point, [${columns.map((key) => `toString(${key})`).join(', ')}]::Array(String) AS keys,
      ${numbers} FROM ${isShare ? 'ticket_stratum' : 'ticket'} WHERE ${day} >= '2026-03-02' AND ${day} < '2026-03-07' GROUP BY period, point, keys HAVING n > 0`.replace(
        isShare ? "WITH outcome != 'void' AND wait_ms IS NOT NULL AS is_called" : '\u0000',
        '',
      ),
    ),
  );
  return rows.map((row) => ({ ...row, n: Number(row.n), amount: Number(row.amount), squares: Number(row.squares) }));
}

const counted = (metric: string) => {
  const computation = countedOf(metricNamed(metric));
  if (!computation) throw new Error(`${metric} is not counted`);
  return computation;
};

const found = (metric: string, adjust: Adjustment, asOf?: string) =>
  test.warehouse.rows<PointCells & { readonly period: number }>(
    expectedCells(cellSource({ computation: counted(metric), adjust, where: [], asOf }), { city, periods: PERIODS, where: [], asOf }),
  );

describe('what is expected of a point', () => {
  it.each([1, 2])('is what plain addition gives, to 1e-9 (city %i)', async (seed) => {
    await test.fill(randomCity(seed));
    for (const metric of ['long_wait_rate', 'wait_mean'] as const)
      for (const adjust of ADJUSTMENTS) {
        const plain = standardised(await cellsOf(metric, adjust));
        const rows = await found(metric, adjust);
        expect(rows).toHaveLength(plain.size);
        for (const row of rows) {
          const other = plain.get(`${row.period} ${row.point}`);
          for (const name of ['n', 'amount', 'expected', 'variance'] as const)
            expect(Math.abs(row[name] / (other?.[name] || 1) - (other?.[name] ? 1 : 0))).toBeLessThan(1e-9);
        }
      }
  });

  it('is read from the rows themselves for an earlier moment, with the same figures', async () => {
    const now = await found('wait_mean', 'casemix');
    const then = await found('wait_mean', 'casemix', new Date().toISOString());
    expect(then).toEqual(
      now.map((row) => ({ ...row, expected: expect.closeTo(row.expected, 6), variance: expect.closeTo(row.variance, 0) })),
    );
  });

  it('adds up to what the city had, where no point is large enough to be left out', async () => {
    // 30 points of ten tickets each, every third of them a long wait: each has 1/30 of the stratum.
    const points = Array.from({ length: 30 }, (_, index) => `P${index}`);
    await test.warehouse.run(trusted('TRUNCATE TABLE ticket_stratum'));
    await test.warehouse.insert(
      'ticket_stratum',
      points.map((point, index) => ({
        ...{ day: '2026-03-03', point_code: point, field_code: 'land', channel: 'direct', hour_band: 4 },
        ...{ tickets: 10, long_waits: index % 3 === 0 ? 10 : 0, called: 10, wait_sum_ms: 0, wait_squares: 0 },
      })),
    );
    const rows = await found('long_wait_rate', 'casemix');
    expect(rows.map(({ expected }) => expected)).toEqual(points.map(() => expect.closeTo(10 / 3, 12)));
    expect(rows.reduce((sum, { amount, expected }) => sum + amount - expected, 0)).toBeCloseTo(0, 9);
  });
});

describe('what is held in memory', () => {
  const METRICS = ['long_wait_rate', 'wait_mean', 'abandonment_rate', 'on_time_rate', 'service_mean'];

  /** Readings that rest on what is held, and whether they found it. */
  async function holding(rows: (statement: Sql) => Promise<ResultRow[]> = (statement) => test.warehouse.rows(statement)) {
    const state = await new RememberedRows(test.warehouse).state();
    const sheets = new Sheets(city);
    const held = sheets.at(state, rows);
    const found: boolean[] = [];
    const noted = async <Held>(asked: Promise<Held | null>): Promise<Held | null> => {
      const known = await asked;
      found.push(known !== null);
      return known;
    };
    const readings = new Readings(test.warehouse, city, () =>
      Promise.resolve({ ...held, cells: (...asked) => noted(held.cells(...asked)), days: (...asked) => noted(held.days(...asked)) }),
    );
    const readAhead = async (): Promise<void> => {
      while (await sheets.readAhead(state));
    };
    return { readings, readAhead, found };
  }

  it.each([3, 4])('gives what the engine gives, to 1e-9 (city %i)', async (seed) => {
    await test.fill(randomCity(seed));
    const { readings, readAhead, found } = await holding();
    const ofEngine = new Readings(test.warehouse, city);
    const near = (rows: readonly object[][]) =>
      rows.map((period) =>
        period.map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? Number(value.toPrecision(9)) : value]),
          ),
        ),
      );
    const bare = (rows: readonly object[][]) => rows.map((period) => period.map((row) => ({ ...row, period: undefined })));
    const asked = METRICS.flatMap((metric) => ADJUSTMENTS.map((adjust) => ({ computation: counted(metric), adjust, where: [] })));
    for (const request of asked) await readings.cells({ ...request, periods: PERIODS });
    await readAhead();
    found.length = 0;
    for (const request of asked) {
      const cells = { ...request, periods: PERIODS };
      expect(near(bare(await readings.cells(cells)))).toEqual(near(bare(await ofEngine.cells(cells))));
    }
    expect(found).toEqual(asked.map(() => true));
    for (const metric of ['long_wait_rate', 'wait_mean', 'on_time_rate']) {
      const days = { computation: counted(metric), adjust: 'none' as const, where: [], periods: PERIODS.slice(0, 1) };
      expect(near(bare(await readings.days(days)))).toEqual(near(bare(await ofEngine.days(days))));
    }
    expect(found.slice(asked.length)).toEqual([true, true, true]);
  });

  it('is given up where a month has more cells than a statement may give: the engine answers, and nobody tries again', async () => {
    const tried = jest.fn(() => Promise.reject(new TooCostly('rows', 'Too many rows.', because('too_many_rows', { most: '100000' }))));
    const { readings, readAhead, found } = await holding(tried);
    const request = { computation: counted('long_wait_rate'), adjust: 'casemix' as const, where: [], periods: PERIODS };
    const ofEngine = await readings.cells(request);
    await expect(readAhead()).rejects.toThrow('Too many rows.');
    expect(await readings.cells(request)).toEqual(ofEngine);
    await readAhead();
    expect([tried.mock.calls.length, ofEngine.flat().length > 0, found]).toEqual([1, true, [false, false]]);
  });

  it('is not asked about an earlier moment, or about some of the cases', async () => {
    const { readings, readAhead, found } = await holding();
    const request = { computation: counted('long_wait_rate'), adjust: 'casemix' as const, periods: PERIODS };
    await readings.cells({ ...request, where: [] });
    await readAhead();
    await readings.cells({ ...request, where: [], asOf: new Date().toISOString() });
    await readings.cells({ ...request, where: [{ dimension: 'channel', values: ['online'] }] });
    expect(found).toEqual([false]);
  });
});

describe('how the days of a point scatter', () => {
  it('is told by sums over days: 1 of 2 and 3 of 4', async () => {
    await test.warehouse.run(trusted('TRUNCATE TABLE ticket_point_day'));
    await test.warehouse.insert('ticket_point_day', [
      { day: '2026-03-05', point_code: 'P1', tickets: 2, long_waits: 1 },
      { day: '2026-03-06', point_code: 'P1', tickets: 4, long_waits: 3 },
    ]);
    const source = cellSource({ computation: counted('long_wait_rate'), adjust: 'none', where: [] });
    const rows = await test.warehouse.rows<DayScatter>(scatterOfDays(source.part, { city, periods: PERIODS, where: [] }));
    // hits 1 + 3, their squares 1 + 9, hits × cases 2 + 12, cases squared 4 + 16.
    expect(rows).toEqual([{ period: 1, point: 'P1', days: 2, n: 6, amount: 4, squares: 4, amounts: 10, products: 14, sizes: 20 }]);
  });
});

describe('what days of a metric scatter like', () => {
  it.each([
    ['long_wait_rate', 'rate'],
    ['wait_p90', 'mean'],
    ['offered_wait_median', 'mean'],
  ])('of %s is a %s of the same cases', (metric, kind) => expect(likeCounted(metricNamed(metric))?.kind).toBe(kind));

  it.each(['tickets_per_officer_day', 'oldest_overdue'])('of %s is not known', (metric) =>
    expect(likeCounted(metricNamed(metric))).toBeNull(),
  );
});
