import { type Dimension, type Question, wholeCity } from '@evenhand/domain';
import { dimensionsOf } from './check-question';
import { partsOf } from './compile/part';
import { REGISTRY } from './registry/registry';
import { randomCity } from './testing/random-city';
import { TestWarehouse } from './testing/test-warehouse';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const question = (metrics: readonly string[], by: readonly Dimension[], exact: boolean): Question => ({
  metrics,
  by,
  from: '2026-03-02',
  to: '2026-03-07',
  where: [{ dimension: 'weekday', values: ['1', '2', '3', '4'] }],
  exact,
});

const isRolledUp = ({ computation }: (typeof REGISTRY)[number], readsBins = true): boolean =>
  partsOf({ question: question([], [], false), readsBins }, [computation]).every(({ from }) => from === 'rollup');

const followsTheUnseen = (id: string): boolean => REGISTRY.some((metric) => metric.id === id && metric.computation.kind === 'survival');
const rolledUp = REGISTRY.filter((metric) => isRolledUp(metric)).map(({ id }) => id);
const thatKnow = (by: readonly Dimension[]): readonly string[] =>
  REGISTRY.filter((metric) => rolledUp.includes(metric.id) && by.every((dimension) => dimensionsOf(metric).includes(dimension))).map(
    ({ id }) => id,
  );
const tablesFor = (metric: string, by: readonly Dimension[], where: Question['where'] = []): readonly string[] =>
  partsOf(
    { question: { ...question([metric], by, false), where }, readsBins: true },
    REGISTRY.filter(({ id }) => id === metric).map(({ computation }) => computation),
  ).map(({ fact }) => fact.table);
const BREAKDOWNS: readonly (readonly Dimension[])[] = [
  [],
  ['point'],
  ['ward', 'day'],
  ['branch'],
  ['field', 'channel'],
  ['source'],
  ['week'],
  ['month'],
  ['weekday'],
];

it('serves the metrics that add up', () =>
  expect(rolledUp).toEqual([
    'tickets',
    'tickets_served',
    'tickets_abandoned',
    'tickets_void',
    'abandonment_rate',
    'no_show_rate',
    'wait_mean',
    'wait_median',
    'wait_p90',
    'longest_wait',
    'long_waits',
    'long_wait_rate',
    'offered_long_wait_rate',
    'offered_wait_median',
    'offered_wait_p90',
    'closed_by_system_rate',
    'wait_mean_by_time',
    'crowded_share',
    'crowded_wait_mean',
    'service_mean',
    'dossiers_received',
    'dossiers_settled',
    'throughput_mean',
    'on_time_rate',
    'settled_on_time_rate',
    'settled_on_time_rate_instant',
    'settled_on_time_rate_second',
    'first_promise_on_time_rate',
    'due_date_moved_rate',
    'first_time_right_rate',
    'supplement_rate',
    'clearance_rate',
  ]));

it('leaves percentiles to the raw rows while there are few', () =>
  expect(rolledUp.filter((id) => !REGISTRY.some((metric) => metric.id === id && isRolledUp(metric, false)))).toEqual([
    'wait_median',
    'wait_p90',
  ]));

it.each<readonly [string, readonly Dimension[], readonly string[]]>([
  ['tickets', [], ['ticket_point_day']],
  ['long_wait_rate', ['ward', 'week'], ['ticket_point_day']],
  ['wait_mean', ['weekday', 'half_hour'], ['ticket_slot']],
  ['crowded_share', ['half_hour'], ['ticket_slot']],
  ['wait_p90', ['half_hour'], ['ticket']],
  ['wait_p90', ['field'], ['ticket_day']],
  ['tickets', ['field', 'half_hour'], ['ticket']],
  ['tickets', ['agent'], ['ticket']],
  ['on_time_rate', ['point'], ['dossier_point_day']],
  ['on_time_rate', ['procedure', 'channel'], ['dossier_day']],
  ['on_time_rate', ['agent'], ['dossier']],
  ['counter_occupancy', ['point'], ['ticket_point_day', 'shift']],
])('reads %s by %s from the cheapest table that can tell', (metric, by, tables) => expect(tablesFor(metric, by)).toEqual(tables));

it('a filter decides on the table as a breakdown does', () =>
  expect(tablesFor('tickets', [], [{ dimension: 'channel', values: ['online'] }])).toEqual(['ticket_day']));

describe.each([11, 12, 13])('in invented city %d', (seed) => {
  beforeAll(() => test.fill(randomCity(seed)));

  it.each(BREAKDOWNS.map((by) => [by.join(', ') || 'nothing', by] as const))('the rollup equals the raw rows by %s', async (_name, by) => {
    const [rollup, raw] = await Promise.all(
      [false, true].map(async (exact) => (await test.answers.answer(question(thatKnow(by), by, exact), wholeCity)).rows),
    );
    expect(rollup?.map(({ key }) => key)).toEqual(raw?.map(({ key }) => key));
    for (const [index, { values }] of (rollup ?? []).entries()) {
      for (const [metric, value] of Object.entries(values)) {
        const exactly = raw?.[index]?.values[metric];
        expect([value.from, exactly?.from]).toEqual(['rollup', 'raw']);
        expect({ metric, n: value.n, cases: value.cases }).toEqual({ metric, n: exactly?.n, cases: exactly?.cases });
        // In a bin those who ended come before those who were not seen to end: of a handful nobody may then be left to follow.
        if (followsTheUnseen(metric)) expect(value.approximate).toBe((value.n ?? 0) > 0);
        else if (value.approximate) expect(value.value === null).toBe(exactly?.value === null);
        else expect(value.value).toEqual(exactly?.value === null ? null : expect.closeTo(exactly?.value ?? NaN, 9));
      }
    }
  });

  it('percentiles from bins lie within one bin of the exact ones', async () => {
    const value = async (exact: boolean) =>
      (await test.answers.answer(question(['wait_median', 'wait_p90'], [], exact), wholeCity)).rows[0]?.values;
    const [bins, rows] = await Promise.all([value(false), value(true)]);
    // Bins are at most 15 minutes wide up to two hours; the exact quantile interpolates between two cases.
    for (const metric of ['wait_median', 'wait_p90'])
      expect(Math.abs((bins?.[metric]?.value ?? NaN) - (rows?.[metric]?.value ?? NaN))).toBeLessThan(15);
  });
});
