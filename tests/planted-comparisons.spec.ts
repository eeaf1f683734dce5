import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Comparison, type ComparisonRequest, type PointComparison, type TimeRange, wholeCity } from '@evenhand/domain';
import { generateCity, loadSource, openStores, PLANTED, SEED, type Stores } from '@evenhand/etl';
import { Comparisons, MetricAnswers } from '@evenhand/metrics';

const pointsOf = (id: (typeof PLANTED)[number]['id']): readonly string[] => PLANTED.find((truth) => truth.id === id)?.points ?? [];

const MAY = { from: '2026-05-01', to: '2026-06-01' };
const JUNE = { from: '2026-06-01', to: '2026-07-01' };
const JULY = { from: '2026-07-01', to: '2026-08-01' };
const SUMMER = { from: JUNE.from, to: JULY.to };
const QUARTER = { from: MAY.from, to: JULY.to };
/** Three queue logs die in this month; the points that go on say that time goes on. */
const OCTOBER = { from: '2026-10-01', to: '2026-11-01' };
const LATER_POINTS = [
  ...pointsOf('silent'),
  '00004',
  '00008',
  '00091',
  '00160',
  '00235',
  '00256',
  '00283',
  '00367',
  '00611',
  '00619',
  '00685',
];

const path = mkdtempSync(join(tmpdir(), 'evenhand-planted-'));
let stores: Stores;
let comparisons: Comparisons;

async function loadTickets(name: string, range: TimeRange, points?: readonly string[]): Promise<void> {
  const folder = join(path, name);
  await generateCity(stores.city, folder, { simulation: { seed: SEED, range, ...(points ? { points } : {}) } });
  await loadSource(stores, { source: 'etl/sources/queue-log', files: [join(folder, 'queue-log/*.csv')] });
}

beforeAll(async () => {
  stores = await openStores({ EVENHAND_DATA: join(path, 'data') }, 'a test');
  await loadTickets('summer', { from: MAY.from, to: JULY.to });
  await loadTickets('october', OCTOBER, LATER_POINTS);
  comparisons = new Comparisons(stores.warehouse, stores.city.settings, new MetricAnswers(stores.warehouse, stores.city.settings));
}, 240_000);
afterAll(async () => {
  await stores.close();
  rmSync(path, { recursive: true });
});

const compare = (range: TimeRange, asked: Partial<ComparisonRequest> = {}): Promise<Comparison> =>
  comparisons.points({ metric: 'long_wait_rate', adjust: 'casemix', where: [], ...range, ...asked }, wholeCity);

const codes = ({ points }: Comparison, isWanted: (point: PointComparison) => boolean): string[] =>
  points.filter(isWanted).map(({ point }) => point);
const at = ({ points }: Comparison, code: string): PointComparison => {
  const found = points.find(({ point }) => point === code);
  if (!found) throw new Error(`${code} was not compared`);
  return found;
};

describe('what is planted in the simulated city', () => {
  it('the uneven points are found after one month, and found again, which makes them persistent', async () => {
    const [may, july] = [await compare(MAY), await compare(JULY)];
    expect(codes(may, ({ verdict }) => verdict === 'worse')).toEqual(expect.arrayContaining([...pointsOf('uneven')]));
    expect(codes(july, ({ verdict, isPersistent }) => verdict === 'worse' && isPersistent).toSorted()).toEqual(
      [...pointsOf('uneven')].sort(),
    );
  });

  it('nobody else is called worse twice, and few once', async () => {
    const others = (comparison: Comparison): string[] =>
      codes(comparison, ({ point, verdict }) => verdict === 'worse' && !pointsOf('uneven').includes(point));
    expect(others(await compare(JULY))).toEqual([]);
    expect(others(await compare(JUNE)).length).toBeLessThanOrEqual(3);
  });

  it('the better points are found in each month', async () => {
    for (const range of [JUNE, JULY])
      for (const code of pointsOf('better'))
        expect(at(await compare(range), code)).toMatchObject({ verdict: 'better', flag: expect.anything() });
  });

  it('the point with the hard mix is flagged as it stands, and not once its work is allowed for', async () => {
    const [hard = ''] = pointsOf('hard_mix');
    for (const range of [JULY, SUMMER, QUARTER]) {
      const asItStands = at(await compare(range, { adjust: 'none' }), hard);
      expect(asItStands).toMatchObject({ verdict: 'worse', flag: 'look' });
      // Far from the tenth at which a flag would end.
      expect(asItStands.falseShare).toBeLessThan(0.05);
      expect(asItStands.ratio?.interval.low).toBeGreaterThan(1.15);
    }
    for (const range of [MAY, JUNE, JULY, SUMMER, QUARTER]) {
      const { verdict, flag, funnel, ratio } = at(await compare(range), hard);
      expect({ verdict, flag, funnel }).toEqual({ verdict: 'as_expected', flag: null, funnel: 'inside' });
      expect(ratio?.interval.low).toBeLessThan(1);
      expect(ratio?.interval.high).toBeGreaterThan(1);
    }
  });

  it('a dead feed is unknown and has no place, however good what it told looks', async () => {
    const october = await compare(OCTOBER);
    for (const code of pointsOf('silent'))
      expect(at(october, code)).toMatchObject({ verdict: 'unknown', rank: null, flag: null, shrunk: null });
    // Only some points tell of October here: the city is unknown, and says what it could be at best and at worst.
    expect(october.city).toMatchObject({ value: null, reason: 'unknown' });
    expect(october.city.bounds?.low).toBeLessThan(october.city.bounds?.high ?? NaN);
  });

  it('a point with hardly any tickets is not called worse, and half of what is said of it comes from the others', async () => {
    for (const range of [JUNE, JULY])
      for (const code of pointsOf('tiny')) {
        const { verdict, shrunk, n } = at(await compare(range), code);
        expect(verdict).not.toBe('worse');
        expect(shrunk?.reliability ?? 0).toBeLessThan(0.75);
        expect(n).toBeLessThan(100);
      }
  });

  it('the queue that people leave stands out by the share of those who leave', async () => {
    const [abandoned = ''] = pointsOf('abandoned');
    const july = await compare(JULY, { metric: 'abandonment_rate' });
    expect(at(july, abandoned)).toMatchObject({ verdict: 'worse', flag: 'review', isPersistent: true });
  });

  it('points really differ, by more than chance makes them, and the worst tenth is told by name', async () => {
    const { whole } = await comparisons.unevenness(
      { metric: 'long_wait_rate', adjust: 'casemix', grain: 'month', where: [], ...SUMMER },
      wholeCity,
    );
    const { real_spread: spread, range, theil, theil_within: within, theil_between: between } = whole.measures;
    expect(spread.interval?.low).toBeGreaterThan(0.03);
    expect(range.value).toBeGreaterThan(range.byChance?.high ?? NaN);
    expect((within.value ?? NaN) + (between.value ?? NaN)).toBeCloseTo(theil.value ?? NaN, 12);
    expect(whole.worstTenth).toEqual(expect.arrayContaining([...pointsOf('uneven')]));
  });
});
