import fc from 'fast-check';
import { byar, countInterval, exactCount } from './count';
import { poissonAtMost } from './gamma';

describe('the interval of a count', () => {
  // UKHSA, PHEindicatormethods, testdata_Byars_Wilson
  it.each([
    [65, 0.95, 50.163187710459454, 82.849138545939837],
    [1045, 0.95, 982.59320180733255, 1110.3312129856499],
    [1, 0.95, 1.3072132901504351e-2, 5.5637555824752605],
    [65, 0.998, 42.880261471480203, 94.000290844318016],
  ])('by Byar of %d at %d is that of the UKHSA test file', (count, level, low, high) => {
    expect(byar(count, level).low).toBeCloseTo(low, 9);
    expect(byar(count, level).high).toBeCloseTo(high, 9);
  });

  // UKHSA, PHEindicatormethods, testdata_tiny: exact Poisson of 9
  it('of 9 is the exact one: 4.1154 to 17.0848', () => {
    expect(countInterval(9).low).toBeCloseTo(4.1154, 4);
    expect(countInterval(9).high).toBeCloseTo(17.0848, 4);
  });

  it('of 0 begins at 0 and ends at −ln 0.025', () => {
    expect(exactCount(0).low).toBe(0);
    expect(exactCount(0).high).toBeCloseTo(-Math.log(0.025), 9);
  });

  it('leaves exactly its tails: P(X ≥ count | low) and P(X ≤ count | high) are 2.5 %', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (count) => {
        const { low, high } = exactCount(count);
        expect(1 - poissonAtMost(count - 1, low)).toBeCloseTo(0.025, 8);
        expect(poissonAtMost(count, high)).toBeCloseTo(0.025, 8);
      }),
      { numRuns: 60 },
    ));

  it('refuses a count below 0', () => expect(() => byar(-1)).toThrow('A count is at least 0, not -1'));
});
