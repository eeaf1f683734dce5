import { Random } from './random';

const draws = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('seeded randomness', () => {
  it('repeats itself for the same seed and purpose only', () => {
    const first = draws(5, () => 0).map(() => new Random(1, 'a').uniform());
    expect(new Set(first).size).toBe(1);
    expect(new Random(1, 'b').uniform()).not.toBe(new Random(1, 'a').uniform());
    expect(new Random(2, 'a').uniform()).not.toBe(new Random(1, 'a').uniform());
  });

  it('has the means it promises', () => {
    const random = new Random(3, 'means');
    expect(mean(draws(40_000, () => random.uniform()))).toBeCloseTo(0.5, 1);
    expect(mean(draws(40_000, () => random.lognormal(10, 0.6))) / 10).toBeCloseTo(1, 1);
    expect(mean(draws(40_000, () => random.gammaFactor(40)))).toBeCloseTo(1, 2);
    expect(mean(draws(40_000, () => random.poisson(3.5))) / 3.5).toBeCloseTo(1, 1);
    expect(mean(draws(40_000, () => random.exponential(2))) / 2).toBeCloseTo(1, 1);
  });

  it('picks by weight', () => {
    const random = new Random(4, 'pick');
    const picks = draws(10_000, () => random.pick([1, 3, 0]));
    expect(picks.filter((index) => index === 1).length / picks.length).toBeCloseTo(0.75, 1);
    expect(picks.includes(2)).toBe(false);
  });
});
