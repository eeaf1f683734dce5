import { type FunnelLimits, usualLimits } from './funnel-limits';

const limitsAt = (n: number, half: number): FunnelLimits => ({
  n,
  look: { low: 50 - half, high: 50 + half },
  review: { low: 50 - 2 * half, high: 50 + 2 * half },
});

describe('usualLimits', () => {
  it('runs from the smallest to the largest point', () => {
    expect(usualLimits([limitsAt(30, 1), limitsAt(10, 3), limitsAt(20, 2)]).map(({ n }) => n)).toEqual([10, 20, 30]);
  });

  it('keeps limits that narrow steadily as they are', () => {
    const steady = [limitsAt(10, 9), limitsAt(20, 8), limitsAt(30, 7), limitsAt(40, 6), limitsAt(50, 5)];
    expect(usualLimits(steady)).toEqual(steady);
  });

  it('does not follow one point whose work is unlike that of its neighbours', () => {
    const [, odd] = usualLimits([limitsAt(10, 4), limitsAt(20, 40), limitsAt(30, 4)]);
    expect(odd).toEqual(limitsAt(20, 4));
  });

  it('has none to draw without points', () => {
    expect(usualLimits([])).toEqual([]);
  });
});
