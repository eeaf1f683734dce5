import { wholeCity } from '@evenhand/domain';
import { Standards } from './standards/standards';
import { knownRow, pointRow, ratingRow, ticketRow } from './testing/case-rows';
import { city } from './testing/city';
import { TestWarehouse } from './testing/test-warehouse';

const OCTOBER = { from: '2026-10-01', to: '2026-11-01' };
const ticket = (point: string, field: string, day: string): object =>
  ticketRow({ point, field, issued: `${day}T02:00:00Z`, called: `${day}T02:05:00Z`, outcome: 'served' });
const contract = (points: readonly string[]): object => ({
  ...{ source: 'kiosks', entity: 'rating', every_hours: 24, thin_below: 0.75, points, is_every_point: 0, is_per_point: 0 },
  described_at: '2026-01-01T00:00:00Z',
});

/**
 * Ratings come from the kiosk of ASKS; OWES has one by contract that never sent; BARE has none and nobody owes any. Land was
 * asked for at ASKS in October, at OWES in September, at BARE never.
 */
describe('a metric that cannot apply to a point', () => {
  let test: TestWarehouse;
  beforeAll(async () => {
    test = await TestWarehouse.open();
    await test.warehouse.insert('feed_contract', [contract(['OWES'])]);
    await test.fill({
      service_point: ['ASKS', 'BARE', 'OWES'].map((point) => pointRow(point, 'W', 'B')),
      working_day: ['2026-09-07', '2026-10-05'],
      known_until: ['ticket', 'rating'].map((entity) => knownRow(entity, 'queue', '2026-10-31T10:00:00Z')),
      ticket: [
        ...['ASKS', 'BARE', 'OWES'].map((point) => ticket(point, 'civil', '2026-10-05')),
        ...[ticket('ASKS', 'land', '2026-10-05'), ticket('OWES', 'land', '2026-09-07')],
      ],
      rating: [ratingRow('ASKS', '2026-10-05T03:00:00Z', 5, 5)],
    });
  });
  afterAll(() => test.close());

  const reasons = async (metric: string, asked: object) =>
    Object.fromEntries((await test.ask(metric, { ...OCTOBER, by: ['point'], ...asked })).map(({ key, reason }) => [key, reason]));

  it('says so where no feed owes what it rests on and none ever came; a feed that is owed and silent is unknown', async () => {
    expect(await reasons('satisfaction_rate', {})).toEqual({ ASKS: null, BARE: 'not_applicable', OWES: 'no_data' });
    const one = (point: string) => ({ by: [], where: [{ dimension: 'point', values: [point] }] });
    expect(await reasons('satisfaction_rate', one('BARE'))).toEqual({ '': 'not_applicable' });
    expect(await reasons('satisfaction_rate', one('OWES'))).toEqual({ '': 'no_data' });
  });

  it('says so where nothing of a field was ever asked for; a period without any is one without cases', async () => {
    const land = (point: string) => ({
      by: [],
      where: [
        { dimension: 'point', values: [point] },
        { dimension: 'field', values: ['land'] },
      ],
    });
    expect(await reasons('long_wait_rate', land('ASKS'))).toEqual({ '': null });
    expect(await reasons('long_wait_rate', land('OWES'))).toEqual({ '': 'no_cases' });
    expect(await reasons('long_wait_rate', land('BARE'))).toEqual({ '': 'not_applicable' });
  });

  it('leaves nothing to judge at that point, where a silent one is unknown', async () => {
    const standards = new Standards(test.warehouse, city, test.answers);
    const request = { standard: 'satisfaction', range: OCTOBER, by: 'point', grain: 'whole' } as const;
    const states = (await standards.verdicts(request, [], wholeCity)).map(({ point, state, reason }) => [point, state, reason]);
    expect(states).toEqual([
      ['ASKS', 'unknown', 'too_few_cases'],
      ['BARE', 'not_applicable', 'no_cases'],
      ['OWES', 'unknown', 'feed_silent'],
    ]);
  });
});
