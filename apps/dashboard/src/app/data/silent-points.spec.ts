import type { Answer } from '@evenhand/domain';
import { figure } from '../../testing/figures';
import { lastWeekOf, silentPoints } from './silent-points';

const known = { firstDay: '2025-11-01', lastDay: '2026-10-31' };

const answer = (coverages: Readonly<Record<string, number | null>>): Answer => ({
  question: { metrics: ['tickets'], by: ['point'], from: '2026-10-25', to: '2026-11-01', where: [], exact: false },
  rows: Object.entries(coverages).map(([point, coverage]) => ({ key: { point }, values: { tickets: figure({ coverage }) } })),
});

describe('silent points', () => {
  it('are looked for in the last week of the period', () => {
    expect(lastWeekOf({ from: '2026-09-01', to: '2026-10-01' }, known)).toEqual({ from: '2026-09-24', to: '2026-10-01' });
  });

  it('are looked for up to the last known day of a period that is still running', () => {
    const running = lastWeekOf({ from: '2026-10-01', to: '2026-11-01' }, { ...known, lastDay: '2026-10-10' });
    expect(running).toEqual({ from: '2026-10-04', to: '2026-10-11' });
  });

  it('are looked for within a period shorter than a week, and nowhere after the data', () => {
    expect(lastWeekOf({ from: '2026-10-29', to: '2026-10-31' }, known)).toEqual({ from: '2026-10-29', to: '2026-10-31' });
    expect(lastWeekOf({ from: '2026-12-01', to: '2027-01-01' }, known)).toBeNull();
  });

  it('are those of which all expected data is missing, not those that sent some', () => {
    expect(silentPoints(answer({ a: 0, b: 0.2, c: 1 }))).toEqual(['a']);
  });

  it('are none where nothing was expected, and none before there is an answer', () => {
    expect(silentPoints(answer({ a: null }))).toEqual([]);
    expect(silentPoints(null)).toEqual([]);
  });
});
