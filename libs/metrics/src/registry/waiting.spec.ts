import { knownRow, type TicketCase, ticketRow } from '../testing/case-rows';
import { TestWarehouse } from '../testing/test-warehouse';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const known_until = [knownRow('ticket', 'queue', '2026-03-06T10:00:00Z')];
const eight = Date.parse('2026-03-02T01:00:00.000Z');
const after = (minutes: number): string => new Date(eight + minutes * 60_000).toISOString();
const called = (at: number, wait: number, more: Partial<TicketCase> = {}) =>
  ticketRow({ point: 'P1', issued: after(at), called: after(at + wait), outcome: 'served', ...more });
const left = (at: number, stayed: number, more: Partial<TicketCase> = {}) =>
  ticketRow({ point: 'P1', issued: after(at), left: after(at + stayed), outcome: 'abandoned', ...more });
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_none, index) => make(index));
const value = async (metric: string, exact = true) => (await test.ask(metric, { exact }))[0]?.value;

describe('half-hours with 10 and 90 arrivals that wait 2 and 30 minutes', () => {
  beforeAll(() => test.fill({ ticket: [...times(10, () => called(0, 2)), ...times(90, () => called(30, 30))], known_until }));

  it.each([true, false])('are 16 minutes by time and 27.2 by people (asked of the raw rows: %s)', async (exact) => {
    expect(await value('wait_mean_by_time', exact)).toBe(16);
    expect(await value('wait_mean', exact)).toBe(27.2);
  });

  it.each([true, false])('are met crowded by 90 of 100 people, who wait for 30 minutes (asked of the raw rows: %s)', async (exact) => {
    expect(await test.ask('crowded_share', { exact })).toMatchObject([{ value: 0.9, n: 2, cases: 1, from: exact ? 'raw' : 'rollup' }]);
    expect(await test.ask('crowded_wait_mean', { exact })).toMatchObject([{ value: 30, n: 1 }]);
  });
});

it.each([true, false])('one in ten beyond the limit is no crowd, two of eleven are (asked of the raw rows: %s)', async (exact) => {
  const line = (count: number) => [...times(9, () => called(0, 5)), ...times(count, () => called(0, 25))];
  await test.fill({ ticket: line(1), known_until });
  expect(await value('crowded_share', exact)).toBe(0);
  await test.fill({ ticket: line(2), known_until });
  expect(await value('crowded_share', exact)).toBe(1);
});

it('people who left late and people still in line crowd a half-hour as those do who were called late', async () => {
  const waiting = ticketRow({ point: 'P1', issued: after(1), outcome: 'waiting' });
  await test.fill({ ticket: [...times(8, () => called(0, 5)), left(0, 25), waiting], known_until });
  expect(await value('crowded_share')).toBe(1);
  expect(await value('crowded_share', false)).toBe(1);
});

describe('somebody called after 10 and again after 40 minutes', () => {
  beforeAll(() => test.fill({ ticket: [called(0, 10, { calledLast: after(40) }), called(0, 10), left(0, 30)], known_until }));

  it('waited 10 minutes to the first call and 40 to the last', async () => {
    expect(await value('wait_mean')).toBe(10);
    // (40 + 10) / 2
    expect(await value('last_call_wait_mean')).toBe(25);
    expect(await test.ask('recall_rate', { exact: true })).toMatchObject([{ cases: 1, n: 2 }]);
  });

  it('waited long only by the last call; whoever left after 30 did by both', async () => {
    expect(await test.ask('long_wait_rate', { exact: true })).toMatchObject([{ cases: 1, n: 3 }]);
    expect(await test.ask('last_call_long_wait_rate', { exact: true })).toMatchObject([{ cases: 2, n: 3 }]);
  });
});

it('a transfer adds its wait to the visit: 15 and 10 minutes are 25, and too long', async () => {
  await test.fill({ ticket: [called(0, 15, { transfers: 1, laterWaitMs: 600_000 }), called(0, 5)], known_until });
  expect(await test.ask('transfer_rate', { exact: true })).toMatchObject([{ cases: 1, n: 2 }]);
  expect(await value('whole_wait_mean')).toBe(15);
  expect(await test.ask('whole_long_wait_rate', { exact: true })).toMatchObject([{ cases: 1, n: 2 }]);
  expect(await test.ask('long_wait_rate', { exact: true })).toMatchObject([{ cases: 0, n: 2 }]);
});

describe('a number that is taken again', () => {
  const K = { contact: 'k' };
  it('goes on with the first one: 12 minutes before it was cancelled and 15 after are too long', async () => {
    // left at 12, printed again at 14, called at 29
    await test.fill({ ticket: [left(0, 12, K), called(14, 15, K), called(0, 5)], known_until });
    expect(await test.ask('reissue_rate')).toMatchObject([{ cases: 1, n: 2 }]);
    expect(await test.ask('joined_long_wait_rate')).toMatchObject([{ cases: 1, n: 2 }]);
    expect(await test.ask('long_wait_rate')).toMatchObject([{ cases: 0, n: 3 }]);
  });

  it('after a misprint that nobody was behind is one visit as well', async () => {
    const misprint = ticketRow({ point: 'P1', issued: after(0), outcome: 'void', ...K });
    await test.fill({ ticket: [misprint, called(15, 6, K)], known_until });
    expect(await test.ask('joined_long_wait_rate')).toMatchObject([{ cases: 1, n: 1 }]);
  });

  it('is another visit after being served, later than a quarter of an hour, or by somebody else', async () => {
    await test.fill({
      ticket: [
        called(0, 5, K),
        called(10, 5, K),
        left(20, 5, K),
        called(41, 5, K),
        left(60, 1, { contact: 'a' }),
        called(62, 1, { contact: 'b' }),
      ],
      known_until,
    });
    expect(await test.ask('reissue_rate')).toMatchObject([{ cases: 0, n: 6 }]);
  });

  it('is not guessed where the source tells nobody apart', async () => {
    await test.fill({ ticket: [left(0, 12), called(14, 15)], known_until });
    expect(await test.ask('reissue_rate')).toMatchObject([{ cases: 0, n: 2 }]);
  });
});

describe('three service levels of 4 called within 20 minutes, 1 called after, 1 who left after 5', () => {
  beforeAll(() => test.fill({ ticket: [...[1, 8, 12, 20].map((wait) => called(0, wait)), called(0, 21), left(0, 5)], known_until }));

  it('are 4/6 called in time, 1/6 long waits and 1/5 long waits if nobody left early', async () => {
    expect(await value('called_in_time_rate')).toBeCloseTo(4 / 6, 12);
    expect(await value('long_wait_rate')).toBeCloseTo(1 / 6, 12);
    // 5/6 after 1 minute; then the one who left is seen no more: 4 → 1
    expect(await value('offered_long_wait_rate')).toBeCloseTo(((5 / 6) * 1) / 4, 12);
  });

  it('the one who left had waited 5 minutes', async () => {
    expect(await test.ask('left_after_mean')).toMatchObject([{ value: 5, n: 1 }]);
    expect(await test.ask('left_after_median')).toMatchObject([{ value: 5, n: 1 }]);
  });
});
