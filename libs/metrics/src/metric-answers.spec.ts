import { wholeCity } from '@evenhand/domain';
import { MetricAnswers } from './metric-answers';
import { city } from './testing/city';
import { dossierRow, knownRow, pointRow, shiftRow, ticketRow, type TicketCase } from './testing/case-rows';
import { randomCity } from './testing/random-city';
import { TestWarehouse } from './testing/test-warehouse';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const WEEK = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
const known = (entity: string) => knownRow(entity, 'queue', '2026-03-06T10:00:00Z');
const eight = '2026-03-02T01:00:00.000Z';
const after = (minutes: number, ms = 0): string => new Date(Date.parse(eight) + minutes * 60_000 + ms).toISOString();
const called = (point: string, minutes: number, ms = 0, more: Partial<TicketCase> = {}): object =>
  ticketRow({ point, issued: eight, called: after(minutes, ms), outcome: 'no_show', ...more });
const times = (count: number, make: () => object): object[] => Array.from({ length: count }, make);

describe('a share', () => {
  it('adds rates as sums: 1/2 and 98/98 is 99 %, not 75 %', async () => {
    const ended = (point: string, outcome: 'abandoned' | 'closed_by_system') => ticketRow({ point, issued: eight, outcome });
    await test.fill({
      ticket: [ended('P1', 'abandoned'), ended('P1', 'closed_by_system'), ...times(98, () => ended('P2', 'abandoned'))],
      known_until: [known('ticket')],
    });
    expect(await test.ask('abandonment_rate', { by: ['point'] })).toMatchObject([
      { key: 'P1', value: 0.5, cases: 1, n: 2 },
      { key: 'P2', value: 1, cases: 98, n: 98 },
    ]);
    expect(await test.ask('abandonment_rate')).toMatchObject([{ value: 0.99, cases: 99, n: 100 }]);
  });

  it('[Q6] of nothing is no number, and says why', async () => {
    await test.fill({ ticket: [called('P1', 5)], known_until: [known('ticket'), known('dossier')] });
    expect(await test.ask('on_time_rate')).toMatchObject([{ value: null, reason: 'no_cases', n: 0, cases: 0, interval: null }]);
    expect(await test.ask('dossiers_received')).toMatchObject([{ value: 0, reason: null }]);
  });

  it('carries its Wilson interval', async () => {
    await test.fill({
      ticket: [...times(81, () => called('P1', 21)), ...times(182, () => called('P1', 5))],
      known_until: [known('ticket')],
    });
    // 81 of 263: Newcombe 1998
    expect(await test.ask('long_wait_rate')).toMatchObject([
      { n: 263, interval: { low: expect.closeTo(0.2553, 4), high: expect.closeTo(0.3662, 4) } },
    ]);
  });
});

describe.each([true, false])('a wait (asked of the raw rows: %s)', (exact) => {
  it('of 20:00 is not over 20 minutes, of 20:00.001 it is', async () => {
    await test.fill({ ticket: [called('P1', 20), called('P2', 20, 1)], known_until: [known('ticket')] });
    expect(await test.ask('long_waits', { by: ['point'], exact })).toMatchObject([
      { key: 'P1', value: 0 },
      { key: 'P2', value: 1 },
    ]);
  });

  it('ends at the first call: called after 10 and again after 40 minutes it is 10', async () => {
    await test.fill({ ticket: [called('P1', 10, 0, { calledLast: after(40) })], known_until: [known('ticket')] });
    expect(await test.ask('wait_mean', { exact })).toMatchObject([{ value: 10, n: 1, version: 1 }]);
  });

  it('counts as long for people who left after it and for people who still wait, once each', async () => {
    const waiting = (issued: string) => ticketRow({ point: 'P1', issued, outcome: 'waiting' });
    await test.fill({
      ticket: [
        called('P1', 25),
        ticketRow({ point: 'P1', issued: eight, left: after(30), outcome: 'abandoned' }),
        ticketRow({ point: 'P1', issued: eight, left: after(20), outcome: 'abandoned' }),
        // The latest known instant is 10:00Z on Friday: one waits for 20 minutes then, the other a millisecond longer.
        waiting('2026-03-06T09:40:00.000Z'),
        waiting('2026-03-06T09:39:59.999Z'),
        ticketRow({ point: 'P1', issued: eight, outcome: 'closed_by_system' }),
        called('P1', 90, 0, { outcome: 'void' }),
      ],
      known_until: [known('ticket')],
    });
    // long: called 25, left after 30, waiting for 20:00.001; of 7 tickets 6 are not void
    expect(await test.ask('long_wait_rate', { exact })).toMatchObject([{ value: 0.5, cases: 3, n: 6 }]);
  });

  it('belongs to the city’s day: 17:30 UTC on the 1st is the 2nd', async () => {
    await test.fill({
      ticket: [ticketRow({ point: 'P1', issued: '2026-03-01T17:30:00.000Z', outcome: 'served' })],
      known_until: [known('ticket')],
    });
    expect(await test.ask('tickets', { by: ['day'], from: '2026-03-01', exact })).toMatchObject([{ key: '2026-03-02', value: 1 }]);
    expect(await test.ask('tickets', { from: '2026-03-01', to: '2026-03-02', exact })).toMatchObject([{ n: 0 }]);
  });
});

