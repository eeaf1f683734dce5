import { isoWeek, periodName } from './period-name';

describe('the name of a period', () => {
  it.each([
    ['2026-01-01', '2027-01-01', 'Năm 2026', '2026'],
    ['2026-01-01', '2026-04-01', 'Quý I/2026', 'Q1 2026'],
    ['2026-10-01', '2027-01-01', 'Quý IV/2026', 'Q4 2026'],
    ['2026-10-01', '2026-11-01', 'Tháng 10/2026', 'Oct 2026'],
    ['2026-10-26', '2026-11-02', 'Tuần 44/2026', 'Week 44, 2026'],
  ])('from %s up to %s is %s, %s', (from, to, vietnamese, english) => {
    expect([periodName({ from, to }, 'vi'), periodName({ from, to }, 'en')]).toEqual([vietnamese, english]);
  });

  it('is none for days that are no whole week, month, quarter or year', () => {
    expect(periodName({ from: '2026-10-27', to: '2026-11-03' }, 'vi')).toBeNull();
    expect(periodName({ from: '2026-08-01', to: '2026-11-01' }, 'vi')).toBeNull();
  });

  it('counts weeks by ISO 8601: the first holds the first Thursday of the year', () => {
    expect(isoWeek('2026-01-01')).toEqual({ year: 2026, week: 1 });
    // 2027 begins on a Friday: its first three days are still in week 53 of 2026.
    expect(isoWeek('2027-01-03')).toEqual({ year: 2026, week: 53 });
    expect(isoWeek('2027-01-04')).toEqual({ year: 2027, week: 1 });
    // 2024-12-30 is a Monday whose Thursday is 2025-01-02.
    expect(isoWeek('2024-12-30')).toEqual({ year: 2025, week: 1 });
  });
});
