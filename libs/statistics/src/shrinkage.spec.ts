import { chanceBelow, shrunkShare, spreadOfShares } from './shrinkage';

// Tumours of rats in 70 experiments: Tarone (1982); A. Gelman and others, Bayesian Data Analysis, ch. 5
const tumours = [
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 5, 2, 5, 2, 7, 7, 3, 3, 2, 9, 10, 4, 4,
  4, 4, 4, 4, 4, 10, 4, 4, 4, 5, 11, 12, 5, 5, 6, 5, 6, 6, 6, 6, 16, 15, 15, 9,
];
const rats = [
  20, 20, 20, 20, 20, 20, 20, 19, 19, 19, 19, 18, 18, 17, 20, 20, 20, 20, 19, 19, 18, 18, 27, 25, 24, 23, 20, 20, 20, 20, 20, 20, 10, 49,
  19, 46, 17, 49, 47, 20, 20, 13, 48, 50, 20, 20, 20, 20, 20, 20, 20, 48, 19, 19, 19, 22, 46, 49, 20, 20, 23, 19, 22, 20, 20, 20, 52, 46,
  47, 24,
];
const experiments = tumours.map((hits, index) => ({ hits, n: rats[index] ?? 0 }));

describe('shares drawn towards their mean', () => {
  // CRAN, package BayesGOF: α = 2.304768, β = 14.079707
  it('have the published spread for the rat tumours', () => {
    const spread = spreadOfShares(experiments);
    expect(spread?.alpha).toBeCloseTo(2.304768, 3);
    expect(Math.abs((spread?.beta ?? NaN) - 14.079707)).toBeLessThan(0.002);
  });

  it('of 4 in 14 is 0.2075, not 0.286, with 0.0856 to 0.3657', () => {
    const shrunk = shrunkShare({ hits: 4, n: 14 }, { alpha: 2.304768, beta: 14.079707 });
    expect(shrunk.share).toBeCloseTo(0.2075, 4);
    expect(shrunk.bounds.low).toBeCloseTo(0.0856, 4);
    expect(shrunk.bounds.high).toBeCloseTo(0.3657, 4);
    expect(shrunk.reliability).toBeCloseTo(14 / (14 + 16.384475), 9);
  });

  // Gelman's moments of the raw rates: α = 1.356, β = 8.615
  it('of 4 in 14 is 0.2234 under the spread by moments', () =>
    expect(shrunkShare({ hits: 4, n: 14 }, { alpha: 1.3561, beta: 8.6151 }).share).toBeCloseTo(0.2234, 4));

  it('of many cases stays where it is, of none is the mean', () => {
    expect(shrunkShare({ hits: 3_000_000, n: 10_000_000 }, { alpha: 2, beta: 8 }).share).toBeCloseTo(0.3, 6);
    expect(shrunkShare({ hits: 0, n: 0 }, { alpha: 2, beta: 8 }).share).toBe(0.2);
  });

  it('hardly differ where points are identical: each is drawn to the mean', () => {
    const spread = spreadOfShares(Array.from({ length: 50 }, () => ({ hits: 10, n: 100 })));
    expect(spread && spread.alpha / (spread.alpha + spread.beta)).toBeCloseTo(0.1, 6);
    expect(shrunkShare({ hits: 90, n: 100 }, spread ?? { alpha: 1, beta: 1 }).share).toBeLessThan(0.15);
  });

  it('cannot be learned where every case is a hit', () => expect(spreadOfShares([{ hits: 5, n: 5 }])).toBeNull());

  it('lie below a target with the probability of their distribution: Beta(1 + 1, 1 + 0) below ½ is ¼', () =>
    expect(chanceBelow(0.5, { hits: 1, n: 1 }, { alpha: 1, beta: 1 })).toBeCloseTo(0.25, 12));
});
