import fc from 'fast-check';
import { incidenceOf } from './competing';

describe('the Aalen–Johansen incidence', () => {
  // lifelines, TestAalenJohansenFitter
  it('of six cases is that of lifelines', () => {
    const causes = [null, 1, 1, 2, 2, null];
    const steps = incidenceOf(
      causes.map((cause, index) => ({ time: index + 1, cause })),
      2,
    );
    expect(steps.map(({ share }) => Math.round(share * 1e12) / 1e12)).toEqual([0, 0, 0, 0.2, 0.4, 0.4]);
  });

  it('of all causes together with what remains makes one whole', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom('settled', 'withdrawn')), { minLength: 1 }),
        (cases) => {
          const outcomes = cases.map(([time, cause]) => ({ time, cause }));
          const ends = (['settled', 'withdrawn'] as const).map((cause) => incidenceOf(outcomes, cause).at(-1)?.share ?? 0);
          expect(ends.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
        },
      ),
    ));
});
