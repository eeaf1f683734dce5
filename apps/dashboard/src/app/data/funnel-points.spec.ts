import { compared } from '../../testing/comparisons';
import { figure, metric } from '../../testing/figures';
import { placedPoints } from './funnel-points';

const limits = { look: { low: 0.2, high: 0.4 }, review: { low: 0.1, high: 0.5 } };
const hard = compared({
  value: figure({ value: 0.36 }),
  expected: 0.3,
  adjusted: { value: 0.12, interval: { low: 0.1, high: 0.14 } },
  limits,
  isPersistent: true,
  verdict: 'worse',
  flag: 'look',
});
const city = figure({ value: 0.1 });

describe('points in a funnel', () => {
  it('stand as they are where nothing is allowed for', () => {
    expect(placedPoints({ points: [hard], adjust: 'none', city }, metric())).toEqual([
      { point: 'P1', drawn: { n: 1000, value: 0.36, mark: 'look', isPersistent: true }, limits: { n: 1000, ...limits } },
    ]);
  });

  it('keep their ratio to what is expected of them, with their limits, once the work is allowed for', () => {
    const [point] = placedPoints({ points: [hard], adjust: 'casemix', city }, metric());
    // 0.4 of 0.3 expected is 4/3 of the city's 0.1.
    expect(point?.drawn.value).toBe(0.12);
    expect(point?.limits.look.high).toBeCloseTo(0.4 / 3, 12);
    expect(point?.limits.review.low).toBeCloseTo(0.1 / 3, 12);
  });

  it('count the cases that fail a share that should be high', () => {
    const late = compared({
      value: figure({ value: 0.8 }),
      expected: 0.9,
      adjusted: { value: 0.9, interval: { low: 0.88, high: 0.92 } },
      limits: { look: { low: 0.85, high: 0.95 }, review: { low: 0.8, high: 1 } },
    });
    const [point] = placedPoints({ points: [late], adjust: 'casemix', city: figure({ value: 0.95 }) }, metric({ direction: 'up' }));
    // 15 fail where 10 are expected; of the city's 5 that makes 7.5.
    expect(point?.limits.look.low).toBeCloseTo(0.925, 12);
    expect(point?.limits.review.high).toBe(1);
  });

  it('are left out where they cannot be compared', () => {
    expect(placedPoints({ points: [compared({ verdict: 'unknown', limits: null })], adjust: 'none', city }, metric())).toEqual([]);
  });
});
