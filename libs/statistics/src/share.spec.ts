import fc from 'fast-check';
import { betaShareBelow } from './beta';
import { betaQuantile, exactShare, jeffreys, silenceBounds, wilson } from './share';

describe('the Wilson interval', () => {
  // UKHSA, PHEindicatormethods, testdata_Proportion
  it.each([
    [65, 100, 0.5525444329688797, 0.7363575175690247],
    [1, 100, 0.0017674320641406511, 0.054486196178705294],
    [20, 100, 0.1333669333310325, 0.28882916559315885],
    [9856, 12345, 0.7912101752909069, 0.8053640073614909],
  ])('of %d in %d is that of the UKHSA test file', (hits, n, low, high) => {
    const bounds = wilson(hits, n);
    expect(bounds?.low).toBeCloseTo(low, 13);
    expect(bounds?.high).toBeCloseTo(high, 13);
  });

  it('of 65 in 100 at 99.8 % is that of the UKHSA test file', () => {
    const bounds = wilson(65, 100, 0.998);
    expect(bounds?.low).toBeCloseTo(0.4954946574070431, 12);
    expect(bounds?.high).toBeCloseTo(0.7783540614089697, 12);
  });

  // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is that of Newcombe’s paper', (hits, n, low, high) => {
    const bounds = wilson(hits, n);
    expect(bounds?.low).toBeCloseTo(low, 4);
    expect(bounds?.high).toBeCloseTo(high, 4);
  });

  it('does not exist without cases', () => expect(wilson(0, 0)).toBeNull());

  it('refuses more hits than cases', () => expect(() => wilson(3, 2)).toThrow('3 of 2 is no share'));

  const counts = fc.integer({ min: 1, max: 1_000_000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  it('lies in 0…1 and around the share', () =>
    fc.assert(
      fc.property(counts, ([hits, n]) => {
        const { low, high } = wilson(hits, n) ?? { low: NaN, high: NaN };
        return low >= 0 && high <= 1 && low <= hits / n && hits / n <= high;
      }),
    ));

  it('mirrors when hits and misses change places', () =>
    fc.assert(
      fc.property(counts, ([hits, n]) => {
        const [one, other] = [wilson(hits, n), wilson(n - hits, n)];
        expect(one?.low).toBeCloseTo(1 - (other?.high ?? NaN), 12);
      }),
    ));
});

describe('the Jeffreys interval', () => {
  // R: qbeta(c(.025, .975), 15.5, 133.5)
  it('of 15 in 148 is that of R', () => {
    expect(jeffreys(15, 148)?.low).toBeCloseTo(0.06044852, 8);
    expect(jeffreys(15, 148)?.high).toBeCloseTo(0.15764314, 8);
  });

  it('reaches the ends at 0 and at n: 0 of 20 up to 0.1166', () => {
    expect(jeffreys(0, 20)?.low).toBe(0);
    expect(jeffreys(0, 20)?.high).toBeCloseTo(0.1166, 4);
    expect(jeffreys(20, 20)?.high).toBe(1);
    expect(jeffreys(0, 0)).toBeNull();
  });
});

it('a quantile of a beta distribution has that share below it', () =>
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
      fc.double({ min: 1, max: 5000, noNaN: true }),
      fc.double({ min: 1, max: 5000, noNaN: true }),
      (share, a, b) => expect(betaShareBelow(betaQuantile(share, a, b), a, b)).toBeCloseTo(share, 9),
    ),
    { numRuns: 200 },
  ));

describe('the exact interval', () => {
  it('of 0 in n ends at 1 − 0.025^(1/n)', () => expect(exactShare(0, 20)?.high).toBeCloseTo(1 - 0.025 ** (1 / 20), 10));

  it('encloses that of Jeffreys', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
        ([hits, n]) => {
          const [wide, narrow] = [exactShare(hits, n), jeffreys(hits, n)];
          expect(wide?.low).toBeLessThanOrEqual((narrow?.low ?? NaN) + 1e-12);
          expect(wide?.high).toBeGreaterThanOrEqual((narrow?.high ?? NaN) - 1e-12);
        },
      ),
      { numRuns: 50 },
    ));
});

describe('what silence leaves open', () => {
  it('of 1,000 served, 60 answers and 45 satisfied is anything from 4.5 % to 98.5 %', () =>
    expect(silenceBounds(45, 60, 1000)).toEqual({ low: 0.045, high: 0.985 }));

  it('is nothing when everybody answered', () => expect(silenceBounds(45, 60, 60)).toEqual({ low: 0.75, high: 0.75 }));
});
