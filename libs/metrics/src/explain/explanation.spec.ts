import { type Filter, wholeCity } from '@evenhand/domain';
import { identifier, sql } from '@evenhand/warehouse';
import { FACTS } from '../facts/facts';
import { knownAt } from '../facts/known';
import { chosenCases } from '../rows-behind';
import { rowsFile } from '../rows-export';
import { city } from '../testing/city';
import { randomCity } from '../testing/random-city';
import { TestWarehouse } from '../testing/test-warehouse';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
  await test.fill(randomCity(766));
});
afterAll(() => test.close());

const WEEK = { from: '2026-03-02', to: '2026-03-07', where: [] } as const;
const read = async (text: AsyncGenerator<string>): Promise<string> => {
  let all = '';
  for await (const piece of text) all += piece;
  return all;
};

it('every metric is explained, and its rows are a file with as many lines as its figure has cases', async () => {
  for (const { id } of test.answers.catalog()) {
    const { value, statements, coverage } = await test.answers.explain({ ...WEEK, metric: id, part: 'n', exact: true }, wholeCity);
    expect({ id, statements: statements.length > 0, coverage: coverage.length > 0 }).toEqual({ id, statements: true, coverage: true });
    const file = await test.answers.file({ ...WEEK, metric: id, part: 'n', format: 'jsonl', head: String }, wholeCity);
    const lines = (await read(file.text)).split('\n').filter((line) => line !== '');
    expect({ id, n: value.n, lines: lines.length }).toEqual({ id, n: file.total, lines: file.shown });
  }
});

/** Every record that could have counted towards a part of a metric: of a stock whenever it came, else those of the days. */
async function recordsOf(metric: string): Promise<number> {
  const { term } = chosenCases(city, { ...WEEK, metric, part: 'n' }, wholeCity).selection;
  const fact = FACTS[term.entity];
  const day = identifier(term.day ?? fact.day);
  const where = term.isStock ? sql`true` : sql`${day} >= '2026-03-02' AND ${day} < '2026-03-07'`;
  const [row] = await test.warehouse.rows<{ rows: number }>(
    sql`SELECT count() AS rows FROM ${knownAt(undefined).rows(fact)} WHERE ${where}`,
  );
  return row?.rows ?? 0;
}

/** What stands behind a figure and what does not, both of the same kind of record. */
async function behindAndLeft(metric: string, where: readonly Filter[]): Promise<number> {
  const asked = { ...WEEK, where, metric, part: 'n' } as const;
  const { excluded } = await test.answers.explain({ ...asked, exact: true }, wholeCity);
  const { total, entity } = await test.answers.rows({ ...asked, page: 1, size: 1 }, wholeCity);
  return excluded.filter((one) => one.entity === entity).reduce((sum, { rows }) => sum + rows, total);
}

it('the rows behind a figure of one point and those left out are all records of its days, of every metric', async () => {
  for (const { id } of test.answers.catalog())
    expect({ id, records: await behindAndLeft(id, [{ dimension: 'point', values: ['P1'] }]) }).toEqual({
      id,
      records: await recordsOf(id),
    });
});

it.each([
  ['tickets', { dimension: 'ward', values: ['W1'] }],
  ['dossiers_overdue', { dimension: 'branch', values: ['B1'] }],
  ['dossiers_overdue', { dimension: 'field', values: ['land'] }],
  ['workload_share', { dimension: 'weekday', values: ['1'] }],
] as const)('so are those of %s by %j', async (metric, where) => {
  expect(await behindAndLeft(metric, [where])).toBe(await recordsOf(metric));
});

it('tells the tickets that are no cases by how they ended', async () => {
  const { excluded } = await test.answers.explain({ ...WEEK, metric: 'tickets', part: 'n', exact: false }, wholeCity);
  expect(excluded).toEqual([{ why: 'not_a_case', entity: 'ticket', detail: 'void', rows: expect.any(Number) }]);
});

it('tells of both kinds of record what a ratio of them leaves out', async () => {
  await test.warehouse.insert(
    'quarantine',
    ['ticket', 'shift'].map((entity, line) => ({
      run_id: 9,
      source: 'queue',
      entity,
      file: 'x.csv',
      line,
      reasons: ['broken'],
      raw: '{}',
    })),
  );
  const { excluded } = await test.answers.explain({ ...WEEK, metric: 'workload_share', part: 'n', exact: false }, wholeCity);
  expect(excluded.filter(({ why }) => why === 'quarantined').map(({ entity, rows }) => [entity, rows])).toEqual([
    ['shift', 1],
    ['ticket', 1],
  ]);
});

it('a file that holds a part only says so in its last line', async () => {
  const request = { ...WEEK, metric: 'tickets', part: 'n', format: 'csv', head: String } as const;
  const file = await rowsFile({ warehouse: test.warehouse, city, most: 10 }, request, wholeCity);
  const lines = (await read(file.text)).trimEnd().split('\r\n');
  expect([lines.length, file.shown]).toEqual([12, 10]);
  expect(lines.at(-1)).toBe(`"10 / ${file.total} dòng · 10 of ${file.total} rows"`);
});
