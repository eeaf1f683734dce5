import { addDays, type ChangeEffectsRequest, type Scope, wholeCity } from '@evenhand/domain';
import { city } from '../testing/city';
import { knownRow, pointRow } from '../testing/case-rows';
import { TestWarehouse } from '../testing/test-warehouse';
import { windowOf } from './change-effects';
import { Comparisons } from './comparisons';

describe('the weeks around a change', () => {
  it('are eight whole ones before and after; the week in which it began belongs to neither', () =>
    expect(windowOf({ day: '2026-06-03', ended: null })).toEqual({
      from: '2026-04-06',
      beforeTo: '2026-06-01',
      afterFrom: '2026-06-08',
      to: '2026-08-03',
    }));

  it('begin on its day where that is a Monday, and end when it ends', () =>
    expect(windowOf({ day: '2026-06-01', ended: '2026-06-30' })).toMatchObject({ afterFrom: '2026-06-01', to: '2026-06-29' }));
});

const MONDAY = '2026-06-01';
const POINTS = Array.from({ length: 12 }, (_, index) => `P${index + 1}`);
/** By how many of 100 tickets each week is better or worse than usual everywhere. */
const SEASON = [0, 2, -1, 3, 1, -2, 0, 1, 4, 3, 5, 2, 4, 6, 3, 5];
/** By how many a point is in each week by itself. */
const OWN = [0, 1, -1, 0, 1, 0, -1, 0, 1, -1, 0, 1, 0, -1, 0, 0];

/** Of 100 tickets a week 20 wait too long at every point; from the change on 10 fewer at P1 and P2. */
const longWaits = (point: string, week: number): number =>
  20 +
  (SEASON[week] ?? 0) +
  (OWN[(week + point.length * 3) % OWN.length] ?? 0) -
  (week >= 8 && (point === 'P1' || point === 'P2') ? 10 : 0);

const change = (id: string, points: readonly string[], day: string) =>
  points.map((point_code) => ({
    ...{ source: 's', intervention_id: id, kind: 'staff_move', point_code, started_on: day, ended_on: null },
    ...{ title_vi: `Thay đổi ${id}`, title_en: `Change ${id}` },
  }));

let test: TestWarehouse;
let comparisons: Comparisons;
beforeAll(async () => {
  test = await TestWarehouse.open();
  await test.fill({
    service_point: POINTS.map((point) => pointRow(point, 'W', 'B')),
    known_until: [knownRow('ticket', 'queue', '2026-08-15T10:00:00Z')],
  });
  await test.warehouse.insert(
    'ticket_point_day',
    POINTS.flatMap((point_code) =>
      SEASON.map((_none, week) => ({
        ...{ day: addDays('2026-04-06', 7 * week), point_code, tickets: 100, called: 100 },
        long_waits: longWaits(point_code, week),
      })),
    ),
  );
  await test.warehouse.insert('intervention', [
    ...change('A', ['P1', 'P2'], MONDAY),
    ...change('B', ['P3'], MONDAY),
    ...change('C', [''], '2026-06-02'),
    ...change('D', ['P4'], '2026-07-20'),
  ]);
  comparisons = new Comparisons(test.warehouse, city, test.answers);
});
afterAll(() => test.close());

const effects = async (asked: Partial<ChangeEffectsRequest> = {}, scope: Scope = wholeCity) =>
  (await comparisons.changeEffects({ metric: 'long_wait_rate', from: '2026-05-01', to: '2026-08-01', ...asked }, scope)).changes;
const titled = async (id: string, scope?: Scope) => (await effects({}, scope)).find(({ change: { title } }) => title.en === `Change ${id}`);

describe('a change after which ten fewer of 100 wait too long, while four more do everywhere', () => {
  it('helped by ten of 100, whatever the season did', async () => {
    const found = await titled('A');
    expect(found).toMatchObject({ points: ['P1', 'P2'], weeks: { before: 8, after: 8 }, others: 8, verdict: 'better' });
    expect(found?.effect?.value).toBeCloseTo(-0.1, 2);
    const { here, elsewhere, effect } = found ?? {};
    const moved = (side: typeof here): number => (side?.after ?? NaN) - (side?.before ?? NaN);
    expect(moved(here) - moved(elsewhere)).toBeCloseTo(effect?.value ?? NaN, 12);
    // The season alone: 0.5 of 100 on average before, 4 after.
    expect(moved(elsewhere)).toBeCloseTo(0.035, 2);
  });

  it('is not told apart from chance where nothing happened beside it', async () => {
    const found = await titled('B');
    expect(found).toMatchObject({ verdict: 'cannot_tell', label: { en: 'Cannot tell: it may be chance' } });
    expect((found?.effect?.interval.low ?? 1) <= 0 && (found?.effect?.interval.high ?? -1) >= 0).toBe(true);
  });
});

it('nothing is told of a change of the whole city, nor of one with few weeks after it', async () => {
  expect(await titled('C')).toMatchObject({ points: [], effect: null, verdict: 'cannot_tell', change: { isWholeCity: true } });
  expect(await titled('D')).toMatchObject({ weeks: { after: 1 }, effect: null, label: { en: expect.stringContaining('4 weeks') } });
});

it('shows changes at points of the scope only, against the same city', async () => {
  expect((await effects({}, { points: ['P3'] })).map(({ points }) => points)).toEqual([['P3'], []]);
  expect(await titled('B', { points: ['P3'] })).toEqual(await titled('B'));
});

it('lists changes that began in the range', async () =>
  expect((await effects({ from: '2026-07-01' })).map(({ change: { day } }) => day)).toEqual(['2026-07-20']));

it('refuses what adds up', async () => {
  await expect(effects({ metric: 'tickets' })).rejects.toThrow('"tickets" adds up');
});
