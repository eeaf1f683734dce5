import type { VerdictState } from '@evenhand/domain';
import { breachRows, judgedMonth, type Verdict } from './breach-rows';

const verdict = (point: string | null, state: VerdictState, breaches: number | null = 0): Verdict => ({
  ...{ point, state, breaches, from: '2026-10-01', to: '2026-11-01', reason: null, value: 0.1, interval: null, bounds: null },
  ...{ n: 100, coverage: 1, asOf: null, readFrom: 'rollup', pieces: [] },
});

describe('points that break a standard', () => {
  it('come by how many people are concerned', () => {
    const verdicts = [
      verdict('A', 'fail', 3),
      verdict('B', 'pass'),
      verdict('C', 'fail', 9),
      verdict('D', 'fail', null),
      verdict('E', 'unknown'),
    ];
    const { failing, counts } = breachRows({ verdicts }, () => true);
    expect(failing.map(({ point }) => point)).toEqual(['C', 'A', 'D']);
    expect(counts).toEqual({ pass: 1, fail: 3, too_close: 0, unknown: 1, not_applicable: 0 });
  });

  it('are points of the chosen branch, never the city as a whole', () => {
    const verdicts = [verdict('A', 'fail'), verdict('B', 'fail'), verdict(null, 'fail')];
    expect(breachRows({ verdicts }, (point) => point === 'A').counts.fail).toBe(1);
  });

  it('are judged in the last month of the period that has data', () => {
    const known = { firstDay: '2025-11-03', lastDay: '2026-10-31' };
    expect(judgedMonth({ from: '2025-11-01', to: '2026-12-01' }, known)).toEqual({ from: '2026-10-01', to: '2026-11-01' });
    expect(judgedMonth({ from: '2026-08-15', to: '2026-09-01' }, known)).toEqual({ from: '2026-08-01', to: '2026-09-01' });
  });
});
