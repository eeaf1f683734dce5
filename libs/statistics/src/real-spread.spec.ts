import { explainedByMix, realSpread } from './real-spread';

const pair = (a: number, b: number, standardError = 1) => [a, b].map((value) => ({ value, standardError }));

describe('the real spread of points', () => {
  it('of two estimates 0 and 4 with standard error 1: Q = 8, τ² = (8 − 1)/(2 − 2/2) = 7', () => {
    const spread = realSpread(pair(0, 4));
    expect(spread?.centre).toBe(2);
    expect(spread?.q).toBe(8);
    expect(spread?.tau).toBeCloseTo(Math.sqrt(7), 12);
    expect(spread?.reliability).toBeCloseTo(7 / 8, 12);
  });

  it('is nothing where chance explains the scatter', () => expect(realSpread(pair(0, 1))?.tau).toBe(0));

  it('of one point does not exist', () => expect(realSpread([{ value: 1, standardError: 1 }])).toBeNull());

  it('is explained by the mix as far as adjusting shrinks it: from τ² = 7 to τ² = 1, six sevenths', () => {
    const [asItIs, adjusted] = [realSpread(pair(0, 4)), realSpread(pair(0, 2))];
    expect(asItIs && adjusted && explainedByMix(asItIs, adjusted)).toBeCloseTo(6 / 7, 12);
  });

  it('can be larger once adjusted: the mix was hiding it', () => {
    const [asItIs, adjusted] = [realSpread(pair(0, 2)), realSpread(pair(0, 4))];
    expect(asItIs && adjusted && explainedByMix(asItIs, adjusted)).toBeCloseTo(-6, 12);
  });
});
