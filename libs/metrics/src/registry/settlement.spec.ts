import { addDays, type Day } from '@evenhand/domain';
import { type DossierCase, dossierRow, knownRow } from '../testing/case-rows';
import { randomCity } from '../testing/random-city';
import { TestWarehouse } from '../testing/test-warehouse';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

/** Monday 2 to Friday 27 March 2026. */
const WORKING_DAYS = [0, 7, 14, 21].flatMap((week) => [0, 1, 2, 3, 4].map((day) => addDays('2026-03-02', week + day)));
const until = (day: Day) => [knownRow('dossier', 'national', `${day}T09:00:00.000Z`)];
const on = (day: Day, hour = '03'): string => `${day}T${hour}:00:00.000Z`;
const one = (more: Partial<DossierCase>): object => dossierRow({ point: 'P1', received: on('2026-03-02'), ...more });
const times = (count: number, more: Partial<DossierCase>): object[] => Array.from({ length: count }, () => one(more));
const fill = (dossier: readonly object[], known: Day = '2026-03-16') =>
  test.fill({ dossier, working_day: WORKING_DAYS, known_until: until(known) });
const ask = async (metric: string, question = {}) => (await test.ask(metric, { to: '2026-03-16', ...question }))[0];

describe('a month of 100 dossiers that fell due (70 in time, 10 late, 20 open) and 60 that are not due yet', () => {
  beforeAll(() =>
    fill([
      ...times(70, { due: on('2026-03-06'), finished: on('2026-03-05') }),
      ...times(10, { due: on('2026-03-06'), finished: on('2026-03-09') }),
      ...times(20, { due: on('2026-03-06') }),
      ...times(60, { due: on('2026-03-20') }),
    ]),
  );

  it.each([
    ['on_time_rate', 70, 100],
    ['settled_on_time_rate', 70, 80],
    ['portal_on_time_rate', 130, 160],
    ['first_promise_on_time_rate', 70, 100],
  ])('is %s %d of %d', async (metric, cases, n) => {
    expect(await ask(metric)).toMatchObject({ cases, n, value: cases / n });
    expect(await ask(metric, { exact: true })).toMatchObject({ cases, n });
  });

  it('has the portal’s figure at the end of every week: all 160 in the first, the 70 settled no more in the second', async () =>
    expect(await test.ask('portal_on_time_rate', { to: '2026-03-16', by: ['week'] })).toMatchObject([
      // on Sunday the 8th: 70 settled in time, 60 not due, 30 open and overdue
      { key: '2026-03-02', cases: 130, n: 160 },
      // on Sunday the 15th: 60 not due of 60 + 20 open + 10 settled in the week
      { key: '2026-03-09', cases: 60, n: 90 },
    ]));
});

it('a promise that was moved is kept by the new day and broken by the first', async () => {
  await fill([
    one({ firstDue: on('2026-03-04'), due: on('2026-03-06'), finished: on('2026-03-05') }),
    one({ due: on('2026-03-06'), finished: on('2026-03-05') }),
  ]);
  for (const exact of [true, false]) {
    expect(await ask('on_time_rate', { exact })).toMatchObject({ cases: 2, n: 2 });
    expect(await ask('first_promise_on_time_rate', { exact })).toMatchObject({ cases: 1, n: 2 });
    expect(await ask('due_date_moved_rate', { exact })).toMatchObject({ cases: 1, n: 2 });
  }
});

describe('open dossiers on Friday the 13th', () => {
  const question = { from: '2026-03-02', to: '2026-03-14' };
  const due = (day: Day) => one({ due: on(day) });
  beforeAll(() =>
    // Working days late: 0 (due at noon that day), 2, 3, 5, 6 and 9; a dossier due on Saturday is overdue on Monday only.
    fill(
      ['2026-03-13', '2026-03-11', '2026-03-10', '2026-03-06', '2026-03-05', '2026-03-02', '2026-03-14', '2026-03-17', '2026-03-18'].map(
        due,
      ),
    ),
  );

  it.each([
    ['dossiers_overdue', 6],
    ['dossiers_overdue_to_2', 2],
    ['dossiers_overdue_3_to_5', 2],
    ['dossiers_overdue_6_to_10', 2],
    ['dossiers_overdue_11_to_20', 0],
    ['dossiers_overdue_over_20', 0],
    ['dossiers_in_time', 3],
    // Saturday has no working day left, Tuesday has two, Wednesday three.
    ['dossiers_at_risk', 2],
    ['oldest_overdue', 9],
  ])('are %s: %d', async (metric, value) => expect(await ask(metric, question)).toMatchObject({ value }));

  it('grow older from bucket to bucket', async () =>
    expect((await test.ask('oldest_overdue', { ...question, by: ['day'], from: '2026-03-09' })).map(({ value }) => value)).toEqual([
      5, 6, 7, 8, 9,
    ]));
});

