import { isRunning, judgedMonths } from './judged-months';

const known = { firstDay: '2026-08-15', lastDay: '2026-11-20' };

describe('the months of verdicts', () => {
  it('end with the month in which the chosen period ends, and begin with the data', () => {
    expect(judgedMonths({ from: '2026-10-01', to: '2026-11-01' }, known, 6)).toEqual({
      months: ['2026-08-01', '2026-09-01', '2026-10-01'],
      chosen: '2026-10-01',
      range: { from: '2026-08-01', to: '2026-11-01' },
    });
  });

  it('end with the last month of the data when the period reaches beyond it', () => {
    expect(judgedMonths({ from: '2026-01-01', to: '2027-01-01' }, known, 2).months).toEqual(['2026-10-01', '2026-11-01']);
  });

  it('hold the chosen month even where no data is', () => {
    expect(judgedMonths({ from: '2025-01-01', to: '2025-02-01' }, known, 3).months).toEqual(['2025-01-01']);
  });

  it('are running until their last day is known', () => {
    expect(isRunning('2026-11-01', known)).toBe(true);
    expect(isRunning('2026-10-01', known)).toBe(false);
    expect(isRunning('2026-11-01', { ...known, lastDay: '2026-11-30' })).toBe(false);
  });
});
