import { explainedByMix, profiledSpread, realSpread, spreadBounds } from './real-spread';

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

// Thirteen trials of a vaccine (Colditz and others, JAMA 271 (1994) 698–702): cases and non-cases, treated and control.
const TRIALS = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
] as const;
const logRisks = TRIALS.map(([a, b, c, d]) => ({
  value: Math.log(a / (a + b) / (c / (c + d))),
  standardError: Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)),
}));

describe('the interval of the real spread', () => {
  it('of the thirteen trials is 0.3460 to 1.0543, as R metafor prints it', () => {
    const bounds = spreadBounds(logRisks);
    expect(bounds?.low).toBeCloseTo(0.346, 3);
    expect(bounds?.high).toBeCloseTo(1.0543, 3);
    expect(realSpread(logRisks)?.tau).toBeCloseTo(Math.sqrt(0.3088), 3);
  });

  it('encloses the estimate of Paule and Mandel: a variance of 0.3181 in the thirteen trials', () =>
    expect((profiledSpread(logRisks) ?? NaN) ** 2).toBeCloseTo(0.3181, 4));

  it('and that estimate is 0 where chance explains the scatter', () => {
    expect(profiledSpread([0, 1, 0, 1].map((value) => ({ value, standardError: 1 })))).toBe(0);
    expect(profiledSpread([{ value: 1, standardError: 1 }])).toBeNull();
  });

  it('begins at 0 where chance may explain all, and does not exist for one point', () => {
    expect(spreadBounds([0, 1, 0, 1].map((value) => ({ value, standardError: 1 })))?.low).toBe(0);
    expect(spreadBounds([{ value: 1, standardError: 1 }])).toBeNull();
  });
});
