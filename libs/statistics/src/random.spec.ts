import { randomFrom } from './random';

describe('seeded draws', () => {
  it('are the same for the same seed and others for another', () => {
    const draws = (seed: number): number[] => {
      const random = randomFrom(seed);
      return Array.from({ length: 5 }, () => random.share());
    };
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
  });

  it('fill 0…1 evenly: mean 1/2, variance 1/12, and every tenth of them a tenth', () => {
    const random = randomFrom(1);
    const shares = Array.from({ length: 100_000 }, () => random.share());
    const mean = shares.reduce((sum, x) => sum + x, 0) / shares.length;
    const variance = shares.reduce((sum, x) => sum + (x - mean) ** 2, 0) / shares.length;
    // Five standard errors: √(1/12/100000) = 0.00091 for the mean, √(1/180/100000) = 0.00024 for the variance.
    expect(Math.abs(mean - 1 / 2)).toBeLessThan(0.0046);
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.0012);
    const tenths = Array.from({ length: 10 }, (_, tenth) => shares.filter((x) => Math.floor(x * 10) === tenth).length);
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(9_000));
  });

  it('of whole numbers stay below their end', () => {
    const random = randomFrom(2);
    const seen = new Set(Array.from({ length: 1_000 }, () => random.below(6)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
