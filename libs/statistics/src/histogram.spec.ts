import fc from 'fast-check';
import { type Histogram, quantileIntervalOfHistogram, quantileOfHistogram, squaresOfHistogram } from './histogram';

const edges = [1, 2, 3, 5, 10];
const histogram = (values: readonly number[]): Histogram => {
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const value of values) {
    const bin = edges.findIndex((edge) => value <= edge);
    const place = bin < 0 ? edges.length : bin;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { counts, edges, largest: Math.max(0, ...values) };
};

it('reads a quantile off the bins, linear inside one', () => {
  // 4 cases in 0…1, 4 in 1…2, 2 in 3…5: the 9th of 10 is half-way through 3…5
  expect(quantileOfHistogram({ counts: [4, 4, 0, 2, 0, 0], edges, largest: 5 }, 0.9)).toBeCloseTo(4, 12);
  expect(quantileOfHistogram({ counts: [4, 4, 0, 2, 0, 0], edges, largest: 5 }, 0.5)).toBeCloseTo(1.25, 12);
});

it('closes the open bin with the largest value seen', () =>
  expect(quantileOfHistogram({ counts: [0, 0, 0, 0, 0, 4], edges, largest: 30 }, 0.5)).toBeCloseTo(20, 12));

it('has no quantile without cases', () => {
  expect(quantileOfHistogram(histogram([]), 0.5)).toBeNull();
  expect(quantileIntervalOfHistogram(histogram([]), 0.5)).toBeNull();
});

it('takes squares at the middle of each bin', () =>
  // 2 · 0.5² + 1 · 4² = 16.5
  expect(squaresOfHistogram({ counts: [2, 0, 0, 1, 0, 0], edges, largest: 5 })).toBeCloseTo(16.5, 12));

it('is off by at most one bin', () =>
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 40, noNaN: true }), { minLength: 1 }), fc.constantFrom(0.5, 0.9), (values, share) => {
      const ascending = [...values].sort((a, b) => a - b);
      const exact = ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? NaN;
      const bin = edges.findIndex((edge) => exact <= edge);
      const [start, end] = bin < 0 ? [10, Math.max(...values)] : [edges[bin - 1] ?? 0, edges[bin] ?? NaN];
      const read = quantileOfHistogram(histogram(values), share) ?? NaN;
      return read >= start - 1e-9 && read <= end + 1e-9;
    }),
  ));

it('holds the quantile inside its interval', () =>
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 40, noNaN: true }), { minLength: 10 }), (values) => {
      const bounds = quantileIntervalOfHistogram(histogram(values), 0.5);
      const value = quantileOfHistogram(histogram(values), 0.5) ?? NaN;
      return bounds !== null && bounds.low <= value && value <= bounds.high;
    }),
  ));
