import { comparable, isPartialWeek, presetOf, presetRange, weeksUpTo } from './periods';

const known = { firstDay: '2025-11-01', lastDay: '2026-10-31' };

describe('periods', () => {
  it('names the month of the latest data by default', () => {
    expect(presetRange('month', '2026-10-31')).toEqual({ from: '2026-10-01', to: '2026-11-01' });
    expect(presetOf({ from: '2026-09-01', to: '2026-10-01' }, '2026-10-31')).toBe('previous_month');
    expect(presetOf({ from: '2026-09-02', to: '2026-10-01' }, '2026-10-31')).toBeNull();
  });

  it('offers the week from Monday and the quarter of the calendar that hold the latest data', () => {
    expect(presetRange('week', '2026-10-31')).toEqual({ from: '2026-10-26', to: '2026-11-02' });
    expect(presetRange('calendar_quarter', '2026-10-31')).toEqual({ from: '2026-10-01', to: '2027-01-01' });
    expect(presetRange('calendar_quarter', '2026-09-30')).toEqual({ from: '2026-07-01', to: '2026-10-01' });
  });

  it('compares a whole month with the month before', () => {
    expect(comparable({ from: '2026-10-01', to: '2026-11-01' }, known)).toEqual({ from: '2026-09-01', to: '2026-10-01' });
  });

  it('compares a month that is still running with as many days of the month before', () => {
    const running = comparable({ from: '2026-10-01', to: '2026-11-01' }, { ...known, lastDay: '2026-10-10' });
    expect(running).toEqual({ from: '2026-09-01', to: '2026-09-11' });
  });

  it('compares with nothing when the data does not reach back', () => {
    expect(comparable({ from: '2025-11-01', to: '2026-11-01' }, known)).toBeNull();
  });

  it('begins weeks on a Monday and ends them with the data', () => {
    // 2026-10-31 is a Saturday; the Monday of its week is the 26th.
    expect(weeksUpTo({ from: '2026-10-01', to: '2026-11-01' }, 2, known)).toEqual({ from: '2026-10-19', to: '2026-11-01' });
  });

  it('shows no week before the data begins', () => {
    expect(weeksUpTo({ from: '2025-11-01', to: '2025-12-01' }, 26, known).from).toBe('2025-11-03');
  });

  it('calls a week partial that ends before its Friday is over', () => {
    const range = { from: '2026-10-01', to: '2026-10-29' };
    expect(isPartialWeek('2026-10-26', range)).toBe(true);
    expect(isPartialWeek('2026-10-19', range)).toBe(false);
    expect(isPartialWeek('2026-10-26', { from: '2026-10-01', to: '2026-11-01' })).toBe(false);
  });
});
