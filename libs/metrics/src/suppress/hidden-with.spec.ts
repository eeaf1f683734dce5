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

it('a share read off a curve is hidden from the public where the share of the same people is: 2 of 30 follow from either', async () => {
  await test.fill({
    ticket: [
      ...[...called('P1', '30', 2), ...called('P1', '05', 28)],
      ...[...called('P2', '30', 10), ...called('P2', '05', 20)],
      ...[...called('P3', '30', 12), ...called('P3', '05', 18)],
    ],
    service_point: ['P1', 'P2', 'P3'].map((point) => pointRow(point, `W${point}`, 'B')),
    known_until: [knownRow('ticket', 'queue', `${THIS_MONTH}T10:00:00Z`)],
  });
  const asked = { by: ['point'], from: MONTH, to: startOfMonth(MONTH, 1), view: 'public' } as const;
  const reasons = async (metric: string) => (await test.ask(metric, asked)).map(({ key, value, reason }) => [key, value === null, reason]);
  const offered = await reasons('offered_long_wait_rate');
  expect(offered).toContainEqual(['P1', true, 'suppressed']);
  // One more is hidden so that the sum of the city does not give the first away.
  expect(offered.filter(([, isHidden]) => isHidden)).toHaveLength(2);
  expect(offered).toEqual(await reasons('long_wait_rate'));
});
