import { type Filter, type Question, type Value, wholeCity } from '@evenhand/domain';
import { dimensionsOf } from './check-question';
import { REGISTRY } from './registry/registry';
import { randomCity } from './testing/random-city';
import { TestWarehouse } from './testing/test-warehouse';

const range = { from: '2026-03-02', to: '2026-03-07' };
const FILTERS: readonly (readonly Filter[])[] = [
  [],
  [{ dimension: 'point', values: ['P1', 'P9'] }],
  [{ dimension: 'ward', values: ['W2'] }],
  [{ dimension: 'ward', values: [''] }],
  [{ dimension: 'day', values: ['2026-03-03'] }],
  [
    { dimension: 'branch', values: ['B1', 'B2'] },
    { dimension: 'week', values: ['2026-03-02'] },
  ],
  [{ dimension: 'field', values: ['land', ''] }],
  [{ dimension: 'half_hour', values: ['08:00', '23:30'] }],
];

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const totalOf = async (metric: string, part: 'n' | 'cases', where: readonly Filter[], size = 500): Promise<number> => {
  const { rows, total } = await test.answers.rows({ metric, part, ...range, where, page: 1, size }, wholeCity);
  expect(rows).toHaveLength(Math.min(total, size));
  return total;
};

const knows = (metric: (typeof REGISTRY)[number], where: readonly Filter[]): boolean =>
  where.every(({ dimension }) => dimensionsOf(metric).includes(dimension));

/** Every figure that knows the filters, asked for at once, as a page does. */
async function figuresWhere(where: readonly Filter[]): Promise<Readonly<Record<string, Value>>> {
  const metrics = REGISTRY.filter((metric) => knows(metric, where)).map(({ id }) => id);
  const question: Question = { metrics, by: [], ...range, where, exact: false };
  return (await test.answers.answer(question, wholeCity)).rows[0]?.values ?? {};
}

describe.each([1, 2])('the rows behind a figure, in invented city %d', (seed) => {
  const half = FILTERS.filter((_filters, index) => index % 2 === seed % 2);
  const figures = new Map<readonly Filter[], Readonly<Record<string, Value>>>();
  beforeAll(async () => {
    await test.fill(randomCity(seed));
    for (const where of half) figures.set(where, await figuresWhere(where));
  });

  it.each(REGISTRY.map((metric) => [metric.id, metric] as const))('of %s are as many as the figure says', async (id, metric) => {
    for (const where of half.filter((filters) => knows(metric, filters))) {
      const value = figures.get(where)?.[id];
      expect(await totalOf(id, 'n', where)).toBe(value?.n);
      if (value && value.cases !== null) expect(await totalOf(id, 'cases', where)).toBe(value.cases);
    }
  });
});

describe('the rows behind a figure', () => {
  beforeAll(() => test.fill(randomCity(3)));

  it('are found again by the key of every row of an answer, the one the source did not name included', async () => {
    const question: Question = {
      metrics: ['long_wait_rate', 'dossiers_open', 'wait_mean'],
      by: ['ward', 'day'],
      ...range,
      where: [],
      exact: false,
    };
    for (const { key, values } of (await test.answers.answer(question, wholeCity)).rows) {
      const where: Filter[] = question.by.map((dimension) => ({ dimension, values: [key[dimension] ?? ''] }));
      for (const [metric, { n }] of Object.entries<Value>(values)) expect(await totalOf(metric, 'n', where)).toBe(n);
    }
  });

  it('come page by page, each row once', async () => {
    const page = (number: number) =>
      test.answers.rows({ metric: 'tickets', part: 'n', ...range, where: [], page: number, size: 100 }, wholeCity);
    const pages = await Promise.all([1, 2, 3].map(page));
    const ids = pages.flatMap(({ rows }) => rows.map(({ ticket_id }) => ticket_id));
    expect(new Set(ids).size).toBe(pages[0]?.total);
  });

  it('say where they came from', async () => {
    const { entity, columns, rows } = await test.answers.rows(
      { metric: 'ratings', part: 'n', ...range, where: [], page: 1, size: 1 },
      wholeCity,
    );
    expect(entity).toBe('rating');
    expect(columns.map(({ id }) => id)).toEqual(expect.arrayContaining(['source', 'file', 'line']));
    expect(rows[0]).toMatchObject({ source: 'kiosk', file: 'cases.csv', rated_at: expect.stringMatching(/^2026-03-0\dT.*Z$/) });
  });

  it('show one row for an officer and a day, however many shifts', async () => {
    const { columns, total } = await test.answers.rows(
      { metric: 'officer_days', part: 'n', ...range, where: [], page: 1, size: 50 },
      wholeCity,
    );
    expect(columns.map(({ id }) => id)).toEqual(['staff', 'worked_on', 'shifts', 'points', 'source', 'file', 'line']);
    expect(total).toBeLessThanOrEqual(15);
  });

  it('of a ratio come from the fact of the part: shifts below, tickets above', async () => {
    const entityOf = async (part: 'n' | 'cases') =>
      (await test.answers.rows({ metric: 'counter_occupancy', part, ...range, where: [], page: 1, size: 1 }, wholeCity)).entity;
    expect([await entityOf('n'), await entityOf('cases')]).toEqual(['shift', 'ticket']);
  });

  it('[B6] show nothing to someone without a scope', async () => {
    const request = { metric: 'tickets', part: 'n', ...range, where: [], page: 1, size: 10 } as const;
    expect(await test.answers.rows(request, { points: [] })).toMatchObject({ rows: [], total: 0 });
  });

  it('are refused where the figure counts no cases, and for pages that do not exist', async () => {
    const request = { metric: 'tickets', part: 'cases', ...range, where: [], page: 1, size: 10 } as const;
    await expect(test.answers.rows(request, wholeCity)).rejects.toThrow('"tickets" counts no cases of its own; ask for part "n".');
    await expect(test.answers.rows({ ...request, part: 'n', page: 0 }, wholeCity)).rejects.toThrow('"0" is no page');
    await expect(test.answers.rows({ ...request, part: 'n', size: 501 }, wholeCity)).rejects.toThrow('ask for 1 to 500 rows');
  });
});
