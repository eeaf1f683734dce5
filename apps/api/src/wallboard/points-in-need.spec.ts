import type { LivePoint } from '@evenhand/contracts';
import { pointsInNeed } from './points-in-need';

const point = (code: string, expectedOver: number | null, more: Partial<LivePoint> = {}): LivePoint => ({
  point: code,
  state: 'known',
  waiting: 9,
  overNow: 0,
  expectedOver,
  share: null,
  longestMinutes: 12,
  asOf: null,
  ageMinutes: null,
  counters: 2,
  serviceMinutes: 8,
  ...more,
});

it('names first the point where most people will wait too long', () =>
  expect(pointsInNeed([point('A', 1.2), point('B', 7), point('C', 3)])).toEqual(['B', 'C', 'A']));

it('leaves out where less than one person is expected to wait too long, and of which nothing is known', () =>
  expect(pointsInNeed([point('A', 0.4), point('B', 9, { state: 'unknown' })])).toEqual([]));

it('counts who waits too long already where nobody can say how fast the line moves', () =>
  expect(pointsInNeed([point('A', null, { overNow: 2 })])).toEqual(['A']));

it('names no more than a screen holds', () =>
  expect(pointsInNeed(Array.from({ length: 20 }, (_, index) => point(`P${index}`, 2)))).toHaveLength(8));
