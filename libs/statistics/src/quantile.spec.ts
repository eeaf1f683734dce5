import fc from 'fast-check';
import { binomialAtMost } from './beta';
import { quantile, quantileInterval, quantileRanks } from './quantile';

const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('the quantile of type 7', () => {
  it('of 1…10 is 9.1 at 90 % and 5.5 at 50 %', () => {
    expect(quantile(oneToTen, 0.9)).toBeCloseTo(9.1, 12);
    expect(quantile(oneToTen, 0.5)).toBe(5.5);
  });

  it('of nothing does not exist', () => expect(quantile([], 0.5)).toBeNull());

  it('lies between the smallest and the largest value', () =>
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const ascending = [...values].sort((a, b) => a - b);
        const value = quantile(ascending, share) ?? NaN;
        return value >= Math.min(...values) && value <= Math.max(...values);
      }),
    ));
});

describe('the binomial share', () => {
  // R: pbinom(3, 10, 0.5) = 176/1024; pbinom(18, 20, 0.9) = 1 − 0.9^20 − 20·0.1·0.9^19
  it('adds up the terms of the binomial', () => {
    expect(binomialAtMost(3, 10, 0.5)).toBeCloseTo(176 / 1024, 12);
    expect(binomialAtMost(18, 20, 0.9)).toBeCloseTo(1 - 0.9 ** 20 - 2 * 0.9 ** 19, 12);
    expect([binomialAtMost(-1, 10, 0.5), binomialAtMost(10, 10, 0.5)]).toEqual([0, 1]);
  });
});

describe('the interval of a quantile', () => {
  // The sign-test table: for the median of 10 the 2nd and 9th values hold with 97.85 %, of 20 the 6th and 15th with 95.86 %.
  it('of the median is that of the sign test', () => {
    expect(quantileRanks(10, 0.5)).toEqual({ low: 2, high: 9 });
    expect(quantileRanks(20, 0.5)).toEqual({ low: 6, high: 15 });
    expect(quantileInterval(oneToTen, 0.5)).toEqual({ low: 2, high: 9 });
  });

  it('does not exist for few cases: five values never enclose a median at 95 %', () => {
    expect(quantileRanks(5, 0.5)).toBeNull();
    expect(quantileRanks(6, 0.5)).toEqual({ low: 1, high: 6 });
    expect(quantileRanks(0, 0.9)).toBeNull();
  });

  it('keeps its promise for every n and share', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1500 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (n, share) => {
        const ranks = quantileRanks(n, share);
        // P(low ≤ number below ≤ high − 1)
        return ranks === null || binomialAtMost(ranks.high - 1, n, share) - binomialAtMost(ranks.low - 1, n, share) >= 0.95 - 1e-9;
      }),
    ));
});
