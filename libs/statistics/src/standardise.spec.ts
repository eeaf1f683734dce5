import fc from 'fast-check';
import { ratesOf, ratioOf, standardised } from './standardise';

// R, data set UCBAdmissions: admitted of applicants by department, men and women, Berkeley 1973
const departments = ['A', 'B', 'C', 'D', 'E', 'F'];
const men = [
  [512, 825],
  [353, 560],
  [120, 325],
  [138, 417],
  [53, 191],
  [22, 373],
] as const;
const women = [
  [89, 108],
  [17, 25],
  [202, 593],
  [131, 375],
  [94, 393],
  [24, 341],
] as const;
const cells = (counts: readonly (readonly [number, number])[]) =>
  counts.map(([hits, n], index) => ({ stratum: departments[index] ?? '', hits, n }));

describe('observed over expected', () => {
  it('turns the Berkeley admissions around: men 44.5 % and women 30.4 % as they are, 0.987 and 1.028 by department', () => {
    const city = ratesOf([...cells(men), ...cells(women)]);
    expect(standardised(cells(men), city, { leaveOut: false }).ratio).toBeCloseTo(0.987, 3);
    expect(standardised(cells(women), city, { leaveOut: false }).ratio).toBeCloseTo(1.028, 3);
  });

  // UKHSA, PHEindicatormethods, testresults_ISR
  it('of 895 with 835.88 expected is that of the UKHSA test file', () => {
    const { ratio, bounds } = ratioOf(895, 835.8835612311743);
    expect(ratio).toBeCloseTo(1.0707232939020275, 12);
    expect(bounds?.low).toBeCloseTo(1.0017147712553987, 9);
    expect(bounds?.high).toBeCloseTo(1.143233287249895, 9);
  });

  // UKHSA, PHEindicatormethods, testdata_tiny: 0.4603303513 to 1.9110426659 for 9 observed, by the exact interval
  it('of 9 takes the exact interval', () => {
    const { bounds } = ratioOf(9, 8.940018);
    expect(bounds?.low).toBeCloseTo(0.4603303513, 5);
    expect((bounds?.high ?? NaN) / (bounds?.low ?? NaN)).toBeCloseTo(1.9110426659054027 / 0.4603303513307893, 8);
  });

  it('of a point that is most of a stratum is measured against the others', () => {
    const own = [{ stratum: 'land', hits: 50, n: 100 }];
    const city = ratesOf([...own, { stratum: 'land', hits: 10, n: 100 }]);
    expect(standardised(own, city).expected).toBe(10);
    expect(standardised(own, city, { leaveOut: false }).expected).toBe(30);
  });

  it('does not exist where nothing is expected', () => expect(ratioOf(0, 0)).toEqual({ ratio: null, bounds: null }));

  it('of the whole city is 1', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc
            .tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 500 }))
            .chain(([stratum, n]) => fc.record({ stratum: fc.constant(stratum), n: fc.constant(n), hits: fc.integer({ min: 1, max: n }) })),
          { minLength: 1, maxLength: 30 },
        ),
        (all) => expect(standardised(all, ratesOf(all), { leaveOut: false }).ratio).toBeCloseTo(1, 10),
      ),
    ));
});
