import fc from 'fast-check';
import { funnelLimits, wilson } from './share';

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

describe('funnel limits', () => {
  it('of 539 cases around 80.642448 % are those of the UKHSA test file', () => {
    const look = funnelLimits(0.80642448, 539);
    const review = funnelLimits(0.80642448, 539, 0.998);
    expect(100 * (look?.low ?? NaN)).toBeCloseTo(77.306949, 5);
    expect(100 * (look?.high ?? NaN)).toBeCloseTo(83.977947, 5);
    expect(100 * (review?.low ?? NaN)).toBeCloseTo(75.38344, 4);
    expect(100 * (review?.high ?? NaN)).toBeCloseTo(85.901456, 5);
  });

  it('narrow as cases grow and stay in 0…1', () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 100_000 }), (centre, n) => {
        const few = funnelLimits(centre, n);
        const many = funnelLimits(centre, 4 * n);
        return few !== null && many !== null && few.low >= 0 && few.high <= 1 && few.low <= many.low && many.high <= few.high;
      }),
    ));
});
