import { shrunkShare, spreadOfShares } from '@evenhand/statistics';
import fc from 'fast-check';
import { sql } from '@evenhand/warehouse';
import { knownRow, pointRow, ratingRow, ticketRow } from '../testing/case-rows';
import { TestWarehouse } from '../testing/test-warehouse';
import { amount, inForceOn, type InForce } from './thresholds';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const eight = Date.parse('2026-03-02T01:00:00Z');
const at = (seconds: number): string => new Date(eight + seconds * 1000).toISOString();
const known = ['ticket', 'rating', 'survey_answer'].map((entity) => knownRow(entity, 'kiosk', '2026-03-06T10:00:00Z'));
const rated = (point: string, seconds: number, level: number, more: object = {}): object => ({
  ...ratingRow(point, at(seconds), level, 3),
  ...more,
});
const onDevice = (device: string, ...seconds: readonly number[]): object[] => seconds.map((second) => rated('P1', second, 3, { device }));

describe('a suspect rating', () => {
  it('is one of five on a device within a minute, not of four and one a second later', async () => {
    await test.fill({ rating: [...onDevice('A', 0, 15, 30, 45, 60), ...onDevice('B', 0, 15, 30, 45, 61)], known_until: known });
    expect(await test.ask('suspect_ratings')).toMatchObject([{ value: 5 }]);
  });

  it('is found by the engine where a look at every minute finds it', async () => {
    const seconds =
      fc.sample(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 40, maxLength: 40 }), { seed: 7, numRuns: 1 })[0] ?? [];
    const bursts = seconds.map((from) => seconds.filter((second) => second >= from && second <= from + 60));
    const expected = seconds.filter((second) => bursts.some((burst) => burst.length >= 5 && burst.includes(second)));
    await test.fill({ rating: onDevice('A', ...seconds), known_until: known });
    expect(expected.length).toBeGreaterThan(0);
    expect(await test.ask('suspect_ratings')).toMatchObject([{ value: expected.length }]);
  });

  it('is of a device with six of ten ratings, where three devices gave twenty', async () => {
    const spaced = (device: string, count: number): object[] =>
      onDevice(device, ...Array.from({ length: count }, (_none, index) => index * 300));
    await test.fill({ rating: [...spaced('A', 12), ...spaced('B', 4), ...spaced('C', 4)], known_until: known });
    expect(await test.ask('suspect_rating_rate')).toMatchObject([{ value: 0.6, cases: 12, n: 20 }]);
    await test.fill({ rating: [...spaced('A', 11), ...spaced('B', 5), ...spaced('C', 4)], known_until: known });
    expect(await test.ask('suspect_rating_rate')).toMatchObject([{ value: 0, cases: 0, n: 20 }]);
  });

  it('is given at a device more than an hour after the doors closed, unless the point was open on a rest day', async () => {
    // Open from 08:00 to 17:00 on Monday; Tuesday is none of the days on which the clock runs.
    const stretch = { working_time: 7, from_at: at(0), to_at: at(9 * 3600), worth_ms: 1, open_ms: 1 };
    await test.warehouse.insert('working_stretch', [stretch]);
    await test.warehouse.insert('point_working_time', [{ point_code: '', working_time: 7 }]);
    await test.warehouse.insert('open_rest_day', [{ point_code: 'P1', day: '2026-03-03' }]);
    const late = { device: 'A', channel: 'direct' };
    await test.fill({
      rating: [
        rated('P1', 10 * 3600, 3, late),
        rated('P1', 10 * 3600 + 1, 3, late),
        rated('P1', 10 * 3600 + 1, 3, { ...late, channel: 'online' }),
        rated('P1', 26 * 3600, 3, late),
        rated('P2', 26 * 3600, 3, late),
      ],
      known_until: known,
    });
    const flagged = await test.ask('suspect_ratings', { by: ['point', 'day'] });
    expect(flagged.map(({ key, value }) => [key, value])).toEqual([
      ['P1 2026-03-02', 1],
      ['P1 2026-03-03', 0],
      ['P2 2026-03-03', 1],
    ]);
    for (const table of [sql`working_stretch`, sql`point_working_time`, sql`open_rest_day`])
      await test.warehouse.run(sql`TRUNCATE TABLE ${table}`);
  });

  it('is left out of one figure and stays in the other', async () => {
    await test.fill({ rating: [...onDevice('A', 0, 1, 2, 3, 4), rated('P1', 900, 1), rated('P1', 1800, 3)], known_until: known });
    expect(await test.ask('satisfaction_rate')).toMatchObject([{ cases: 6, n: 7 }]);
    expect(await test.ask('satisfaction_trusted')).toMatchObject([{ value: 0.5, cases: 1, n: 2 }]);
  });
});

