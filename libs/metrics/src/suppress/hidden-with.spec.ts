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

const fill = (): Promise<void> =>
  test.fill({
    ticket: [
      ...[...called('P1', '30', 2), ...called('P1', '05', 28)],
      ...[...called('P2', '30', 10), ...called('P2', '05', 20)],
      ...[...called('P3', '30', 9), ...called('P3', '05', 51)],
    ],
    service_point: ['P1', 'P2', 'P3'].map((point) => pointRow(point, `W${point}`, 'B')),
    known_until: [knownRow('ticket', 'queue', `${THIS_MONTH}T10:00:00Z`)],
  });

const hiddenOf = async (metric: string): Promise<readonly string[]> => {
  const asked = { by: ['point'], from: MONTH, to: startOfMonth(MONTH, 1), view: 'public' } as const;
  return (await test.ask(metric, asked)).filter(({ reason }) => reason === 'suppressed').map(({ key }) => key);
};

it('what the share of long waits hides from the public, their number and the share read off a curve hide too', async () => {
  await fill();
  const hidden = await hiddenOf('long_wait_rate');
  // Of P1 two people would be told; with it goes the smaller of the others, so that the sum of the city does not tell of it.
  expect(hidden).toEqual(['P1', 'P2']);
  expect(await hiddenOf('offered_long_wait_rate')).toEqual(hidden);
  // Of the numbers alone P3 has fewer: had only it gone, the share of P3 and the number of P2 would have told of P1.
  expect(await hiddenOf('long_waits')).toEqual(['P1', 'P2', 'P3']);
});
