import { latestDays, loadDays } from './load-days';

const october = { from: '2026-10-01', to: '2026-11-01' };

describe('the days of a workload', () => {
  it('are one weekday of the period, one day alone, or else all days of the period', () => {
    expect(loadDays('2', october)).toEqual({ range: october, where: [{ dimension: 'weekday', values: ['2'] }] });
    expect(loadDays('2026-10-30', october)).toEqual({ range: { from: '2026-10-30', to: '2026-10-31' }, where: [] });
    for (const chosen of [null, '7', 'Monday', '2026-10-32']) expect(loadDays(chosen, october)).toEqual({ range: october, where: [] });
  });

  it('offered one by one end with the data or the period, and leave Sundays out', () => {
    // 1 November 2026 is a Sunday.
    const known = { firstDay: '2025-11-03', lastDay: '2026-11-02' };
    expect(latestDays({ from: '2026-10-30', to: '2026-12-01' }, known)).toEqual(['2026-11-02', '2026-10-31', '2026-10-30']);
    expect(latestDays({ from: '2026-10-01', to: '2026-10-03' }, known)).toEqual(['2026-10-02', '2026-10-01']);
  });
});
