import fc from 'fast-check';
import { kaplanMeier, kaplanMeierOfBins, survivalAt, survivalQuantile, survivalQuantileBounds } from './survival';

const ended = (time: number) => ({ time, isEnded: true });
const open = (time: number) => ({ time, isEnded: false });

// Freireich and others (1963), 6-MP arm, as printed in C. T. Le, Introductory Biostatistics, example 11.1
const remissions = [...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(ended), ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(open)];

describe('the Kaplan–Meier curve', () => {
  it('of the 6-MP arm is the published one', () => {
    const curve = kaplanMeier(remissions);
    expect(curve.map(({ time }) => time)).toEqual([6, 7, 10, 13, 16, 22, 23]);
    const shares = [0.857143, 0.806723, 0.752941, 0.690196, 0.627451, 0.537815, 0.448179];
    const errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346];
    curve.forEach(({ share, standardError }, index) => {
      expect(share).toBeCloseTo(shares[index] ?? NaN, 6);
      expect(standardError).toBeCloseTo(errors[index] ?? NaN, 4);
    });
  });

  it('of the 6-MP arm has its median at 23, where the ended alone would say 10', () => {
    expect(survivalQuantile(kaplanMeier(remissions), 0.5)).toBe(23);
    expect(survivalQuantile(kaplanMeier(remissions.filter(({ isEnded }) => isEnded)), 0.5)).toBe(10);
  });

  it('of the 6-MP arm encloses its median from 13 on, with no end in sight', () => {
    expect(survivalQuantileBounds(kaplanMeier(remissions), 0.5)).toBeNull();
    const low = kaplanMeier(remissions).find(({ bounds }) => (bounds?.low ?? 1) <= 0.5)?.time;
    expect(low).toBe(13);
  });

  // lifelines, tests/test_estimation.py
  it('of six cases with four single ends has the log-log intervals of lifelines', () => {
    const curve = kaplanMeier([1, 2, 3, 4].map(ended).concat([5, 6].map(open)));
    const bounds = curve.map((step) => step.bounds);
    [0.2731, 0.1946, 0.1109, 0.0461].forEach((low, index) => expect(bounds[index]?.low).toBeCloseTo(low, 3));
    [0.975, 0.904, 0.804, 0.676].forEach((high, index) => expect(bounds[index]?.high).toBeCloseTo(high, 3));
  });

  it('says that a quantile is not reached: 70 served within 14 minutes, 30 left after 40', () => {
    const waits = [...Array.from({ length: 70 }, (_, index) => ended(10 + (index % 5))), ...Array.from({ length: 30 }, () => open(40))];
    const curve = kaplanMeier(waits);
    expect(survivalQuantile(curve, 0.9)).toBeNull();
    expect(survivalAt(curve, 40)?.share).toBeCloseTo(0.3, 12);
    expect(survivalAt(curve, 9)).toBeNull();
  });

  const times = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 80 });

  it('is the plain share of longer cases when all have ended', () =>
    fc.assert(
      fc.property(times, (all) => {
        for (const { time, share } of kaplanMeier(all.map(ended)))
          expect(share).toBeCloseTo(all.filter((one) => one > time).length / all.length, 10);
      }),
    ));

  it('from bins of one minute is the curve of the cases', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.boolean()), { minLength: 1 }), (cases) => {
        const edges = Array.from({ length: 20 }, (_, index) => index + 1);
        const count = (isEnded: boolean) =>
          [...edges, Infinity].map((edge) => cases.filter(([time, done]) => time === edge && done === isEnded).length);
        const fromBins = kaplanMeierOfBins(edges, { ended: count(true), open: count(false) });
        expect(fromBins).toEqual(kaplanMeier(cases.map(([time, isEnded]) => ({ time, isEnded }))));
      }),
    ));

  it('refuses bins that do not fit their edges', () =>
    expect(() => kaplanMeierOfBins([1], { ended: [1], open: [1] })).toThrow('1 edges make 2 bins, not 1 and 1'));
});
