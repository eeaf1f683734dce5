import { binomialAtMost } from './beta';
import { countedShare, errorOfCountedShare, shareCounted } from './counted-share';
import { normalShareBelow } from './normal';

describe('a counted share on the scale of the arcsine', () => {
  it('is asin √((x + 3/8)/(n + 3/4))', () => {
    // (20 + 3/8)/(80 + 3/4) = 0.252322, its root 0.502317, the arcsine of that 0.526276.
    expect(countedShare(20, 80)).toBeCloseTo(0.526276, 6);
    expect(errorOfCountedShare(80)).toBeCloseTo(1 / (2 * Math.sqrt(80.5)), 12);
    expect(countedShare(0, 0)).toBeNull();
  });

  it.each([
    [30, 0.05, 0.065],
    [200, 0.1, 0.025],
    [1000, 0.5, 0.025],
  ])('says of %i cases at %d how rare a count is, as the binomial distribution does', (n, share, most) => {
    const place = Math.asin(Math.sqrt(share));
    for (let hits = 0; hits <= n; hits += Math.ceil(n / 40)) {
      const exact = binomialAtMost(hits, n, share) - (binomialAtMost(hits, n, share) - binomialAtMost(hits - 1, n, share)) / 2;
      const close = normalShareBelow(((countedShare(hits, n) ?? NaN) - place) / errorOfCountedShare(n));
      expect(Math.abs(close - exact)).toBeLessThan(most);
    }
  });

  it('comes back to the share', () => {
    expect(shareCounted(countedShare(7, 40) ?? NaN, 40)).toBeCloseTo(7 / 40, 12);
    expect(shareCounted(-1, 40)).toBe(0);
    expect(shareCounted(2, 40)).toBe(1);
  });
});
