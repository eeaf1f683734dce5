import { sql } from '@evenhand/warehouse';
import { knownRow, pointRow, ticketRow } from './testing/case-rows';
import { TestWarehouse } from './testing/test-warehouse';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
beforeEach(() => test.warehouse.run(sql`TRUNCATE TABLE feed_day`));
afterAll(() => test.close());

const WEEK = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
const on = (point: string, day: string) => ticketRow({ point, issued: `${day}T02:00:00.000Z`, outcome: 'served' });

/** Two points; tickets of P1 on every day of the week, of P2 on the first two. */
const fill = (): Promise<void> =>
  test.fill({
    ticket: [...WEEK.map((day) => on('P1', day)), on('P2', '2026-03-02'), on('P2', '2026-03-03')],
    service_point: [pointRow('P1', 'W1', 'B1'), pointRow('P2', 'W2', 'B1')],
    working_day: WEEK,
    known_until: [knownRow('ticket', 'queue', '2026-03-06T09:00:00Z')],
  });

const judged = (point: string, day: string, state: string, arrived = 1) =>
  test.warehouse.insert('feed_day', [{ source: 'queue', entity: 'ticket', point_code: point, day, state, expected: 1, arrived }]);

const coverage = async (by: readonly 'point'[] = []): Promise<unknown[]> =>
  (await test.ask('tickets', { by })).map(({ coverage: share }) => share);

describe('the coverage of an answer', () => {
  it('counts days with cases while nothing is agreed with a feed: 7 of 10', async () => {
    await fill();
    expect(await coverage()).toEqual([0.7]);
  });

  it('does not count a thin day, although it has cases: 6 of 10', async () => {
    await fill();
    await judged('P1', '2026-03-04', 'thin');
    expect(await coverage()).toEqual([0.6]);
  });

  it('counts a day without cases on which the feed was complete: 8 of 10', async () => {
    await fill();
    await judged('P2', '2026-03-04', 'complete', 0);
    expect(await coverage()).toEqual([0.8]);
  });

  it('waits for no day on which the point is closed, or of which nobody could have told: 2 of 3', async () => {
    await fill();
    await judged('P2', '2026-03-04', 'missing', 0);
    await judged('P2', '2026-03-05', 'not_expected', 0);
    await judged('P2', '2026-03-06', 'unknown_yet', 0);
    expect(await coverage(['point'])).toEqual([1, 2 / 3]);
  });

  it('counts a day that is not over with what has come: nobody could have told more', async () => {
    await fill();
    await judged('P1', '2026-03-06', 'unknown_yet');
    expect(await coverage(['point'])).toEqual([1, 0.4]);
  });

  it('is that of one feed: a thin day of the ratings says nothing of the tickets', async () => {
    await fill();
    await test.warehouse.insert('feed_day', [
      { source: 'ratings', entity: 'rating', point_code: 'P1', day: '2026-03-04', state: 'thin', expected: 9, arrived: 1 },
    ]);
    expect(await coverage()).toEqual([0.7]);
  });
});