describe('percentiles', () => {
  const oneToTen = { ticket: Array.from({ length: 10 }, (_none, index) => called('P1', index + 1)), known_until: [known('ticket')] };

  it('of 1…10 minutes are 9.1 and 5.5 by type 7 when asked of the raw rows', async () => {
    await test.fill(oneToTen);
    expect(await test.ask('wait_p90', { exact: true })).toMatchObject([{ value: expect.closeTo(9.1, 9), approximate: false, from: 'raw' }]);
    // The sign test's places: of ten the 2nd and the 9th.
    expect(await test.ask('wait_median', { exact: true })).toMatchObject([{ value: 5.5, interval: { low: 2, high: 9 } }]);
  });

  it('are exact without asking while the city has few tickets', async () => {
    await test.fill(oneToTen);
    const small = new MetricAnswers(test.warehouse, city);
    const question = { metrics: ['wait_p90', 'tickets'], by: [], from: '2026-03-02', to: '2026-03-07', where: [], exact: false } as const;
    const [row] = (await small.answer(question, wholeCity)).rows;
    expect(row?.values['wait_p90']).toMatchObject({ value: expect.closeTo(9.1, 9), approximate: false, from: 'raw' });
    expect(row?.values['tickets']).toMatchObject({ value: 10, from: 'rollup' });
  });

  it('are read off bins and say so when the rollup answers', async () => {
    await test.fill(oneToTen);
    expect(await test.ask('wait_p90')).toMatchObject([{ value: expect.closeTo(9, 9), approximate: true, from: 'rollup' }]);
    expect(await test.ask('longest_wait')).toMatchObject([{ value: 10, approximate: false }]);
  });
});

describe('what nobody told us', () => {
  const places = [pointRow('P1', 'W1', 'B1'), pointRow('P2', 'W2', 'B1'), pointRow('P3', 'W3', 'B2')];

  it('[Q6] is unknown, not zero, before any feed', async () => {
    await test.fill({});
    expect(await test.ask('tickets')).toMatchObject([{ value: null, reason: 'no_data', asOf: null, coverage: null }]);
  });

  it('[B7] leaves no point out: silent points are unknown, busy ones may never have had a kind of case', async () => {
    await test.fill({
      ticket: [called('P1', 5, 0, { field: 'land' }), called('P2', 5, 0, { field: 'civil' })],
      service_point: places,
      working_day: ['2026-03-02'],
      known_until: [known('ticket')],
    });
    const where = [{ dimension: 'field', values: ['land'] }] as const;
    expect(await test.ask('no_show_rate', { by: ['point'], where })).toMatchObject([
      { key: 'P1', value: 1, coverage: 1 },
      { key: 'P2', value: null, reason: 'not_applicable', coverage: 1 },
      { key: 'P3', value: null, reason: 'no_data', coverage: 0 },
    ]);
    expect(await test.ask('tickets', { by: ['point'], where })).toMatchObject([
      { value: 1 },
      { value: 0 },
      { value: null, reason: 'no_data' },
    ]);
  });

  it('lowers the coverage: 3 of the 15 expected days of points, 2 of 5 for one branch', async () => {
    const on = (point: string, day: string) => ticketRow({ point, issued: `${day}T02:00:00.000Z`, outcome: 'served' });
    await test.fill({
      ticket: [on('P1', '2026-03-02'), on('P1', '2026-03-03'), on('P1', '2026-03-07'), on('P3', '2026-03-02'), on('P3', '2026-03-03')],
      service_point: places,
      working_day: WEEK,
      known_until: [known('ticket')],
    });
    // Saturday the 7th is no working day: 4 of 3 points × 5 days
    expect(await test.ask('tickets', { to: '2026-03-09' })).toMatchObject([{ value: 5, coverage: expect.closeTo(4 / 15, 12) }]);
    expect(await test.ask('tickets', { by: ['branch'] })).toMatchObject([
      { key: 'B1', coverage: 0.2 },
      { key: 'B2', coverage: 0.4 },
    ]);
    expect((await test.ask('tickets', { by: ['day'] })).map(({ key, value, coverage }) => [key, value, coverage])).toEqual([
      ['2026-03-02', 2, expect.closeTo(2 / 3, 12)],
      ['2026-03-03', 2, expect.closeTo(2 / 3, 12)],
      ['2026-03-04', null, 0],
      ['2026-03-05', null, 0],
      ['2026-03-06', null, 0],
    ]);
  });

  it('does not count days that nobody can know of yet', async () => {
    await test.fill({
      ticket: [called('P1', 5)],
      service_point: places.slice(0, 1),
      working_day: [...WEEK, '2026-03-09', '2026-03-10'],
      known_until: [knownRow('ticket', 'queue', '2026-03-02T09:00:00Z')],
    });
    expect(await test.ask('tickets', { to: '2026-04-01' })).toMatchObject([{ coverage: 1, asOf: '2026-03-02T09:00:00.000Z' }]);
    expect(await test.ask('tickets', { to: '2026-04-01', by: ['day'] })).toHaveLength(1);
  });
});

