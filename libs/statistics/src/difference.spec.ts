import { differenceInterval, meanDifference } from './difference';
import { meanInterval, twoSidedT } from './mean';
import { wilson } from './share';

const share = (hits: number, n: number) => ({ value: hits / n, interval: wilson(hits, n) ?? { low: NaN, high: NaN } });

describe('the difference of two shares', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 10, -0.2775, 0.2775],
  ])('of %d/%d and %d/%d', (a, m, b, n, low, high) => {
    const interval = differenceInterval(share(a, m), share(b, n));
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

describe('the difference of two means', () => {
  const mean = (values: readonly number[]) => {
    const sum = values.reduce((all, one) => all + one, 0);
    const squares = values.reduce((all, one) => all + one * one, 0);
    const interval = meanInterval({ n: values.length, sum, squares });
    return { value: sum / values.length, n: values.length, interval: interval ?? { low: NaN, high: NaN } };
  };

  it('allows for different scatter', () => {
    // Means 3 and 6; s²/n = 2.5/5 = .5 and 10/5 = 2; freedom (2.5)²/(.25/4 + 4/4) = 100/17; half = t·√2.5.
    const half = twoSidedT(100 / 17) * Math.sqrt(2.5);
    const { low, high } = meanDifference(mean([1, 2, 3, 4, 5]), mean([2, 4, 6, 8, 10])) ?? { low: NaN, high: NaN };
    expect(low).toBeCloseTo(-3 - half, 8);
    expect(high).toBeCloseTo(-3 + half, 8);
  });

  it('has no bounds from a single case', () => {
    const single = { value: 3, n: 1, interval: { low: 3, high: 3 } };
    expect(meanDifference(single, mean([1, 2]))).toBeNull();
  });
});
