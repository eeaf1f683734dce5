import { type Answer, type Dimension, type Filter, type Question, type Scope, wholeCity } from '@evenhand/domain';
import { sql } from '@evenhand/warehouse';
import fc from 'fast-check';
import { dimensionsOf } from '../check-question';
import { partsOf } from '../compile/part';
import { MetricAnswers } from '../metric-answers';
import { REGISTRY } from '../registry/registry';
import { city } from '../testing/city';
import { ticketRow } from '../testing/case-rows';
import { randomCity } from '../testing/random-city';
import { TestWarehouse } from '../testing/test-warehouse';
import { acrossFor } from './part-sheets';
import { isLevel } from './stock-sheets';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const BREAKDOWNS: readonly (readonly Dimension[])[] = [
  [],
  ['point'],
  ['ward', 'day'],
  ['week', 'branch'],
  ['weekday'],
  ['month'],
  ['point', 'day'],
];
const OF_CASES: readonly (readonly Dimension[])[] = [['field'], ['week', 'procedure'], ['channel']];
const OF_THE_CITY: readonly (readonly Dimension[])[] = [[], ['half_hour'], ['weekday', 'half_hour'], ['week']];
const OF_FEW_POINTS: readonly (readonly Dimension[])[] = [
  ...[[], ['week'] as const, ['half_hour'] as const, ['weekday', 'half_hour'] as const],
  ...[['agent'] as const, ['field', 'month'] as const, ['counter'] as const],
];
const everything: Scope = { ...wholeCity, columns: ['staff'] };

const CHOICES: readonly {
  readonly name: string;
  readonly breakdowns?: typeof BREAKDOWNS;
  readonly where: readonly Filter[];
  readonly scope: Scope;
}[] = [
  { name: 'the whole city', where: [], scope: wholeCity },
  { name: 'a ward that a point left', where: [{ dimension: 'ward', values: ['W2'] }], scope: wholeCity },
  { name: 'each half-hour', breakdowns: [['half_hour'], ['weekday', 'half_hour']], where: [], scope: wholeCity },
  { name: 'two half-hours', breakdowns: OF_THE_CITY, where: [{ dimension: 'half_hour', values: ['07:00', '23:30'] }], scope: wholeCity },
  { name: 'each kind of case', breakdowns: OF_CASES, where: [], scope: wholeCity },
  {
    name: 'cases of two channels',
    breakdowns: [[], ['channel'], ['month']],
    where: [{ dimension: 'channel', values: ['online', 'direct'] }],
    scope: wholeCity,
  },
  { name: 'two points of a branch', where: [{ dimension: 'branch', values: ['B1'] }], scope: { points: ['P1', 'P3'] } },
  {
    name: 'some days of two points',
    where: [
      { dimension: 'weekday', values: ['2', '3', '7'] },
      { dimension: 'point', values: ['P2', 'P9'] },
    ],
    scope: wholeCity,
  },
  {
    name: 'one point',
    breakdowns: [...OF_FEW_POINTS, ['point']],
    where: [{ dimension: 'point', values: ['P1'] }],
    scope: { points: ['P1', 'P2'], columns: ['staff'] },
  },
  { name: 'two points in one', breakdowns: OF_FEW_POINTS, where: [{ dimension: 'point', values: ['P3', 'P1'] }], scope: everything },
];

const ENTITIES = ['ticket', 'dossier', 'rating', 'shift', 'survey_answer'] as const;
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'];

/** A judgement of most feeds on most days; P1 has two kiosks that are judged apart. */
function randomFeedDays(seed: number): readonly object[] {
  const judgement = fc.record({
    state: fc.constantFrom('complete', 'thin', 'missing', 'not_expected', 'unknown_yet'),
    expected: fc.option(fc.integer({ min: 0, max: 20 })),
    arrived: fc.integer({ min: 0, max: 9 }),
  });
  const places = ENTITIES.flatMap((entity) =>
    DAYS.flatMap((day) =>
      ['P1', 'P1', 'P2', 'P3', 'P9', ''].map((point_code, source) => ({ entity, day, point_code, source: `S${source}` })),
    ),
  );
  const judgements = fc.sample(judgement, { seed, numRuns: places.length });
  return places.flatMap((place, index) => (index % 4 === 3 ? [] : [{ ...place, ...judgements[index] }]));
}

const question = (rest: Partial<Question>): Question => ({
  metrics: ['tickets'],
  by: [],
  from: '2026-02-25',
  to: '2026-03-07',
  where: [],
  exact: false,
  ...rest,
});

