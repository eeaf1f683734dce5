import { calendarDays, due, hours, pause, SAME_DAY, workingDays } from './worked-example';

/** October 2026: the 5th is a Monday. */
describe('a supplement request stops the clock', () => {
  it('of hours from the request to the completion', () =>
    // Mon 10:00–11:00 = 1; Wed 14:00–17:00 = 3; Thu 07:00–11:00 = 4
    expect(due('2026-10-05 10:00', hours(8), { pauses: [pause('2026-10-05 11:00', '2026-10-07 14:00')] })).toBe('2026-10-08 11:00'));

  it('of hours, and goes on at the next opening when it is completed at night', () =>
    // Mon 10:00–11:00 = 1; Wed 07:00–11:30 = 4.5, 13:30–16:00 = 2.5
    expect(due('2026-10-05 10:00', hours(8), { pauses: [pause('2026-10-05 11:00', '2026-10-06 22:00')] })).toBe('2026-10-07 16:00'));

  it('of days by the days from the request to the completion', () =>
    // Tue 6 = 1, stopped at the end of Wed 7 and Thu 8, Fri 9 = 2, Mon 12 = 3, Tue 13 = 4, Wed 14 = 5
    expect(due('2026-10-05 10:00', workingDays(5), { pauses: [pause('2026-10-07 10:00', '2026-10-09 15:00')] })).toBe('2026-10-14 17:00'));

  it('of days by one more when it is completed after closing', () =>
    expect(due('2026-10-05 10:00', workingDays(5), { pauses: [pause('2026-10-07 10:00', '2026-10-09 18:00')] })).toBe('2026-10-15 17:00'));

  it('of days by none when it is completed the same day, until close of business', () => {
    expect(due('2026-10-05 10:00', workingDays(5), { pauses: [pause('2026-10-07 08:00', '2026-10-07 17:00')] })).toBe('2026-10-12 17:00');
    expect(due('2026-10-05 10:00', workingDays(5), { pauses: [pause('2026-10-07 17:00', '2026-10-08 09:00')] })).toBe('2026-10-12 17:00');
  });

  it('of days once for each request', () => {
    // Tue 6 stopped, Wed 7 = 1, Thu 8 stopped, Fri 9 = 2, Mon 12 = 3
    const pauses = [pause('2026-10-06 10:00', '2026-10-07 10:00'), pause('2026-10-08 10:00', '2026-10-09 10:00')];
    expect(due('2026-10-05 10:00', workingDays(3), { pauses })).toBe('2026-10-12 17:00');
  });

  it('of calendar days on rest days too', () =>
    // Tue 6 = 1, stopped 7, 8, 9, Sat 10 = 2 … Sun 18 = 10 → Mon 19
    expect(due('2026-10-05 10:00', calendarDays(10), { pauses: [pause('2026-10-07 10:00', '2026-10-10 10:00')] })).toBe(
      '2026-10-19 17:00',
    ));

  it('while a last day gives way to the next working day', () =>
    // Mon 5 + 6 = Sun 11 → Mon 12 and Tue 13 stopped → Wed 14
    expect(due('2026-10-05 10:00', calendarDays(6), { pauses: [pause('2026-10-12 08:00', '2026-10-14 10:00')] })).toBe('2026-10-14 17:00'));

  it('of a same-day procedure until the day of the completion', () =>
    expect(due('2026-10-05 10:00', SAME_DAY, { pauses: [pause('2026-10-05 11:00', '2026-10-06 09:00')] })).toBe('2026-10-06 17:00'));

  it.each([hours(8), workingDays(5), calendarDays(5), SAME_DAY])('and nobody knows the due date until it is completed: %j', (limit) =>
    expect(due('2026-10-05 10:00', limit, { pauses: [pause('2026-10-05 11:00')] })).toBeUndefined(),
  );

  it('but does not move a due date that has passed', () => {
    expect(due('2026-10-05 10:00', hours(8), { pauses: [pause('2026-10-06 11:00')] })).toBe('2026-10-06 10:00');
    expect(due('2026-10-05 10:00', workingDays(1), { pauses: [pause('2026-10-07 08:00', '2026-10-20 08:00')] })).toBe('2026-10-06 17:00');
  });

  it('and a pause that ends before it begins is refused', () =>
    expect(() => due('2026-10-05 10:00', workingDays(5), { pauses: [pause('2026-10-07 10:00', '2026-10-06 10:00')] })).toThrow(
      'A pause ends at 2026-10-06 10:00:00 but must not end before it begins, 2026-10-07 10:00:00.',
    ));
});