describe('the place of a point', () => {
  it('is the one it had on the day: a merger moves no earlier case', async () => {
    const on = (day: string) => ticketRow({ point: 'P1', issued: `${day}T02:00:00.000Z`, outcome: 'served' });
    await test.fill({
      ticket: [on('2026-03-02'), on('2026-03-03'), on('2026-03-04')],
      service_point: [pointRow('P1', 'OLD', 'B1', '2020-01-01', '2026-03-04'), pointRow('P1', 'NEW', 'B1', '2026-03-04')],
      known_until: [known('ticket')],
    });
    expect((await test.ask('tickets', { by: ['ward'] })).map(({ key, value }) => [key, value])).toEqual([
      ['NEW', 1],
      ['OLD', 2],
    ]);
    expect(await test.ask('tickets', { where: [{ dimension: 'ward', values: ['NEW'] }] })).toMatchObject([{ value: 1 }]);
  });
});

describe('a stock', () => {
  const open = dossierRow({ point: 'P1', received: '2026-03-02T02:00:00.000Z', due: '2026-03-04T09:00:00.000Z' });
  const closed = dossierRow({ point: 'P1', received: '2026-03-02T02:00:00.000Z', finished: '2026-03-04T02:00:00.000Z' });
  const holds = { dossier: [open, closed], known_until: [knownRow('dossier', 'national', '2026-03-05T05:00:00.000Z')] };

  it('is counted at the end of every bucket, as far as anybody knows', async () => {
    await test.fill(holds);
    expect((await test.ask('dossiers_open', { by: ['day'] })).map(({ key, value }) => [key, value])).toEqual([
      ['2026-03-02', 2],
      ['2026-03-03', 2],
      ['2026-03-04', 1],
      ['2026-03-05', 1],
    ]);
    expect((await test.ask('dossiers_overdue', { by: ['day'] })).map(({ value }) => value)).toEqual([0, 0, 1, 1]);
  });

  it('leaves out the refused and the withdrawn that never got an end', async () => {
    const refused = dossierRow({ point: 'P1', received: '2026-03-02T02:00:00.000Z', due: '2026-03-03T09:00:00.000Z', status: 3 });
    const withdrawn = dossierRow({ point: 'P1', received: '2026-03-02T02:00:00.000Z', due: '2026-03-03T09:00:00.000Z', status: 7 });
    await test.fill({ ...holds, dossier: [open, refused, withdrawn] });
    expect(await test.ask('dossiers_open')).toMatchObject([{ value: 1 }]);
    expect(await test.ask('dossiers_overdue')).toMatchObject([{ value: 1 }]);
  });

  it('is counted at the start of the day that ends the range', async () => {
    await test.fill(holds);
    expect(await test.ask('dossiers_open', { to: '2026-03-04' })).toMatchObject([{ value: 2 }]);
    expect(await test.ask('dossiers_open', { to: '2026-03-05' })).toMatchObject([{ value: 1 }]);
  });

  it('is overdue from the due instant on, as far as dossiers and their steps tell', async () => {
    const until = (dossier: string, step: string) => [
      knownRow('dossier', 'national', dossier),
      knownRow('dossier_event', 'national', step),
    ];
    await test.fill({ ...holds, known_until: until('2026-03-04T08:00:00.000Z', '2026-03-04T08:59:59.998Z') });
    expect(await test.ask('dossiers_overdue')).toMatchObject([{ value: 0 }]);
    await test.fill({ ...holds, known_until: until('2026-03-04T08:00:00.000Z', '2026-03-04T09:00:00.000Z') });
    expect(await test.ask('dossiers_overdue')).toMatchObject([{ value: 1, asOf: '2026-03-04T09:00:00.000Z' }]);
  });

  it('knows of everything up to the latest known instant itself', async () => {
    await test.fill({ ...holds, known_until: [knownRow('dossier', 'national', '2026-03-04T02:00:00.000Z')] });
    expect(await test.ask('dossiers_open')).toMatchObject([{ value: 1 }]);
  });
});