/** The metrics that rest on sheets. */
const heldFor = (asked: Question, scope: Scope): readonly string[] =>
  REGISTRY.filter(
    (metric) =>
      [...asked.by, ...asked.where.map(({ dimension }) => dimension)].every((dimension) => dimensionsOf(metric).includes(dimension)) &&
      partsOf({ question: asked, readsBins: true }, [metric.computation]).some(
        (part) => acrossFor(part, { question: asked, scope, holdsEach: false }) !== null || isLevel(part, asked),
      ),
  ).map(({ id }) => id);

/** What the engine says, without anything held in memory. */
const byEngine = (asked: Question, scope: Scope, answers = test.answers): Promise<Answer> =>
  answers.answerAsJob(asked, scope, { name: 'by engine', signal: new AbortController().signal });

describe('what is held in memory of an invented city', () => {
  beforeAll(async () => {
    await test.fill(randomCity(21));
    await test.warehouse.insert('feed_day', randomFeedDays(21));
  });

  describe.each(CHOICES)('for $name', ({ where, scope, breakdowns = BREAKDOWNS }) => {
    it.each(breakdowns.map((by) => [by.join(', ') || 'nothing', by] as const))('answers as the engine does by %s', async (_name, by) => {
      const asked = { ...question({ by, where }), metrics: heldFor(question({ by, where }), scope) };
      expect(await test.answers.answer(asked, scope)).toEqual(await byEngine(asked, scope));
    });
  });
});

describe('whole months that are held in memory', () => {
  beforeAll(async () => {
    await test.fill(randomCity(25));
    await test.warehouse.insert('feed_day', randomFeedDays(25));
  });

  it.each([[[]], [['point']], [['month', 'point']], [['ward']], [['field']], [['week', 'channel']]] as const)(
    'are added up as the engine does by %j',
    async (by) => {
      const asked = question({ by, from: '2026-01-01', to: '2026-04-01' });
      const metrics = heldFor(asked, wholeCity);
      expect(metrics).toEqual(expect.arrayContaining(['tickets', 'long_wait_rate']));
      expect(await test.answers.answer({ ...asked, metrics }, wholeCity)).toEqual(await byEngine({ ...asked, metrics }, wholeCity));
    },
  );
});

