import {
  formatDay,
  formatDayLong,
  formatDayShort,
  formatInstant,
  formatMonth,
  formatMonthName,
  formatMonthShort,
  formatRange,
  instantIn,
} from './day';

describe('days', () => {
  it('are never written so that day and month can be mistaken', () => {
    expect(formatDay('2026-03-05', 'vi')).toBe('05/03/2026');
    expect(formatDay('2026-03-05', 'en')).toBe('05 Mar 2026');
    expect(formatDayShort('2026-03-05', 'vi')).toBe('05/03');
    expect(formatDayShort('2026-03-05', 'en')).toBe('05 Mar');
  });

  it('are shortened to their month', () => {
    expect([formatMonth('2026-03-05', 'vi'), formatMonth('2026-03-05', 'en')]).toEqual(['03/2026', 'Mar 2026']);
    expect([formatMonthShort('2026-03-05', 'vi'), formatMonthShort('2026-03-05', 'en')]).toEqual(['T3', 'Mar']);
  });

  it('are told by the name of their month', () => {
    expect([formatMonthName('2026-12-05', 'vi'), formatMonthName('2026-12-05', 'en')]).toEqual(['Tháng 12', 'December']);
  });

  it('show the last included day of a period, not the excluded one', () => {
    expect(formatRange({ from: '2026-10-01', to: '2026-11-01' }, 'vi')).toBe('01/10 – 31/10/2026');
    expect(formatRange({ from: '2026-10-01', to: '2026-11-01' }, 'en')).toBe('01–31 Oct 2026');
    expect(formatRange({ from: '2025-11-01', to: '2026-11-01' }, 'en')).toBe('01 Nov 2025 – 31 Oct 2026');
    expect(formatRange({ from: '2026-10-31', to: '2026-11-01' }, 'vi')).toBe('31/10/2026');
  });

  it('say the weekday', () => {
    expect(formatDayLong('2026-10-31', 'vi')).toBe('Thứ Bảy, 31/10/2026');
    expect(formatDayLong('2026-10-31', 'en')).toBe('Saturday, 31 Oct 2026');
  });

  it('cut instants in the zone of the city', () => {
    // 17:30 in UTC is half past midnight of the next day in Hanoi (+07:00).
    expect(instantIn('2026-10-30T17:30:00.000Z', 'Asia/Ho_Chi_Minh')).toEqual({ day: '2026-10-31', time: '00:30' });
    expect(formatInstant('2026-10-31T03:42:00Z', 'Asia/Ho_Chi_Minh', 'vi')).toBe('10:42 31/10/2026');
  });
});
