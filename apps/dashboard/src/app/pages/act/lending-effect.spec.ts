import { lendingEffect, swingOf } from './lending-effect';
import type { PointDay } from './people-slots';

const day = (people: readonly number[], counters: number, waits: PointDay['waits'] = [5, 8, 20]): PointDay => ({
  ...{ waits, over: 10 },
  halfHours: ['08:00', '08:30', '09:00'],
  stretches: people.map((count) => ({ minutes: 30, people: count, serviceMinutes: 6, counters })),
});
const move = { slot: '09:00', limit: 20, swing: { low: 0.8, high: 1.2 } };

describe('lending one officer', () => {
  it('spares more where it jams than it costs where there is room, and the range holds what is usual', () => {
    // Three counters serve 15 in a half-hour; 20 come at nine. Where the officer comes from, 5 come to three counters.
    const effect = lendingEffect(day([10, 15, 20], 3), day([5, 5, 5], 3), move);
    expect(effect?.shorter.usual).toBeGreaterThan(1);
    expect(effect?.longer.usual).toBeLessThan(effect?.shorter.usual ?? 0);
    expect(effect?.longer.usual).toBeGreaterThan(0);
    for (const { usual, low, high } of effect === null ? [] : [effect.shorter, effect.fewerOver, effect.longer]) {
      expect([low <= usual, usual <= high]).toEqual([true, true]);
    }
  });

  it('is held against what was measured: half the wait, half of what is spared', () => {
    const [measured, half] = [20, 10].map((wait) => lendingEffect(day([10, 15, 20], 3, [5, 8, wait]), day([5, 5, 5], 3), move));
    expect([measured?.before, half?.before]).toEqual([20, 10]);
    expect(half?.shorter.usual).toBeCloseTo((measured?.shorter.usual ?? NaN) / 2, 9);
    // Nobody can be spared more than he waits.
    expect(measured?.shorter.usual).toBeLessThan(20);
  });

  it('is unknown where one of the two points tells nothing of the half-hour', () =>
    expect(lendingEffect(day([10, 15, 20], 3), { halfHours: [], stretches: [], waits: [], over: 0 }, move)).toBeNull());
});

it('calls a tenth of the days quiet and a tenth busy: of 5 to 15, mean 10, those below 6 and above 14', () => {
  const counts = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
  expect(swingOf(counts)).toEqual({ low: 0.6, high: 1.4 });
  expect([swingOf([9, 9]), swingOf([0, 0, 0, 0, 0])]).toEqual([null, null]);
});
