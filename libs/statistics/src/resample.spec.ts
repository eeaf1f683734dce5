import { giniOf } from './inequality';
import { bootstrapInterval, jackknifeError } from './resample';

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
// Efron and Tibshirani (1993), the mouse data
const treated = [94, 197, 16, 38, 99, 141, 23];
const control = [52, 104, 146, 10, 50, 31, 40, 27, 46];

describe('the jackknife', () => {
  it('gives the standard errors of the mouse data: 25.24 and 14.14', () => {
    expect(jackknifeError(treated, mean)).toBeCloseTo(25.235, 3);
    expect(jackknifeError(control, mean)).toBeCloseTo(14.139, 3);
  });

  it('gives the standard error of a Gini coefficient', () => {
    const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261].map((value) => ({ value }));
    expect(jackknifeError(incomes, (left) => giniOf(left) ?? NaN)).toBeCloseTo(0.10199, 5);
  });

  it('of one unit does not exist', () => expect(jackknifeError([1], mean)).toBeNull());
});

describe('the bootstrap', () => {
  it('is made again from its seed', () =>
    expect(bootstrapInterval(treated, mean, { seed: 5 })).toEqual(bootstrapInterval(treated, mean, { seed: 5 })));

  it('of a mean is about 1.96 standard errors wide on each side', () => {
    const values = Array.from({ length: 400 }, (_, index) => (index * 7919) % 400);
    const bounds = bootstrapInterval(values, mean, { seed: 1 });
    // s/√n of 0…399 is 115.6/20 = 5.78.
    expect((bounds?.high ?? NaN) - (bounds?.low ?? NaN)).toBeGreaterThan(2 * 1.96 * 5.78 * 0.93);
    expect((bounds?.high ?? NaN) - (bounds?.low ?? NaN)).toBeLessThan(2 * 1.96 * 5.78 * 1.07);
  });

  it('of nothing finite does not exist', () => expect(bootstrapInterval([1, 2], () => NaN, { seed: 1, draws: 10 })).toBeNull());
});
