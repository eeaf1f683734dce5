import { type Scope, wholeCity } from '@evenhand/domain';
import { sql } from '@evenhand/warehouse';
import { knownRow, pointRow, ticketRow, type TicketCase } from '../testing/case-rows';
import { city } from '../testing/city';
import { TestWarehouse } from '../testing/test-warehouse';
import { WaitEndings } from './wait-endings';

const at = (minutes: number): string => new Date(Date.parse('2026-03-02T01:00:00Z') + minutes * 60_000).toISOString();
const ticket = (outcome: TicketCase['outcome'], rest: Partial<TicketCase> = {}) =>
  ticketRow({ point: 'P1', issued: at(0), outcome, ...rest });
const times = (count: number, row: (index: number) => object): object[] => Array.from({ length: count }, (_, index) => row(index));

const KNOWN = '2026-03-02T10:00:00Z';
const RANGE = { from: '2026-03-02', to: '2026-03-03', where: [] } as const;
const ofP1: Scope = { ...wholeCity, points: ['P1'] };

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

interface Setting {
  readonly knownUntil?: string;
  readonly scope?: Scope;
  readonly workingDays?: readonly string[];
}

async function endsOf(tickets: readonly object[], { knownUntil = KNOWN, scope = wholeCity, workingDays = [] }: Setting = {}) {
  const points = [pointRow('P1', 'W1', 'B1'), pointRow('P2', 'W2', 'B1')];
  const known = [knownRow('ticket', 'queue', knownUntil)];
  await test.fill({ ticket: tickets, service_point: points, known_until: known, working_day: workingDays });
  return new WaitEndings(test.warehouse, city, test.answers).of(RANGE, scope);
}

describe('of 70 called after 10 to 14 minutes and 30 who left after 40', () => {
  const tickets = [
    ...times(70, (index) => ticket('served', { called: at(10 + (index % 5)) })),
    ...times(30, () => ticket('abandoned', { left: at(40) })),
  ];

  it('after 20 minutes 70 % are called and 30 % in line; after 40 those have left, unserved', async () => {
    const { n, steps, atLimit, label } = await endsOf(tickets);
    expect(n).toBe(100);
    expect(atLimit).toMatchObject({ minutes: 20, called: { value: expect.closeTo(0.7, 12) }, left: { value: 0, interval: null } });
    // Nobody is seen no more: Greenwood's error is that of a share, √(0.7 · 0.3 / 100) = 0.0458;
    // 0.7 ^ exp(± 1.96 · 0.0458 / (0.7 · |ln 0.7|)) = 0.7 ^ exp(± 0.3598)
    expect(atLimit?.called.interval?.low).toBeCloseTo(0.7 ** Math.exp(0.3598), 3);
    expect(atLimit?.called.interval?.high).toBeCloseTo(0.7 ** Math.exp(-0.3598), 3);
    expect(label?.vi).toBe('Sau 20 phút: 70 % đã được gọi, 0 % đã bỏ về, 30 % vẫn còn chờ.');
    expect(steps.at(-1)).toMatchObject({ minutes: 60, left: { value: expect.closeTo(0.3, 12) }, inLine: { value: expect.closeTo(0, 12) } });
  });

  it('the wait to expect of the slowest tenth is not reached, where those called alone would say 14 minutes', async () => {
    await endsOf(tickets);
    expect(await test.ask('offered_wait_p90', { exact: true })).toMatchObject([{ value: null, reason: 'not_reached' }]);
    expect(await test.ask('wait_p90', { exact: true })).toMatchObject([{ value: 14 }]);
  });
});

it('who leaves early makes the curve of the called alone say more than were called', async () => {
  // Four of ten leave after 5 minutes, three are called after 10, three wait on until they are called after 30.
  const tickets = [
    ...times(4, () => ticket('abandoned', { left: at(5) })),
    ...times(3, () => ticket('no_show', { called: at(10) })),
    ...times(3, () => ticket('served', { called: at(30) })),
  ];
  const { atLimit, label } = await endsOf(tickets);
  // Of the six who were there yet, three were called: 1 − 3/6.
  expect(atLimit).toMatchObject({
    followed: 3,
    called: { value: expect.closeTo(0.3, 12) },
    left: { value: expect.closeTo(0.4, 12) },
    inLine: { value: expect.closeTo(0.3, 12) },
    calledIfNobodyLeft: { value: expect.closeTo(0.5, 12) },
  });
  expect(label?.en).toBe(
    'After 20 minutes, 30 % had been called, 40 % had left, and 30 % were still in line. As if those who left had waited on, it would be 50 % called: more than were.',
  );
});

it('people in line count as long as they were seen, the limit itself is no minute too long, and no minute is told beyond', async () => {
  // Known until 09:00: two came at 08:00 and were called after exactly 20 minutes and a thousandth more; one came at 08:45.
  const limit = Date.parse(at(20));
  const tickets = [
    ticket('served', { called: at(20) }),
    ticket('served', { called: new Date(limit + 1).toISOString() }),
    ticket('waiting', { issued: at(45) }),
    ticket('closed_by_system'),
    ticket('void', { called: at(1) }),
  ];
  const { n, steps, atLimit } = await endsOf(tickets, { knownUntil: '2026-03-02T02:00:00Z' });
  // The one in line was last seen after 15 minutes: it counts among three until then. Then 1/2 of what remains, all of it, is called.
  expect([n, atLimit?.called.value, atLimit?.inLine.value, atLimit?.followed]).toEqual([3, 0.5, 0.5, 1]);
  expect(steps.map(({ minutes }) => minutes)).toEqual(Array.from({ length: 61 }, (_, minutes) => minutes));
  const waiting = await endsOf([ticket('waiting', { issued: at(45) })], { knownUntil: '2026-03-02T02:00:00Z' });
  expect([waiting.steps.length, waiting.atLimit, waiting.label]).toEqual([16, null, null]);
});

it('knows the points of the scope only, and says why there is nothing to say', async () => {
  const tickets = [ticket('served', { called: at(5) }), ticket('abandoned', { point: 'P2', left: at(5) })];
  expect((await endsOf(tickets, { scope: ofP1 })).atLimit).toMatchObject({ called: { value: 1 }, left: { value: 0 } });
  expect(await endsOf([ticket('void')])).toMatchObject({ reason: 'no_cases', steps: [], atLimit: null });
});

it('of a silent feed nobody knows how its waits ended: one of five may have been called, gone or in line', async () => {
  const judged = (point_code: string, state: string, [arrived, expected]: readonly [number, number]) => ({
    ...{ source: 'queue', entity: 'ticket', day: '2026-03-02', point_code, state, arrived, expected },
  });
  await test.warehouse.insert('feed_day', [judged('P1', 'complete', [4, 4]), judged('P2', 'missing', [0, 1])]);
  const minutes = (called: number) => ticket('served', { called: at(called) });
  const { bounds, coverage } = await endsOf([minutes(5), minutes(5), minutes(30), ticket('abandoned', { left: at(5) })], {
    workingDays: [RANGE.from],
  });
  await test.warehouse.run(sql`TRUNCATE TABLE feed_day`);
  // 2, 1 and 1 of 4 that were told, of 5 in all.
  const between = (low: number, high: number) => ({ low: expect.closeTo(low / 5, 12), high: expect.closeTo(high / 5, 12) });
  expect([coverage, bounds]).toEqual([0.5, { called: between(2, 3), left: between(1, 2), inLine: between(1, 2) }]);
});
