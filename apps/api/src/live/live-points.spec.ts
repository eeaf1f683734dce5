import type { LineNow } from '@evenhand/metrics';
import { liveCity, livePoint } from './live-points';

const NOW = Date.parse('2026-03-02T02:30:00.000Z');
const before = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();
const line = (more: Partial<LineNow> = {}): LineNow => ({
  point: 'P1',
  isExpected: true,
  isFeedSilent: false,
  asOf: before(1),
  lastEventAt: before(2),
  waited: [24, 7, 2],
  counters: 2,
  serviceMinutes: 12,
  ...more,
});
const point = (more: Partial<LineNow> = {}) => livePoint(line(more), { now: NOW, limitMinutes: 20 });

it('of three in line one is over the limit and two may be: P(Poisson(26 / 12) ≤ 1) + P(Poisson(36 / 12) ≤ 2)', () => {
  // e^(−13/6) · (1 + 13/6) = 0.3628; e^(−3) · (1 + 3 + 4.5) = 0.4232
  const expectedOver = expect.closeTo(1 + 0.3628 + 0.4232, 3);
  expect(point()).toMatchObject({ state: 'known', waiting: 3, overNow: 1, expectedOver, longestMinutes: 24, ageMinutes: 1 });
});

it.each<readonly [string, Partial<LineNow>]>([
  ['told nothing for more than half an hour', { asOf: before(31) }],
  ['told nothing of the day', { asOf: null, lastEventAt: null, waited: [] }],
  ['is known to miss tickets', { isFeedSilent: true }],
  ['tells of a line in which nothing moves', { lastEventAt: before(40) }],
])('a point whose feed %s is unknown, not empty', (_name, more) =>
  expect(point(more)).toMatchObject({ state: 'unknown', waiting: null, overNow: null, expectedOver: null, share: null }),
);

it('a quiet point has nobody in line, a closed one has no line', () => {
  expect(point({ waited: [], lastEventAt: before(40) })).toMatchObject({ state: 'known', waiting: 0, share: null });
  expect(point({ isExpected: false, asOf: null, lastEventAt: null, waited: [] })).toMatchObject({ state: 'closed', waiting: null });
});

it('nobody can say how fast a line moves where no service is known', () =>
  expect(point({ serviceMinutes: null })).toMatchObject({ waiting: 3, overNow: 1, expectedOver: null, share: null }));

it('the city adds up what is known and counts what is not', () => {
  const points = [point(), point({ waited: [1], asOf: before(5), counters: 1 }), point({ isFeedSilent: true })];
  expect(liveCity(points, NOW)).toMatchObject({
    waiting: 4,
    overNow: 1,
    longestMinutes: 24,
    unknownPoints: 1,
    asOf: before(5),
    ageMinutes: 5,
  });
  expect(liveCity([point({ isFeedSilent: true })], NOW)).toMatchObject({ waiting: null, expectedOver: null, unknownPoints: 1, asOf: null });
});
