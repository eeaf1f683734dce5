import { addDays, daysIn, isDay, previous, startOfMonth, timeRange, weekdayOf } from './time-range';

describe('a time range', () => {
  it('includes its first day and excludes its last', () => expect(daysIn({ from: '2026-10-01', to: '2026-11-01' })).toBe(31));

  it('compares whole months with as many whole months before', () => {
    expect(previous({ from: '2026-10-01', to: '2026-11-01' })).toEqual({ from: '2026-09-01', to: '2026-10-01' });
    expect(previous({ from: '2026-01-01', to: '2026-04-01' })).toEqual({ from: '2025-10-01', to: '2026-01-01' });
  });

  it('compares other ranges with as many days before', () => {
    expect(previous({ from: '2026-10-05', to: '2026-10-12' })).toEqual({ from: '2026-09-28', to: '2026-10-05' });
  });

  it('[E7] knows leap days', () => {
    expect(isDay('2028-02-29')).toBe(true);
    expect(isDay('2027-02-29')).toBe(false);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('[E7] starts the week on Monday, also week 53 that crosses the year', () => {
    expect(addDays('2027-01-01', 1 - weekdayOf('2027-01-01'))).toBe('2026-12-28');
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-22')).toBe(7);
  });

  it('crosses the year when it counts months', () => expect(startOfMonth('2026-01-15', -1)).toBe('2025-12-01'));

  it('names the field and what is allowed when a day is unreadable', () => {
    expect(() => timeRange('2026-13-01', '2026-12-01')).toThrow('"2026-13-01" is not a day; write it as YYYY-MM-DD');
    expect(() => timeRange('2026-12-01', '2026-12-01')).toThrow('must be after');
  });
});