it('a threshold holds from its day on', async () => {
  const rules: readonly InForce<{ readonly most: number }>[] = [
    { from: null, values: { most: 5 } },
    { from: '2026-03-01', values: { most: 7 } },
    { from: '2026-06-01', values: { most: 9 } },
  ];
  const most = inForceOn(sql`day`, rules, (values) => amount(values.most));
  const days = sql`SELECT ${most} AS most FROM (SELECT arrayJoin([toDate('2026-02-28'), toDate('2026-03-01'), toDate('2026-06-01')]) AS day)`;
  expect(await test.warehouse.rows(days)).toEqual([{ most: 5 }, { most: 7 }, { most: 9 }]);
});

describe('satisfaction of five levels, as GOV.UK counts it', () => {
  const told = (counts: readonly number[], day = 0): object[] =>
    counts.flatMap((count, index) =>
      Array.from({ length: count }, (_none, nth) => ratingRow('P1', at(day * 86_400 + index * 60 + nth), index + 1, 5)),
    );

  // alphagov/spotlight, user satisfaction: (mean of 1…5 − 1) ÷ 4
  it.each([
    [[1, 1, 1, 1, 1], 50],
    [[1, 1, 1, 1, 6], 75],
    [[6, 1, 1, 1, 1], 25],
    [[0, 0, 0, 0, 0], null],
  ])('of %j ratings is %s of 100', async (counts, points) => {
    await test.fill({ rating: told(counts), known_until: known });
    expect(await test.ask('satisfaction_mean')).toMatchObject([{ value: points }]);
  });

  it('pools what was said: 5 and 10 ratings are not the mean of two days', async () => {
    await test.fill({ rating: [...told([1, 1, 1, 1, 1]), ...told([1, 1, 1, 1, 6], 1)], known_until: known });
    // (15 + 40) ÷ 15 levels on average, not (50 + 75) ÷ 2
    expect(await test.ask('satisfaction_mean')).toMatchObject([{ value: expect.closeTo(25 * (55 / 15 - 1), 9), n: 15 }]);
  });
});

describe('those who did not answer', () => {
  const places = [pointRow('P1', 'W1', 'B1'), pointRow('P2', 'W2', 'B1')];
  const served = (point: string, count: number): object[] =>
    Array.from({ length: count }, (_none, index) => ({
      ...ticketRow({ point, issued: at(index), outcome: 'served' }),
      ticket_id: `${point}-${index}`,
    }));

  it('may all have been dissatisfied or all satisfied: 45 of 60 answers of 1000 people are 4.5 % to 98.5 %', async () => {
    const answers = Array.from({ length: 60 }, (_none, index) =>
      rated('P1', 600 + index, index < 45 ? 3 : 1, { ticket_id: `P1-${index}` }),
    );
    await test.fill({ ticket: served('P1', 1000), rating: answers, known_until: known });
    expect(await test.ask('satisfaction_at_least')).toMatchObject([{ value: 0.045, cases: 45, n: 1000 }]);
    expect(await test.ask('satisfaction_at_most')).toMatchObject([{ value: 0.985, cases: 985, n: 1000 }]);
    expect(await test.ask('response_rate')).toMatchObject([{ value: 0.06 }]);
  });

  it('are judged by what was said last', async () => {
    const answers = [rated('P1', 700, 1, { ticket_id: 'P1-0' }), rated('P1', 800, 3, { ticket_id: 'P1-0' })];
    await test.fill({ ticket: served('P1', 2), rating: answers, known_until: known });
    expect(await test.ask('satisfaction_at_least')).toMatchObject([{ value: 0.5 }]);
    expect(await test.ask('satisfaction_at_most')).toMatchObject([{ value: 1 }]);
  });

  it('are nobody’s guess where no rating of a point arrives', async () => {
    const rating = [rated('P1', 700, 3, { ticket_id: 'P1-0' })];
    await test.fill({
      ticket: [...served('P1', 2), ...served('P2', 2)],
      rating,
      service_point: places,
      working_day: ['2026-03-02'],
      known_until: known,
    });
    const [first, second] = await test.ask('satisfaction_at_least', { by: ['point'] });
    expect(first).toMatchObject({ value: 0.5, coverage: 1 });
    expect(second).toMatchObject({ value: null, coverage: 0 });
  });
});

