import fc from 'fast-check';
import { incidenceOf, incidencesOf } from './competing';
import { kaplanMeier } from './survival';

type Cause = 'called' | 'left' | null;

const several = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom<Cause>('called', 'left', null)), { minLength: 1 });
const ended = several.map((cases) => cases.map(([time, cause]) => ({ time, cause: cause ?? ('left' as const) })));
const someOpen = several.map((cases) => cases.map(([time, cause]) => ({ time, cause })));

describe('the Aalen–Johansen incidence', () => {
  const causes = [null, 1, 1, 2, 2, null];
  const steps = incidenceOf(
    causes.map((cause, index) => ({ time: index + 1, cause })),
    2,
  );

  // lifelines, TestAalenJohansenFitter
  it('of six cases is that of lifelines', () =>
    expect(steps.map(({ share }) => Math.round(share * 1e12) / 1e12)).toEqual([0, 0, 0, 0.2, 0.4, 0.4]));

  // SAS, as lifelines has it
  it('scatters as SAS says: variances of 0.032, 0.048 and 0.048', () => {
    expect(steps.map(({ standardError }) => Number((standardError ** 2).toFixed(12)))).toEqual([0, 0, 0, 0.032, 0.048, 0.048]);
    // 0.2 ^ exp(± 1.96 · √0.032 / (0.2 · |ln 0.2|)) = 0.2 ^ exp(± 1.0892)
    expect(steps[3]?.bounds?.low).toBeCloseTo(0.2 ** Math.exp(1.0892), 4);
    expect(steps[3]?.bounds?.high).toBeCloseTo(0.2 ** Math.exp(-1.0892), 4);
  });

  it('of all causes together with what remains makes one whole', () =>
    fc.assert(
      fc.property(someOpen, (outcomes) => {
        const [called, left] = [incidenceOf(outcomes, 'called'), incidenceOf(outcomes, 'left')];
        const remaining = kaplanMeier(outcomes.map(({ time, cause }) => ({ time, isEnded: cause !== null }))).at(-1)?.share ?? 1;
        expect((called.at(-1)?.share ?? 0) + (left.at(-1)?.share ?? 0) + remaining).toBeCloseTo(1, 10);
      }),
    ));

  it('where all have ended is the plain share, and scatters as one', () =>
    fc.assert(
      fc.property(ended, (outcomes) => {
        const n = outcomes.length;
        for (const { time, share, standardError } of incidenceOf(outcomes, 'called')) {
          const plain = outcomes.filter((one) => one.cause === 'called' && one.time <= time).length / n;
          expect(share).toBeCloseTo(plain, 10);
          expect(standardError ** 2).toBeCloseTo((plain * (1 - plain)) / n, 10);
        }
      }),
    ));

  it('is never more than what is left of a curve that takes other ends for cases lost sight of', () =>
    fc.assert(
      fc.property(someOpen, (outcomes) => {
        const overstated = 1 - (kaplanMeier(outcomes.map(({ time, cause }) => ({ time, isEnded: cause === 'called' }))).at(-1)?.share ?? 1);
        expect(incidenceOf(outcomes, 'called').at(-1)?.share ?? 0).toBeLessThanOrEqual(overstated + 1e-12);
      }),
    ));

  it('moves no more where the last one ended otherwise', () =>
    expect(
      incidencesOf([
        { time: 1, atRisk: 2, ended: 1, ofCause: 1 },
        { time: 2, atRisk: 1, ended: 1, ofCause: 0 },
      ]).map(({ share }) => share),
    ).toEqual([0.5, 0.5]));
});
