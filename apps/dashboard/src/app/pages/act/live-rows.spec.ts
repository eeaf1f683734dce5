import type { Live, LivePoint } from '@evenhand/contracts';
import { liveRows } from './live-rows';

const NOW = '2026-10-30T02:00:00.000Z';
const point = (code: string, part: Partial<LivePoint> = {}): LivePoint => ({
  point: code,
  state: 'known',
  waiting: 4,
  overNow: 1,
  expectedOver: 2,
  share: 0.5,
  longestMinutes: 25,
  asOf: NOW,
  ageMinutes: 1,
  counters: 3,
  serviceMinutes: 10,
  ...part,
});
const nothing = { waiting: null, overNow: null, expectedOver: null, share: null, longestMinutes: null, counters: null };
const city = { ...nothing, asOf: NOW, ageMinutes: 1, unknownPoints: 0 };
const live = (...points: readonly LivePoint[]): Live => ({ now: NOW, limitMinutes: 20, staleAfterMinutes: 30, city, points: [...points] });
const all = (): boolean => true;

describe('people in line', () => {
  it('come by how many are expected to wait too long, then by how many wait', () => {
    const { waiting, people, expectedOver } = liveRows(
      live(point('A', { expectedOver: 1 }), point('B', { expectedOver: 6, waiting: 9 }), point('C', { expectedOver: 1, waiting: 7 })),
      all,
    );
    expect(waiting.map((row) => row.point)).toEqual(['B', 'C', 'A']);
    expect([people, expectedOver]).toEqual([20, 8]);
  });

  it('are not counted where a feed is silent: unknown is no zero, and neither is closed', () => {
    const rows = liveRows(
      live(
        point('A', { waiting: 0, expectedOver: 0 }),
        point('B', { state: 'unknown', ...nothing }),
        point('C', { state: 'closed', ...nothing }),
      ),
      all,
    );
    expect(rows).toMatchObject({ waiting: [], idle: 1, closed: 1, people: 0, expectedOver: 0 });
    expect(rows.unknown.map((row) => row.point)).toEqual(['B']);
  });

  it('have no expectation where nobody can say how fast a line moves', () => {
    expect(liveRows(live(point('A'), point('B', { expectedOver: null })), all)).toMatchObject({ people: 8, expectedOver: null });
  });

  it('are those of the chosen points', () => {
    expect(liveRows(live(point('A'), point('B')), (code) => code === 'B').people).toBe(4);
  });
});
