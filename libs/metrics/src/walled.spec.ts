import { type Answer, type Dimension, type Filter, type Question, type Scope, wholeCity } from '@evenhand/domain';
import { withinWall } from '@evenhand/warehouse';
import fc from 'fast-check';
import { dimensionsOf } from './check-question';
import { Comparisons } from './compare/comparisons';
import { MetricAnswers } from './metric-answers';
import { REGISTRY } from './registry/registry';
import { city } from './testing/city';
import { randomCity } from './testing/random-city';
import { TestWarehouse } from './testing/test-warehouse';

const RANGE = { from: '2026-03-02', to: '2026-03-07' };
const SCOPES: readonly Scope[] = [['P1'], ['P2', 'P3'], ['P9'], []].map((points) => ({ ...wholeCity, points }));

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
  await test.fill(randomCity(7));
});
afterAll(() => test.close());

/** Answers that nobody has asked yet: of a city that holds each wait, or of one that reads bins. */
const fresh = (readsBins: boolean): MetricAnswers => new MetricAnswers(test.warehouse, city, readsBins ? 0 : undefined);

const anyQuestion = fc
  .record({
    metric: fc.constantFrom(...REGISTRY),
    more: fc.constantFrom(...REGISTRY),
    by: fc.constantFrom<readonly Dimension[]>([], ['point'], ['ward', 'day'], ['field'], ['month', 'point'], ['weekday', 'half_hour']),
    where: fc.constantFrom<readonly Filter[]>(
      [],
      [{ dimension: 'point', values: ['P1'] }],
      [{ dimension: 'point', values: ['P2', 'P9'] }],
      [{ dimension: 'branch', values: ['B1'] }],
      [{ dimension: 'channel', values: ['online', 'direct'] }],
    ),
    exact: fc.boolean(),
    scope: fc.constantFrom(...SCOPES),
    readsBins: fc.boolean(),
  })
  .map(({ metric, more, by, where, exact, ...asked }) => {
    const all = [metric, more].map(dimensionsOf);
    const isKnown = (dimension: Dimension): boolean => all.every((dimensions) => dimensions.includes(dimension));
    const kept = where.filter(({ dimension }) => isKnown(dimension));
    const metrics = [...new Set([metric.id, more.id])];
    const question: Question = { metrics, ...RANGE, by: by.filter(isKnown), where: kept, exact };
    return { ...asked, question };
  });

/** The answer, or what was said against it. */
const told = (answer: Promise<Answer>): Promise<unknown> =>
  answer.then(
    ({ rows }) => rows,
    (error: unknown) => String(error),
  );

it('[B12] answers a question that forgot its scope with the figures of one’s own points, whatever was asked', async () => {
  await fc.assert(
    fc.asyncProperty(anyQuestion, async ({ question, scope, readsBins }) => {
      const answers = fresh(readsBins);
      const scoped = await told(answers.answer(question, scope));
      const walled = await told(withinWall(scope.points, () => answers.answer(question, scope)));
      expect(walled).toEqual(scoped);
      if (scope.points.length === 0) return;
      const forgotten = await told(withinWall(scope.points, () => answers.answer(question, wholeCity)));
      expect(forgotten).toEqual(scoped);
    }),
    { seed: 11, numRuns: 120 },
  );
});

it('[B12] gives every metric within a wall as its scope alone gives it', async () => {
  const scope: Scope = { ...wholeCity, points: ['P1', 'P2'] };
  const answers = fresh(false);
  for (const { id } of REGISTRY)
    for (const exact of [false, true]) {
      const question: Question = { metrics: [id], ...RANGE, by: ['point'], where: [], exact };
      const asked = REGISTRY.find((metric) => metric.id === id);
      if (!asked || !dimensionsOf(asked).includes('point')) continue;
      const [scoped, forgotten] = [
        await told(answers.answer(question, scope)),
        await told(withinWall(['P1', 'P2'], () => answers.answer(question, wholeCity))),
      ];
      expect([id, forgotten]).toEqual([id, scoped]);
    }
});

it('[B4] keeps nothing for others that was read within a wall', async () => {
  const questions = [[], ['point'], ['ward', 'day'], ['half_hour']].flatMap((by) =>
    ['tickets', 'long_wait_rate', 'wait_p90', 'dossiers_received', 'satisfaction_shrunk_rate', 'workload_units']
      .filter((id) => REGISTRY.some((metric) => metric.id === id && by.every((one) => dimensionsOf(metric).includes(one as Dimension))))
      .map((id): Question => ({ metrics: [id], ...RANGE, by: by as Dimension[], where: [], exact: false })),
  );
  const compared = { metric: 'long_wait_rate', ...RANGE, where: [], adjust: 'none', bins: 0 } as unknown as Parameters<
    Comparisons['points']
  >[0];
  const asLeader = async (answers: MetricAnswers): Promise<unknown> => [
    await Promise.all(questions.map((question) => told(answers.answer(question, wholeCity)))),
    await new Comparisons(test.warehouse, city, answers).points(compared, wholeCity),
  ];
  const shared = fresh(true);
  const own: Scope = { ...wholeCity, points: ['P2'] };
  await withinWall(['P2'], async () => {
    for (const question of questions) await Promise.all([own, wholeCity].map((scope) => told(shared.answer(question, scope))));
    await new Comparisons(test.warehouse, city, shared).points(compared, own);
  });
  expect(await asLeader(shared)).toEqual(await asLeader(fresh(true)));
});
