import { rankSets } from './rank-sets';

const ten = Array.from({ length: 10 }, (_, index) => ({ value: 10 - index, standardError: 1 }));

describe('the places a unit can have', () => {
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