describe('late by 0, 1, 4 and, still open, at least 5 working days, among ten that fell due', () => {
  beforeAll(() =>
    fill([
      ...times(6, { due: on('2026-03-06'), finished: on('2026-03-06') }),
      // finished on a Saturday: late, but no working day went by
      one({ due: on('2026-03-06'), finished: on('2026-03-07'), apology: on('2026-03-05') }),
      one({ due: on('2026-03-06'), finished: on('2026-03-09'), apology: on('2026-03-09') }),
      one({ due: on('2026-03-06'), finished: on('2026-03-12') }),
      one({ due: on('2026-03-09') }),
    ]),
  );

  it('are a working day late on average and 2.5 in the middle', async () => {
    // (0 + 1 + 4 + 5) / 10
    expect(await ask('late_days_mean')).toMatchObject({ value: 1, n: 10 });
    expect(await ask('late_days_median')).toMatchObject({ value: 2.5, n: 4 });
    // place 2.7 between 4 and 5
    expect(await ask('late_days_p90')).toMatchObject({ value: expect.closeTo(4.7, 9), n: 4 });
  });

  it('have two apologies, one of them in time', async () => {
    expect(await ask('apology_rate')).toMatchObject({ cases: 1, n: 4 });
    expect(await ask('any_apology_rate')).toMatchObject({ cases: 2, n: 4 });
    expect(await ask('belated_apology_rate')).toMatchObject({ cases: 1, n: 2 });
  });
});

it.each([true, false])('of ten dossiers two were asked for papers, one of them twice (asked of the raw rows: %s)', async (exact) => {
  const done = { due: on('2026-03-06'), finished: on('2026-03-05') };
  await fill([...times(8, done), one({ ...done, supplements: 1 }), one({ ...done, supplements: 2 })]);
  expect(await ask('first_time_right_rate', { exact })).toMatchObject({ cases: 8, n: 10, from: exact ? 'raw' : 'rollup' });
  expect(await ask('supplement_rate', { exact })).toMatchObject({ cases: 2, n: 10 });
  expect(await ask('repeated_supplement_rate', { exact })).toMatchObject({ cases: 1, n: 10 });
  expect(await ask('supplements_per_100', { exact })).toMatchObject({ value: 30, n: 10 });
});

it('of ten dossiers two were refused, whatever was promised', async () => {
  await fill([...times(7, { due: on('2026-03-06') }), one({ status: 7 }), one({ status: 3 }), one({ due: on('2026-03-06'), status: 3 })]);
  expect(await ask('refusal_rate')).toMatchObject({ value: 0.2, cases: 2, n: 10 });
});

it('a dossier that another unit decides is late there, not at the counter', async () => {
  const due = on('2026-03-06');
  await fill([
    one({ due, finished: on('2026-03-05'), authority: 'P1' }),
    one({ due, finished: on('2026-03-05'), authority: 'P2' }),
    one({ due, finished: on('2026-03-10'), authority: 'P2' }),
    one({ due, finished: on('2026-03-05') }),
  ]);
  expect(await ask('cross_boundary_rate')).toMatchObject({ cases: 2, n: 3 });
  expect(await ask('cross_boundary_on_time_rate')).toMatchObject({ cases: 1, n: 2 });
  expect(await ask('local_on_time_rate')).toMatchObject({ cases: 1, n: 1 });
});

it('a clock that stood still for one of four days did so for a quarter of the time', async () => {
  await fill([one({ due: on('2026-03-06'), finished: on('2026-03-06'), pausedMs: 86_400_000 }), one({})]);
  expect(await ask('paused_share')).toMatchObject({ value: 0.25, n: 1 });
  // one settled for two received
  expect(await ask('clearance_rate')).toMatchObject({ value: 0.5, cases: 1, n: 2 });
});

describe.each([31, 32])('in invented city %d', (seed) => {
  beforeAll(() => test.fill(randomCity(seed)));

  it('every overdue dossier lies in one band, and every open one is overdue, in time or without a due date', async () => {
    const counts = async (metric: string) => (await test.ask(metric, { by: ['point', 'day'] })).map(({ key, n }) => [key, n ?? 0] as const);
    const added = async (metrics: readonly string[]) => {
      const sums = new Map<string, number>();
      for (const metric of metrics) for (const [key, n] of await counts(metric)) sums.set(key, (sums.get(key) ?? 0) + n);
      return [...sums].filter(([, n]) => n > 0).sort();
    };
    const bands = ['to_2', '3_to_5', '6_to_10', '11_to_20', 'over_20'].map((band) => `dossiers_overdue_${band}`);
    expect(await added(bands)).toEqual(await added(['dossiers_overdue']));
    expect(await added(['dossiers_overdue', 'dossiers_in_time', 'dossiers_without_due_date'])).toEqual(await added(['dossiers_open']));
  });
});
