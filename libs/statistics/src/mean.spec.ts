import fc from 'fast-check';
import { meanInterval, twoSidedT } from './mean';

const sumsOf = (values: readonly number[]) => ({
  n: values.length,
  sum: values.reduce((sum, x) => sum + x, 0),
  squares: values.reduce((sum, x) => sum + x * x, 0),
});

// R: qt(0.975, df)
it.each([
  [1, 12.706204736432095],
  [9, 2.262157162740992],
  [29, 2.045229642132703],
])('t with %d degrees of freedom is %d', (freedom, t) => expect(twoSidedT(freedom)).toBeCloseTo(t, 6));

// Efron and Tibshirani's mouse data, treatment group: mean 86.857, standard error 25.235
it('reproduces the standard error of the mouse data', () => {
  const bounds = meanInterval(sumsOf([94, 197, 16, 38, 99, 141, 23]));
  expect(((bounds?.high ?? NaN) + (bounds?.low ?? NaN)) / 2).toBeCloseTo(86.857, 3);
  expect(((bounds?.high ?? NaN) - (bounds?.low ?? NaN)) / 2 / twoSidedT(6)).toBeCloseTo(25.235, 3);
});

it('does not exist below two cases', () => expect(meanInterval(sumsOf([5]))).toBeNull());

it('is a point when all values are equal', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 2, max: 50 }), (value, n) => {
      const bounds = meanInterval(sumsOf(Array.from({ length: n }, () => value)));
      return bounds !== null && Math.abs(bounds.high - bounds.low) < 1e-3;
    }),
  ));
