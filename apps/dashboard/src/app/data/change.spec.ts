import { figure, metric } from '../../testing/figures';
import { changeFrom } from './change';

const at = (value: number, half: number) => figure({ value, interval: { low: value - half, high: value + half } });
const count = metric({ unit: 'count', kind: 'count' });

describe('the change against the comparable period', () => {
  it('is within the normal when the intervals overlap', () => {
    expect(changeFrom(at(0.16, 0.02), at(0.18, 0.02), metric()).kind).toBe('within');
  });

  it('goes by the direction of the metric, not by the sign', () => {
    expect(changeFrom(at(0.16, 0.01), at(0.2, 0.01), metric({ direction: 'down' })).kind).toBe('worse');
    expect(changeFrom(at(0.16, 0.01), at(0.2, 0.01), metric({ direction: 'up' })).kind).toBe('better');
  });

  it('of a count is within the normal up to z√(a+b)', () => {
    // 1.96 × √(100 + 120) = 29: 20 more is chance, 40 more is not (1.96 × √240 = 30.4).
    expect(changeFrom(figure({ value: 100 }), figure({ value: 120 }), count).kind).toBe('within');
    expect(changeFrom(figure({ value: 100 }), figure({ value: 140 }), count).kind).toBe('worse');
  });

  it('is said without judgement where there is no interval', () => {
    expect(changeFrom(figure({ value: 0.7 }), figure({ value: 0.8 }), metric({ kind: 'ratio' }))).toMatchObject({ kind: 'moved' });
  });

  it('is unknown where one of the periods is', () => {
    expect(changeFrom(null, figure(), metric()).kind).toBe('unknown');
    expect(changeFrom(figure({ value: null }), figure(), metric()).kind).toBe('unknown');
  });
});
