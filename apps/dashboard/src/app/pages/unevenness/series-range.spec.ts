import { isLastPartial, monthsUpTo, sinceIn } from './series-range';

const known = { firstDay: '2025-11-03', lastDay: '2026-10-31' };
const october = { from: '2026-10-01', to: '2026-11-01' };

describe('the months of a series', () => {
  it('are a year up to the end of the period', () => {
    expect(monthsUpTo({ from: '2026-09-01', to: '2026-10-01' }, { ...known, firstDay: '2025-01-01' })).toEqual({
      from: '2025-10-01',
      to: '2026-10-01',
    });
  });

  it('begin with the first whole month of the data, a weekend more or less', () => {
    expect(monthsUpTo(october, known).from).toBe('2025-11-01');
    expect(monthsUpTo(october, { ...known, firstDay: '2025-11-20' }).from).toBe('2025-12-01');
  });

  it('hold the whole period when that is longer, and end with the data', () => {
    expect(monthsUpTo({ from: '2024-02-01', to: '2027-01-01' }, { ...known, firstDay: '2020-01-01' })).toEqual({
      from: '2024-02-01',
      to: '2026-11-01',
    });
  });
});

describe('a change in a series', () => {
  const range = { from: '2025-11-01', to: '2026-11-01' };

  it('is counted from the day asked for, else from the beginning', () => {
    expect(sinceIn(range, '2026-03-01')).toBe('2026-03-01');
    expect([sinceIn(range, null), sinceIn(range, '2020-01-01'), sinceIn(range, '2026-11-01')]).toEqual(Array(3).fill('2025-11-01'));
  });
});

describe('the last period of a series', () => {
  it('is partial while its days are still to come', () => {
    expect(isLastPartial(october, 'month', known)).toBe(false);
    expect(isLastPartial(october, 'month', { ...known, lastDay: '2026-10-20' })).toBe(true);
    expect(isLastPartial(undefined, 'month', known)).toBe(false);
  });

  it('is partial when the range ends inside it', () => {
    expect(isLastPartial({ from: '2026-10-01', to: '2026-10-15' }, 'month', known)).toBe(true);
    expect(isLastPartial({ from: '2026-10-26', to: '2026-10-28' }, 'week', known)).toBe(true);
    expect(isLastPartial({ from: '2026-10-26', to: '2026-11-02' }, 'week', known)).toBe(false);
  });
});