describe('a share drawn to the mean', () => {
  const counts = { P1: [4, 14], P2: [18, 20], P3: [30, 50], P4: [45, 50], P5: [2, 2] } as const;
  const hits = Object.values(counts).map(([satisfied, n]) => ({ hits: satisfied, n }));
  const rating = Object.entries(counts).flatMap(([point, [satisfied, n]]) =>
    Array.from({ length: n }, (_none, index) => rated(point, 60 * index, index < satisfied ? 3 : 1)),
  );
  beforeAll(() => test.fill({ rating, known_until: known }));

  it('is fitted over all points, whichever is asked about', async () => {
    const spread = spreadOfShares(hits);
    if (!spread) throw new Error('These points differ.');
    const expected = hits.map((one) => shrunkShare(one, spread));
    const rows = await test.ask('satisfaction_shrunk', { by: ['point'] });
    expect(rows.map(({ value, interval }) => ({ value, interval }))).toEqual(
      expected.map(({ share, bounds }) => ({
        value: expect.closeTo(share, 9),
        interval: { low: expect.closeTo(bounds.low, 9), high: expect.closeTo(bounds.high, 9) },
      })),
    );
    const [one] = await test.ask('satisfaction_shrunk', { where: [{ dimension: 'point', values: ['P1'] }] });
    expect(one).toMatchObject({ value: expect.closeTo(expected[0]?.share ?? NaN, 9), cases: 4, n: 14 });
  });

  it('leans the more, the fewer answers there are: 2 of 2 is not 100 %', async () => {
    const [row] = (await test.ask('satisfaction_shrunk', { by: ['point'] })).slice(-1);
    expect(row?.value).toBeLessThan(0.9);
    expect(row?.value).toBeGreaterThan(2 / 3);
  });

  it('is the plain share for the whole city and for whoever sees two points', async () => {
    expect(await test.ask('satisfaction_shrunk')).toMatchObject([{ value: expect.closeTo(99 / 136, 12) }]);
    const few = await test.ask('satisfaction_shrunk', { by: ['point'] }, { points: ['P1', 'P5'] });
    expect(few.map(({ value }) => value)).toEqual([expect.closeTo(4 / 14, 12), 1]);
  });
});

describe('a suspect survey form', () => {
  const form = (id: string, device: string, seconds: number, fill = 60): object => ({
    source: 'survey',
    file: 'cases.csv',
    line: 1,
    form_id: id,
    question: 'attitude',
    choice: '100',
    score: 100,
    point_code: 'P1',
    device,
    answered_at: at(seconds),
    answered_on: '2026-03-02',
    fill_seconds: fill,
  });
  const share = async (...forms: readonly object[]): Promise<unknown> => {
    await test.fill({ survey_answer: forms, known_until: known });
    return (await test.ask('suspect_form_rate'))[0];
  };

  it('was filled in within less than five seconds', async () =>
    expect(await share(form('F1', '', 0, 4), form('F2', '', 0, 5))).toMatchObject({ cases: 1, n: 2 }));

  it('is one of three of its device on a day', async () =>
    expect(await share(form('F1', 'A', 0), form('F2', 'A', 43_200), form('F3', 'A', 50_000), form('F4', 'B', 0))).toMatchObject({
      cases: 3,
      n: 4,
    }));

  it('follows another of its device within less than twelve hours', async () =>
    expect(await share(form('F1', 'A', 0), form('F2', 'A', 43_199), form('F3', 'B', 0), form('F4', 'B', 43_200))).toMatchObject({
      cases: 1,
      n: 4,
    }));
});
