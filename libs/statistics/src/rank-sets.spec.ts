import fc from 'fast-check';
import { normalsFrom } from './normal-draws';
import { quantile } from './quantile';
import { randomFrom } from './random';
import { type RankSet, rankSets } from './rank-sets';
import type { Estimate } from './real-spread';

const ten = Array.from({ length: 10 }, (_, index) => ({ value: 10 - index, standardError: 1 }));

/** The same by looking at every pair of units in every draw. */
function fromAllPairs(estimates: readonly Estimate[], seed: number, draws: number): RankSet[] {
  const normal = normalsFrom(randomFrom(seed));
  const apart = (one: Estimate, other: Estimate): number => Math.hypot(one.standardError, other.standardError);
  const furthest = Array.from({ length: draws }, () => {
    const moved = estimates.map((one) => ({ one, by: one.standardError * normal() }));
    return moved.map(({ one, by }) =>
      Math.max(...moved.map((other) => (other.by === by ? 0 : Math.abs(by - other.by) / apart(one, other.one)))),
    );
  });
  const critical = estimates.map(
    (_, unit) =>
      quantile(
        furthest.map((draw) => draw[unit] ?? 0).sort((a, b) => a - b),
        0.95,
      ) ?? NaN,
  );
  return estimates.map((one, unit) => {
    const isFar = (other: Estimate): boolean => Math.abs(other.value - one.value) > (critical[unit] ?? NaN) * apart(one, other);
    return {
      best: 1 + estimates.filter((other) => other.value > one.value && isFar(other)).length,
      worst: estimates.length - estimates.filter((other) => other.value < one.value && isFar(other)).length,
    };
  });
}

describe('the places a unit can have', () => {
  it('are those that all pairs tell, though few are looked at', () => {
    const estimate = fc.record({
      value: fc.double({ min: 0, max: 3, noNaN: true }),
      standardError: fc.double({ min: 0.05, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(estimate, { minLength: 2, maxLength: 25 }), fc.integer({ min: 1, max: 5 }), (estimates, seed) =>
        expect(rankSets(estimates, { seed, draws: 60 })).toEqual(fromAllPairs(estimates, seed, 60)),
      ),
      { numRuns: 60 },
    );
  });

  // The critical distance of ten units of equal variance is that of Tukey's studentised range: q(0.95; 10, ∞)/√2 = 3.1637.
  it('of ten units one standard error apart, all together', () =>
    expect(rankSets(ten, { seed: 1, draws: 20_000, promise: 'all' }).map(({ best, worst }) => [best, worst])).toEqual([
      [1, 5],
      [1, 6],
      [1, 7],
      [1, 8],
      [1, 9],
      [2, 10],
      [3, 10],
      [4, 10],
      [5, 10],
      [6, 10],
    ]));

  it('are no wider when the promise is for each alone', () => {
    const [each, all] = (['each', 'all'] as const).map((promise) => rankSets(ten, { seed: 1, promise }));
    each?.forEach(({ best, worst }, index) => {
      expect(best).toBeGreaterThanOrEqual(all?.[index]?.best ?? NaN);
      expect(worst).toBeLessThanOrEqual(all?.[index]?.worst ?? NaN);
    });
  });

  it('are single places where units lie far apart, and all places where chance is larger than every difference', () => {
    const at = (standardError: number) => [30, 20, 10].map((value) => ({ value, standardError }));
    expect(rankSets(at(0.1), { seed: 1 })).toEqual([1, 2, 3].map((place) => ({ best: place, worst: place })));
    expect(rankSets(at(50), { seed: 1 })).toEqual([1, 2, 3].map(() => ({ best: 1, worst: 3 })));
  });

  it('of units known exactly are their plain places', () =>
    expect(
      rankSets(
        [2, 3].map((value) => ({ value, standardError: 0 })),
        { seed: 1 },
      ),
    ).toEqual([
      { best: 2, worst: 2 },
      { best: 1, worst: 1 },
    ]));
});