describe('an answer', () => {
  it('[B6] shows nothing to someone without a scope', async () => {
    await test.fill(randomCity(5));
    expect(await test.ask('tickets', {}, { points: [] })).toEqual([]);
    expect(await test.ask('tickets', { by: ['point'] }, { points: [] })).toEqual([]);
  });

  it('[B3] shows a part of the city to whoever may see that part', async () => {
    await test.fill(randomCity(5));
    const [all, one] = await Promise.all([
      test.ask('tickets', { by: ['point'] }),
      test.ask('tickets', { by: ['point'] }, { points: ['P2'] }),
    ]);
    expect(one).toEqual(all.filter(({ key }) => key === 'P2'));
  });

  it('follows a load at once, however often it was asked before', async () => {
    await test.fill({ ticket: [called('P1', 5)], known_until: [known('ticket')] });
    expect(await test.ask('tickets', { exact: true })).toMatchObject([{ value: 1 }]);
    await test.warehouse.insert('ticket', [called('P1', 6)]);
    expect(await test.ask('tickets', { exact: true })).toMatchObject([{ value: 2 }]);
  });

  it('asks the same statement once while the data stays as it is', async () => {
    await test.fill(randomCity(5));
    const question = { metrics: ['wait_p90'], by: [], from: '2026-03-02', to: '2026-03-07', where: [], exact: false } as const;
    const answers = await Promise.all([1, 2, 3].map(() => test.answers.answer(question, wholeCity)));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('[R3] stays what it is when everything that was remembered is gone', async () => {
    await test.fill(randomCity(5));
    const question = {
      metrics: ['tickets', 'wait_p90'],
      by: ['point'],
      from: '2026-03-02',
      to: '2026-03-07',
      where: [],
      exact: false,
    } as const;
    const warm = [await test.answers.answer(question, wholeCity), await test.answers.answer(question, wholeCity)];
    const cold = await new MetricAnswers(test.warehouse, city, 0).answer(question, wholeCity);
    expect(warm).toEqual([cold, cold]);
    expect(cold.rows.length).toBeGreaterThan(1);
  });

  it('compares two facts by what both know: one officer served two people', async () => {
    await test.fill({
      ticket: [called('P1', 1, 0, { outcome: 'served' }), called('P1', 2, 0, { outcome: 'served' })],
      shift: [shiftRow({ point: 'P1', staff: 'A', started: eight, ended: after(60) })],
      known_until: [known('ticket'), known('shift')],
    });
    expect(await test.ask('tickets_per_officer_day', { by: ['point'] })).toMatchObject([{ key: 'P1', value: 2, n: 1, cases: 2 }]);
  });

  it('lists every metric with words and dimensions in its catalogue', () => {
    const catalog = test.answers.catalog();
    expect(catalog.map(({ id }) => id)).toEqual(expect.arrayContaining(['tickets', 'counter_occupancy']));
    expect(catalog.find(({ id }) => id === 'wait_p90')).toMatchObject({ unit: 'minutes', kind: 'quantile', direction: 'down' });
  });
});
