import fc from 'fast-check';
import { adjustedForMany } from './false-discovery';

describe('p-values adjusted for many comparisons', () => {
  // Benjamini and Hochberg (1995), their worked example; R, p.adjust
  const published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];

  it('of the published example reject four at 5 %', () => {
    const adjusted = adjustedForMany(published);
    [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714].forEach((p, index) => expect(adjusted[index]).toBeCloseTo(p, 8));
    expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
  });

  it('keep the order of the input', () => expect(adjustedForMany([0.04, 0.01])).toEqual([0.04, 0.02]));

  it('keep the order of size and never fall below the p-value', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 50 }), (pValues) => {
        const adjusted = adjustedForMany(pValues);
        pValues.forEach((p, one) => {
          expect(adjusted[one]).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          pValues.forEach((q, other) => {
            if (p < q) expect(adjusted[one]).toBeLessThanOrEqual(adjusted[other] ?? NaN);
          });
        });
      }),
    ));
});
