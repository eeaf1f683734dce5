import { type Dimension, GRAINS, type Question, wholeCity } from '@evenhand/domain';
import { sql, type Sql } from '@evenhand/warehouse';
import { checkQuestion, dimensionsOf } from './check-question';
import { compile } from './compile/compile';
import { partsOf } from './compile/part';
import { coverageOf } from './coverage';
import { FACTS } from './facts/facts';
import { knownAt } from './facts/known';
import { termsOf } from './registry/definition';
import { REGISTRY } from './registry/registry';
import { city } from './testing/city';
import { TestWarehouse } from './testing/test-warehouse';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const question = (metric: string, by: readonly Dimension[], exact: boolean): Question => ({
  metrics: [metric],
  by,
  from: '2026-03-02',
  to: '2026-03-09',
  where: [],
  exact,
});

const withGrains = (dimension: Dimension, allowed: readonly Dimension[]): readonly (readonly Dimension[])[] => [
  [dimension],
  ...GRAINS.filter((grain) => grain !== dimension && allowed.includes(grain)).map((grain) => [dimension, grain]),
];

/** Every way to break a metric down by one dimension, alone and over time, from the rollup and from the raw rows. */
const questionsOf = (metric: (typeof REGISTRY)[number]): readonly Question[] => {
  const isStock = termsOf(metric.computation).some((term) => term.isStock);
  const isGrain = (dimension: Dimension): boolean => (GRAINS as readonly Dimension[]).includes(dimension);
  const allowed = dimensionsOf(metric);
  const breakdowns = allowed.flatMap((dimension) => (isStock && isGrain(dimension) ? [[dimension]] : withGrains(dimension, allowed)));
  return [[], ...breakdowns].flatMap((by) => [question(metric.id, by, false), question(metric.id, by, true)]);
};

const statementsOf = (asked: Question): readonly Sql[] =>
  partsOf(
    { question: asked, readsBins: true },
    checkQuestion(asked).map(({ computation }) => computation),
  ).map((part) => compile({ part, question: asked, scope: wholeCity, city, known: knownAt(asked.asOf) }));

/** The whole analysis of a statement; of what it finds only the short form is written down. */
const explain = async (statement: Sql): Promise<number> =>
  (await test.warehouse.rows<{ explain: string }>(sql`EXPLAIN QUERY TREE dump_tree = 0, dump_ast = 1 ${statement}`)).length;

/** What the engine said to a statement; metrics of one fact come to the same statements. */
const explained = new Map<string, number>();

async function lengthOf(statement: Sql): Promise<number> {
  const text = JSON.stringify(statement.render());
  const length = explained.get(text) ?? (await explain(statement));
  explained.set(text, length);
  return length;
}

it.each(REGISTRY.map((metric) => [metric.id, metric] as const))(
  'the engine accepts %s by every dimension and grain',
  async (_id, metric) => {
    for (const statement of questionsOf(metric).flatMap(statementsOf)) expect(await lengthOf(statement)).toBeGreaterThan(0);
  },
);

it('the engine accepts the coverage of every fact by place and grain', async () => {
  const entities = Object.values(FACTS).map(({ entity }) => entity);
  for (const by of [[], ['point'], ['ward'], ['branch'], ['day'], ['week'], ['month'], ['ward', 'week']] as const)
    expect(
      await explain(coverageOf(entities, { question: question('tickets', by, false), scope: wholeCity, city, known: knownAt(undefined) })),
    ).toBeGreaterThan(0);
});
