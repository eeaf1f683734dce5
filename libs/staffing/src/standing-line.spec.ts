import fc from 'fast-check';
import { forecastOf } from './standing-line';

it('adds the chances of everybody in line: one over the limit, one with 4 ahead, three counters of 12 minutes', () => {
  // The chance of whoever has nobody, 1, 2, 3 ahead and of the fifth: P(Poisson(3 · 20 / 12 = 5) ≤ k)
  const chances = [0.0067, 0.0404, 0.1247, 0.265, 0.4405];
  const fresh = forecastOf({ waited: [0, 0, 0, 0, 0], counters: 3, serviceMinutes: 12 }, 20);
  expect(fresh).toEqual({
    waiting: 5,
    overNow: 0,
    expectedOver: expect.closeTo(
      chances.reduce((sum, one) => sum + one),
      3,
    ),
  });
  const late = forecastOf({ waited: [21], counters: 3, serviceMinutes: 12 }, 20);
  expect(late).toEqual({ waiting: 1, overNow: 1, expectedOver: 1 });
});

it('everybody will wait too long where no counter works', () =>
  expect(forecastOf({ waited: [1, 2], counters: 0, serviceMinutes: 10 }, 20)).toEqual({ waiting: 2, overNow: 0, expectedOver: 2 }));

it('whoever has waited exactly the limit is not over it, but will be: nobody is called in no time', () =>
  expect(forecastOf({ waited: [20], counters: 5, serviceMinutes: 1 }, 20)).toEqual({ waiting: 1, overNow: 0, expectedOver: 1 }));

it('lies between those over the limit and everybody, and another counter never makes it more', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 40 }),
      (waited, counters, serviceMinutes) => {
        const { waiting, overNow, expectedOver } = forecastOf({ waited, counters, serviceMinutes }, 20);
        expect(expectedOver).toBeGreaterThanOrEqual(overNow);
        expect(expectedOver).toBeLessThanOrEqual(waiting + 1e-9);
        expect(forecastOf({ waited, counters: counters + 1, serviceMinutes }, 20).expectedOver).toBeLessThanOrEqual(expectedOver + 1e-9);
      },
    ),
  ));
