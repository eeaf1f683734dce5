import { between, geometricMean } from './composite';

describe('a composite of shares', () => {
  it('is the human development index of the United States in 2019: 0.926', () => {
    const life = between(78.9, { low: 20, high: 85 });
    const schooling = (between(13.4, { low: 0, high: 15 }) + between(16.3, { low: 0, high: 18 })) / 2;
    const income = between(Math.log(63_826), { low: Math.log(100), high: Math.log(75_000) });
    expect([life, schooling, income]).toEqual([0.90615, 0.89944, 0.97563].map((share) => expect.closeTo(share, 5)));
    expect(geometricMean([life, schooling, income].map((share) => ({ share })))).toBeCloseTo(0.926, 3);
  });

  it('lets little be made up for: 1 and 0.25 come to a half, and nothing at all to a tenth', () => {
    expect(geometricMean([{ share: 1 }, { share: 0.25 }])).toBeCloseTo(0.5, 12);
    // the floor of 0.01
    expect(geometricMean([{ share: 1 }, { share: 0 }])).toBeCloseTo(0.1, 12);
    expect(geometricMean([{ share: 1, weight: 3 }, { share: 0.0625 }])).toBeCloseTo(0.5, 12);
  });

  it('of nothing does not exist, and no value is better than its upper goalpost', () => {
    expect(geometricMean([])).toBeNull();
    expect([between(-5, { low: 0, high: 10 }), between(12, { low: 0, high: 10 })]).toEqual([0, 1]);
  });
});
