import { isBefore, secondOfDay, wallClock, wallClockText } from './wall-clock';

describe('a wall clock', () => {
  it('counts the seconds of the day: 16:30:20 is 16 × 3600 + 30 × 60 + 20', () =>
    expect(wallClock('2026-10-05 16:30:20')).toEqual({ day: '2026-10-05', second: 59_420 }));

  it('is written as it was read', () => expect(wallClockText(wallClock('2026-10-05T08:05'))).toBe('2026-10-05 08:05:00'));

  it('knows 24:00 as the end of a day', () => expect(secondOfDay('24:00')).toBe(86_400));

  it('orders by day, then by time', () => {
    expect(isBefore(wallClock('2026-12-31 17:00'), wallClock('2027-01-01 07:00'))).toBe(true);
    expect(isBefore(wallClock('2026-12-31 17:00'), wallClock('2026-12-31 17:00'))).toBe(false);
  });

  it.each(['2026-02-29 08:00', '2026-10-05', '2026-10-05x08:00', 'yesterday'])('[E7] names "%s" when it cannot be read', (text) =>
    expect(() => wallClock(text)).toThrow(`"${text}" is not a day and a time; write it as YYYY-MM-DD HH:MM`),
  );

  it.each(['8:00', '24:00:01', '25:00', '08:60', ''])('names "%s" when it is no time of day', (clock) =>
    expect(() => secondOfDay(clock)).toThrow(`"${clock}" is not a time of day; write it as HH:MM or HH:MM:SS, at most 24:00.`),
  );
});
