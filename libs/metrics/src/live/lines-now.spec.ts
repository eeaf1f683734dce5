import { wholeCity } from '@evenhand/domain';
import { city } from '../testing/city';
import { knownRow, pointRow, type TicketCase, ticketRow } from '../testing/case-rows';
import { TestWarehouse } from '../testing/test-warehouse';
import { linesNow } from './lines-now';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

/** 09:30 on Monday in the city. */
const now = new Date('2026-03-02T02:30:00.000Z');
const before = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();
const waiting = (minutes: number, more: Partial<TicketCase> = {}) =>
  ticketRow({ point: 'P1', issued: before(minutes), outcome: 'waiting', ...more });
const served = (ago: number, minutes: number, counter: string) =>
  ticketRow({
    point: 'P1',
    issued: before(ago + minutes + 5),
    called: before(ago + minutes),
    started: before(ago + minutes),
    finished: before(ago),
    outcome: 'served',
    counter,
  });
const lines = () => linesNow({ warehouse: test.warehouse, city, now }, wholeCity);

beforeAll(() =>
  test.fill({
    ticket: [
      waiting(3),
      waiting(25),
      waiting(8),
      // Yesterday’s number is nobody’s any more, a misprint never was.
      waiting(24 * 60),
      ticketRow({ point: 'P1', issued: before(9), outcome: 'void' }),
      served(10, 12, '1'),
      served(20, 12, '2'),
      // An hour ago: the counter is closed by now.
      served(60, 12, '3'),
    ],
    service_point: [pointRow('P1', 'W1', 'B1'), pointRow('P2', 'W2', 'B1')],
    known_until: [knownRow('ticket', 'queue', before(1))],
  }),
);

it('counts who stands in line as far as the source told: a minute before, the longest wait first', async () => {
  const [line] = await lines();
  expect(line).toMatchObject({ point: 'P1', isExpected: true, isFeedSilent: false, asOf: before(1), lastEventAt: before(3) });
  expect(line?.waited).toEqual([24, 7, 2]);
});

it('knows the counters at work and how long a service takes', async () =>
  expect((await lines())[0]).toMatchObject({ counters: 2, serviceMinutes: 12 }));

it('a point of which nobody told today has no line and no time', async () =>
  expect((await lines())[1]).toMatchObject({ point: 'P2', isExpected: false, asOf: null, waited: [], serviceMinutes: null }));

it('shows nothing to someone without a scope', async () =>
  expect(await linesNow({ warehouse: test.warehouse, city, now }, { points: [] })).toEqual([]));
