import fc from 'fast-check';
import { normalShareBelow, probit, twoSidedZ } from './normal';

// Values of R: qnorm(p), pnorm(z)
it.each([
  [0.975, 1.959963984540054],
  [0.999, 3.090232306167813],
  [0.5, 0],
  [0.025, -1.959963984540054],
  [1e-10, -6.361340902404056],
])('the quantile of the normal distribution at %d is %d', (share, z) => expect(probit(share)).toBeCloseTo(z, 12));

it.each([
  [1.96, 0.9750021048517795],
  [-3, 0.001349898031630095],
  [0, 0.5],
])('the normal share below %d is %d', (z, share) => expect(normalShareBelow(z)).toBeCloseTo(share, 14));

it('the quantile undoes the share', () =>
  fc.assert(fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => Math.abs(probit(normalShareBelow(z)) - z) < 1e-6)));

it('refuses shares that have no quantile', () => {
  expect(() => probit(0)).toThrow(RangeError);
  expect(() => twoSidedZ(1)).toThrow('strictly between 0 and 1');
});