describe('what is read ahead in quiet moments', () => {
  const answers = (): MetricAnswers => test.answers;
  const readAll = async (): Promise<void> => {
    while (await answers().readAhead());
  };
  beforeAll(() => test.fill(randomCity(27)));

  const range = { from: '2026-02-01', to: '2026-04-01' };
  it.each([
    { by: ['point'], metrics: ['wait_p90', 'wait_median'], where: [] },
    { by: ['week'], metrics: ['wait_p90'], where: [] },
    { by: ['point', 'week'], metrics: ['wait_p90'], where: [{ dimension: 'point', values: ['P1'] }] },
    { by: ['field', 'channel'], metrics: ['wait_p90', 'tickets'], where: [] },
    { by: ['channel', 'point'], metrics: ['tickets', 'long_wait_rate'], where: [] },
    { by: ['point', 'half_hour'], metrics: ['long_wait_rate'], where: [{ dimension: 'point', values: ['P1', 'P2'] }] },
    { by: ['procedure', 'month', 'channel'], metrics: ['on_time_rate'], where: [] },
    { by: ['field'], metrics: ['wait_p90', 'longest_wait'], where: [{ dimension: 'point', values: ['P1'] }] },
    { by: ['weekday', 'half_hour'], metrics: ['wait_p90'], where: [{ dimension: 'point', values: ['P1'] }] },
    { by: ['counter'], metrics: ['tickets_served', 'service_mean'], where: [{ dimension: 'point', values: ['P2'] }] },
    { by: ['point', 'agent'], metrics: ['tickets_served'], where: [{ dimension: 'point', values: ['P2'] }] },
    { by: [], metrics: ['tickets_per_officer_day_adjusted', 'officer_days'], where: [{ dimension: 'point', values: ['P1'] }] },
    { by: ['week'], metrics: ['tickets_per_officer_day_adjusted'], where: [] },
    { by: ['half_hour'], metrics: ['half_hour_occupancy'], where: [{ dimension: 'point', values: ['P2', 'P1'] }] },
    { by: [], metrics: ['throughput_median', 'dossiers_at_risk', 'survey_forms'], where: [{ dimension: 'point', values: ['P1'] }] },
    { by: ['week'], metrics: ['dossiers_overdue_to_2', 'dossiers_overdue_3_to_5'], where: [] },
  ] as const)('answers $metrics by $by without the engine, as the engine does', async ({ by, metrics, where }) => {
    const asked = question({ by, metrics, where, ...range });
    await answers().answer({ ...asked, to: '2026-03-31' }, wholeCity);
    await readAll();
    const rows = jest.spyOn(test.warehouse, 'rows');
    const answer = await answers().answer(asked, wholeCity);
    const statements = rows.mock.calls.map(([statement]) => statement.render().text);
    rows.mockRestore();
    expect(statements.filter((text) => /FROM (ticket|dossier|shift|survey)/.test(text))).toEqual([]);
    expect(answer.rows.length).toBeGreaterThan(0);
    expect(answer).toEqual(await byEngine(asked, wholeCity));
  });

  it('shows nobody more points than they may see', async () => {
    const asked = question({ by: ['point', 'channel'], metrics: ['tickets'], ...range });
    await answers().answer({ ...asked, to: '2026-03-31' }, wholeCity);
    await readAll();
    const scope: Scope = { points: ['P2'] };
    const seen = await answers().answer(asked, scope);
    expect(new Set(seen.rows.map(({ key }) => key.point))).toEqual(new Set(['P2']));
    expect(seen).toEqual(await byEngine(asked, scope));
    const other = question({ by: ['channel'], metrics: ['tickets'], where: [{ dimension: 'point', values: ['P1'] }], ...range });
    await answers().answer(other, wholeCity);
    expect(await answers().answer(other, scope)).toEqual(await byEngine(other, scope));
  });

  it('is read again once something was written', async () => {
    const asked = question({ by: ['channel', 'field'], metrics: ['tickets'], ...range });
    const cases = async (): Promise<number> =>
      (await answers().answer(asked, wholeCity)).rows.reduce((all, { values }) => all + (values['tickets']?.n ?? 0), 0);
    await answers().answer({ ...asked, to: '2026-03-31' }, wholeCity);
    await readAll();
    const before = await cases();
    await test.warehouse.run(
      sql`INSERT INTO ticket_day (day, point_code, field_code, channel, tickets) VALUES ('2026-03-03', 'P1', 'F1', 'direct', 4)`,
    );
    expect(await cases()).toBe(before + 4);
  });
});

describe('the waits that are held in memory of a small city', () => {
  beforeAll(() => test.fill(randomCity(23)));

  it.each([[[]], [['point']], [['ward', 'day']], [['weekday', 'half_hour']]] as const)(
    'have the quantiles that the engine finds by %j',
    async (by) => {
      const answers = new MetricAnswers(test.warehouse, city);
      const asked = question({ metrics: ['wait_median', 'wait_p90', 'long_wait_rate'], by });
      expect(await answers.answer(asked, wholeCity)).toEqual(await byEngine(asked, wholeCity, answers));
    },
  );
});

describe('what is held in memory', () => {
  it('follows what is written: 2 tickets, then 3', async () => {
    const issued = ['2026-03-02T02:00:00Z', '2026-04-02T02:00:00Z'];
    await test.fill({ ticket: issued.map((at) => ticketRow({ point: 'P1', issued: at, outcome: 'served' })) });
    const ask = () => test.ask('tickets', { from: '2026-03-01', to: '2026-05-01' });
    expect((await ask())[0]?.value).toBe(2);
    await test.warehouse.run(
      sql`INSERT INTO ticket_point_day (day, point_code, tickets) SELECT day, 'P2', tickets FROM ticket_point_day WHERE day = '2026-04-02'`,
    );
    expect((await ask())[0]?.value).toBe(3);
  });

  it('refuses what is longer than an answer may be, as the engine does', async () => {
    await test.fill({ ticket: [ticketRow({ point: 'P1', issued: '2026-03-02T02:00:00Z', outcome: 'served' })] });
    await test.warehouse.run(
      sql`INSERT INTO ticket_point_day (day, point_code, tickets) SELECT toDate('2026-03-02') + number % 50, concat('P', toString(intDiv(number, 50))), 1 FROM numbers(100050)`,
    );
    await expect(test.ask('tickets', { by: ['point', 'day'], to: '2026-05-01' })).rejects.toThrow('The answer has more than 100000 rows');
  });
});
