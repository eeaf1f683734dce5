import { addDays, startOfMonth } from '@evenhand/domain';
import { knownRow, pointRow, ticketRow } from '../testing/case-rows';
import { dayIn } from '../testing/city';
import { TestWarehouse } from '../testing/test-warehouse';

const THIS_MONTH = startOfMonth(dayIn(new Date().toISOString()) ?? '');
const MONTH = startOfMonth(THIS_MONTH, -3);
const DAY = addDays(MONTH, 4);

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const called = (point: string, minutes: string, count: number): object[] =>
  Array.from({ length: count }, () =>
    ticketRow({ point, issued: `${DAY}T02:00:00Z`, called: `${DAY}T02:${minutes}:00Z`, outcome: 'served' }),
  );

/** How many of each point waited for half an hour, and for five minutes. */
const fill = (waits: Readonly<Record<string, readonly [number, number]>>): Promise<void> =>
  test.fill({
    ticket: Object.entries(waits).flatMap(([point, [long, short]]) => [...called(point, '30', long), ...called(point, '05', short)]),
    service_point: Object.keys(waits).map((point) => pointRow(point, `W${point}`, 'B')),
    known_until: [knownRow('ticket', 'queue', `${THIS_MONTH}T10:00:00Z`)],
  });

const hiddenOf = async (metric: string): Promise<readonly string[]> => {
  const asked = { by: ['point'], from: MONTH, to: startOfMonth(MONTH, 1), view: 'public' } as const;
  return (await test.ask(metric, asked)).filter(({ reason }) => reason === 'suppressed').map(({ key }) => key);
};

it('what the share of long waits hides from the public, their number and the share read off a curve hide too', async () => {
  await fill({ P1: [2, 28], P2: [10, 20], P3: [9, 51] });
  const hidden = await hiddenOf('long_wait_rate');
  // Of P1 two people would be told; with it goes the smaller of the others, so that the sum of the city does not tell of it.
  expect(hidden).toEqual(['P1', 'P2']);
  expect(await hiddenOf('offered_long_wait_rate')).toEqual(hidden);
  // Of the numbers alone P3 has fewer: had only it gone, the share of P3 and the number of P2 would have told of P1.
  expect(await hiddenOf('long_waits')).toEqual(['P1', 'P2', 'P3']);
});

it('what goes with a small share must make its people many on either side: none of 25 beside 1 of 30 tells of the one', async () => {
  await fill({ P1: [1, 29], P2: [0, 25], P3: [12, 48], P4: [15, 55] });
  expect(await hiddenOf('long_wait_rate')).toEqual(['P1', 'P2', 'P3']);
});
