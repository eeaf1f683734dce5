import fc from 'fast-check';
import { giniOf, giniWithin, theilOf, theilSplit, variationOf, variationWithin } from './inequality';
import { quantile } from './quantile';

const units = (values: readonly number[], weights: readonly number[] = []) =>
  values.map((value, index) => ({ value, weight: weights[index] ?? 1 }));

// CRAN, package ineq: the vector of its examples
const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];
// libpysal, mexico.csv: gross product per head of 32 states in 1940 and their region (hanson98)
const products = [
  10384, 22361, 9573, 3758, 2934, 8578, 8537, 6909, 17816, 12132, 4359, 2181, 4414, 5309, 3408, 3327, 6936, 4836, 9073, 1892, 3569, 11016,
  21965, 4372, 4840, 6399, 2459, 7508, 3605, 5203, 7990, 3734,
];
const regions = '21255113423533433215335221513352';

describe('inequality', () => {
  it('of the vector of the package ineq is the published one', () => {
    expect(giniOf(units(incomes))).toBeCloseTo(0.462091130267624, 12);
    expect(theilOf(units(incomes))).toBeCloseTo(0.3623412, 7);
    expect(theilOf(units(incomes), 'l')).toBeCloseTo(0.4335946, 7);
    expect(variationOf(units(incomes))).toBeCloseTo(0.91696, 5);
    expect((quantile(incomes, 0.9) ?? NaN) / (quantile(incomes, 0.1) ?? NaN)).toBeCloseTo(9.4395, 4);
  });

  it('of units that count the same each is the same', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 }), (values) => {
        const ascending = Float64Array.from(values).sort();
        expect(giniWithin(ascending) ?? -1).toBeCloseTo(giniOf(units(values)) ?? -1, 9);
        expect(variationWithin(ascending) ?? -1).toBeCloseTo(variationOf(units(values)) ?? -1, 9);
      }),
    );
    expect(giniWithin(incomes)).toBeCloseTo(0.462091130267624, 12);
    expect([giniWithin([]), variationWithin([0, 0])]).toEqual([null, null]);
    for (const measure of [giniWithin, variationWithin]) expect(() => measure([-1, 2])).toThrow('not below 0');
  });

  it('counts a unit of weight 2 as two units', () => {
    const weighted = units([1, 2, 3], [2, 1, 3]);
    const repeated = units([1, 1, 2, 3, 3, 3]);
    for (const measure of [giniOf, theilOf, variationOf]) expect(measure(weighted)).toBeCloseTo(measure(repeated) ?? NaN, 12);
    expect(giniOf(weighted)).toBeCloseTo(0.217948718, 9);
    expect(theilOf(weighted)).toBeCloseTo(0.094025878, 9);
  });

  it('of nothing at all does not exist, and L has no value when somebody has nothing', () => {
    expect(giniOf([])).toBeNull();
    expect(theilOf(units([0, 0]))).toBeNull();
    expect(theilOf(units([0, 1]), 'l')).toBeNull();
  });

  it('refuses values below 0', () => expect(() => giniOf(units([-1, 2]))).toThrow('not below 0'));

  const amounts = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 });

  it('does not depend on the unit in which it is measured, nor on repeating everybody', () =>
    fc.assert(
      fc.property(amounts, fc.double({ min: 0.1, max: 100, noNaN: true }), (values, scale) => {
        for (const measure of [giniOf, theilOf]) {
          const plain = measure(units(values)) ?? NaN;
          expect(measure(units(values.map((value) => value * scale)))).toBeCloseTo(plain, 8);
          expect(measure(units([...values, ...values]))).toBeCloseTo(plain, 8);
        }
      }),
    ));
});

describe('the split of Theil’s index', () => {
  const mexico = products.map((value, index) => ({ value, group: regions[index] ?? '' }));

  // PySAL, tests/test_theil.py and test_gini.py
  it('of the Mexican states by region is that of PySAL', () => {
    const split = theilSplit(mexico);
    expect(split?.total).toBeCloseTo(0.20894344, 8);
    expect(split?.between).toBeCloseTo(0.0345889, 7);
    expect(split?.within).toBeCloseTo(0.17435454, 8);
    expect(giniOf(mexico)).toBeCloseTo(0.353723711734528, 12);
  });

  it('by L of the Mexican states is 0.1697644 within and 0.0331845 between', () => {
    const split = theilSplit(mexico, 'l');
    expect(split?.total).toBeCloseTo(0.2029489, 7);
    expect(split?.within).toBeCloseTo(0.1697644, 7);
    expect(split?.between).toBeCloseTo(0.0331845, 7);
  });

  // PySAL: three with nothing and three with 10, by group
  it('lies all between groups when each group is equal inside: ln 2', () => {
    const split = theilSplit([0, 0, 0, 10, 10, 10].map((value) => ({ value, group: String(value) })));
    expect(split?.total).toBeCloseTo(Math.LN2, 12);
    expect(split?.between).toBeCloseTo(Math.LN2, 12);
    expect(split?.within).toBe(0);
  });

  it('adds up exactly, whatever the groups', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            value: fc.double({ min: 0.01, max: 1e5, noNaN: true }),
            weight: fc.integer({ min: 1, max: 500 }),
            group: fc.constantFrom('a', 'b', 'c', 'd'),
          }),
          { minLength: 1, maxLength: 60 },
        ),
        (all) => {
          for (const index of ['t', 'l'] as const) {
            const split = theilSplit(all, index);
            expect((split?.within ?? NaN) + (split?.between ?? NaN)).toBeCloseTo(split?.total ?? NaN, 12);
          }
        },
      ),
    ));
});
