import { countRatio, partsRatio } from './ratio-interval';

describe('the ratio of two counts', () => {
  it('is bounded by the share that the upper count has of both', () => {
    // 65 of 100 lie between .5525444328689797 and .7363575175690247 (UK Health Security Agency): 65 to 35 between the odds of these.
    const { low, high } = countRatio(65, 35) ?? { low: NaN, high: NaN };
    expect(low).toBeCloseTo(0.5525444328689797 / 0.4474555671310203, 8);
    expect(high).toBeCloseTo(0.7363575175690247 / 0.2636424824309753, 8);
  });

  it('reaches from zero when nothing is counted above, and to infinity when nothing is below', () => {
    expect(countRatio(0, 20)?.low).toBe(0);
    expect(countRatio(20, 0)?.high).toBe(Infinity);
    expect(countRatio(0, 0)).toBeNull();
  });
});

describe('the ratio of two sums', () => {
  it('is bounded by how much it differs between the parts', () => {
    // R = 15/6 = 2.5; what is left: −.5, −1, 1.5, squared 3.5; s = √(3/2 · 3.5)/6 = .381881; t(2) = 4.302653.
    const parts = [
      { top: 2, bottom: 1 },
      { top: 4, bottom: 2 },
      { top: 9, bottom: 3 },
    ];
    const { low, high } = partsRatio(parts) ?? { low: NaN, high: NaN };
    expect(low).toBeCloseTo(2.5 - 1.643102, 5);
    expect(high).toBeCloseTo(2.5 + 1.643102, 5);
  });

  it('is certain where all parts have the same ratio, however different their size', () => {
    const parts = [1, 5, 20].map((bottom) => ({ top: 3 * bottom, bottom }));
    expect(partsRatio(parts)).toEqual({ low: 3, high: 3 });
  });

  it('has no bounds from two parts, or from nothing', () => {
    expect(partsRatio([1, 2].map((bottom) => ({ top: 1, bottom })))).toBeNull();
    expect(partsRatio([1, 2, 3].map((top) => ({ top, bottom: 0 })))).toBeNull();
  });
});
