import { calendarDays, daysButHolidays, due, hours, SAME_DAY, workingDays, workingTime } from './worked-example';

/** October 2026: the 5th is a Monday. */
describe('a limit in hours', () => {
  it('of eight ends at the same time of the next working day', () => {
    // Mon 10:00–11:30 = 1.5, 13:30–17:00 = 3.5, Tue 07:00–10:00 = 3
    expect(due('2026-10-05 10:00', hours(8))).toBe('2026-10-06 10:00');
    // At seven open hours a day too: 5 of 7 open hours on Monday, 2 of 7 on Tuesday
    expect(due('2026-10-05 10:00', hours(8), { time: workingTime('SEVEN') })).toBe('2026-10-06 10:00');
  });

  it('of two takes two eighths of a day: 2/8 × 7 h = 1:45, or two open hours where the city counts them as they are', () => {
    expect(due('2026-10-05 08:00', hours(2), { time: workingTime('SEVEN') })).toBe('2026-10-05 09:45');
    expect(due('2026-10-05 08:00', hours(2), { time: workingTime('SEVEN', { hoursPerWorkingDay: 'as_open' }) })).toBe('2026-10-05 10:00');
  });

  it('ends at a closing time, not at the opening that follows', () => expect(due('2026-10-05 07:00', hours(4.5))).toBe('2026-10-05 11:30'));

  it.each([
    // the clock starts at 07:00, 13:30, Tue 07:00; Mon 10:00 has 1.5 h before lunch
    ['before opening', '2026-10-05 05:00', '2026-10-05 09:00'],
    ['during lunch', '2026-10-05 12:15', '2026-10-05 15:30'],
    ['after closing', '2026-10-05 20:00', '2026-10-06 09:00'],
    ['late in the morning', '2026-10-05 10:00', '2026-10-05 14:00'],
  ])('of two, received %s', (_, received, expected) => expect(due(received, hours(2))).toBe(expected));

  it('starts on Monday for a reception on a Saturday morning opening', () =>
    // 4 working hours = 3.5 of 7 open hours
    expect(due('2026-10-10 09:00', hours(4), { time: workingTime('SEVEN') })).toBe('2026-10-12 11:30'));

  it('crosses Tết 2026', () =>
    // Fri 13 February 15:00–17:00 = 2; Mon 23 07:00–11:30 = 4.5, 13:30–15:00 = 1.5
    expect(due('2026-02-13 15:00', hours(8))).toBe('2026-02-23 15:00'));

  it('runs on a swapped Saturday with Monday’s hours', () =>
    // Fri 9 January 16:00–17:00 = 1; Sat 10 07:00–11:30 = 4.5, 13:30–16:00 = 2.5
    expect(due('2026-01-09 16:00', hours(8))).toBe('2026-01-10 16:00'));

  it('follows a change of hours from its first day', () =>
    // Tue 30 June 16:00–17:00 = 1; Wed 1 July 08:00–12:00 = 4, 13:00–14:00 = 1
    expect(due('2026-06-30 16:00', hours(6), { time: workingTime('MOVED') })).toBe('2026-07-01 14:00'));

  it('stands on 29 February', () => expect(due('2028-02-28 16:00', hours(8))).toBe('2028-02-29 16:00'));

  it('of none is due as the clock starts', () => expect(due('2026-10-05 12:00', hours(0))).toBe('2026-10-05 13:30'));
});

describe('a limit in working days', () => {
  it.each([
    // [received, days, due]: the day of reception does not count
    ['2026-10-05 10:00', 1, '2026-10-06 17:00'],
    ['2026-10-05 10:00', 5, '2026-10-12 17:00'],
    // after closing on Monday is as received on Tuesday; Wed = 1
    ['2026-10-05 18:00', 1, '2026-10-07 17:00'],
    // on a Saturday is as received on Monday 12; Tue = 1
    ['2026-10-10 09:00', 1, '2026-10-13 17:00'],
    // Fri 13 February = 1, Mon 23 = 2, Tue 24 = 3
    ['2026-02-12 09:00', 3, '2026-02-24 17:00'],
    // Tue 24 November is a holiday
    ['2026-11-23 09:00', 1, '2026-11-25 17:00'],
    // Sun 26 April is a holiday, Mon 27 is off in lieu
    ['2026-04-24 09:00', 1, '2026-04-28 17:00'],
    // Sat 22 August works instead of Mon 31; 1 and 2 September are holidays
    ['2026-08-21 09:00', 1, '2026-08-22 17:00'],
    ['2026-08-28 09:00', 1, '2026-09-03 17:00'],
    // Tue 29 February 2028 = 1, Wed 1 March = 2
    ['2028-02-28 09:00', 2, '2028-03-01 17:00'],
  ])('received %s, %i working days end %s', (received, count, expected) => expect(due(received, workingDays(count))).toBe(expected));

  it('counts the day of reception where the city says so', () => {
    const time = workingTime(null, { firstDayCounts: true });
    expect(due('2026-10-05 10:00', workingDays(1), { time })).toBe('2026-10-05 17:00');
    expect(due('2026-10-05 10:00', workingDays(5), { time })).toBe('2026-10-09 17:00');
  });

  it('ends at the close of business of the point', () =>
    expect(due('2026-06-30 10:00', workingDays(1), { time: workingTime('MOVED') })).toBe('2026-07-01 17:00'));
});

describe('a limit in calendar days', () => {
  it('counts rest days too', () => expect(due('2026-10-05 10:00', calendarDays(10))).toBe('2026-10-15 17:00'));

  it('gives way to the next working day when its last day is a rest day', () => {
    // Mon 5 + 5 = Sat 10 → Mon 12; Tue 10 February + 5 = Sun 15, in Tết → Mon 23
    expect(due('2026-10-05 10:00', calendarDays(5))).toBe('2026-10-12 17:00');
    expect(due('2026-02-10 10:00', calendarDays(5))).toBe('2026-02-23 17:00');
  });

  it('ends at 24:00 of the rest day where the city lets it fall as it falls', () =>
    expect(due('2026-10-05 10:00', calendarDays(5), { time: workingTime(null, { endOnRestDay: 'as_it_falls' }) })).toBe(
      '2026-10-10 24:00',
    ));

  it('counts 29 February in leap years only', () => {
    // Sat 26 February 2028 is as received on Mon 28; + 2 = Wed 1 March. In 2027, Fri 26 + 2 = Sun 28 → Mon 1 March
    expect(due('2028-02-26 10:00', calendarDays(2))).toBe('2028-03-01 17:00');
    expect(due('2027-02-26 10:00', calendarDays(2))).toBe('2027-03-01 17:00');
  });
});

describe('a limit in calendar days of which holidays do not count', () => {
  it.each([
    // Fri 13 February = 1, Tết does not count, Mon 23 = 2, Tue 24 = 3
    ['2026-02-12 10:00', 3, '2026-02-24 17:00'],
    // Sat 10 and Sun 11 October count: Fri 9 + 4 = Tue 13
    ['2026-10-09 10:00', 4, '2026-10-13 17:00'],
    // Sat 25 = 1, Sun 26 and Mon 27 April do not count, Tue 28 = 2
    ['2026-04-24 10:00', 2, '2026-04-28 17:00'],
    // Mon 5 + 5 = Sat 10 gives way to Mon 12
    ['2026-10-05 10:00', 5, '2026-10-12 17:00'],
  ])('received %s, %i days end %s', (received, count, expected) => expect(due(received, daysButHolidays(count))).toBe(expected));
});

describe('a same-day procedure', () => {
  it.each([
    ['at 15:00 sharp is due that day', '2026-10-05 15:00', '2026-10-05 17:00'],
    ['a second after 15:00 is due the next working day', '2026-10-05 15:00:01', '2026-10-06 17:00'],
    ['after closing is due the next working day', '2026-10-05 17:30', '2026-10-06 17:00'],
    ['after 15:00 on a Friday is due on Monday', '2026-10-09 16:00', '2026-10-12 17:00'],
    ['on a Saturday afternoon is due on Monday', '2026-10-10 16:00', '2026-10-12 17:00'],
    ['after 15:00 on the eve of 24 November is due on the 25th', '2026-11-23 15:30', '2026-11-25 17:00'],
  ])('received %s', (_, received, expected) => expect(due(received, SAME_DAY)).toBe(expected));

  it('keeps the time of day that the city sets', () =>
    expect(due('2026-10-05 14:30', SAME_DAY, { time: workingTime(null, { sameDayUntil: '14:00' }) })).toBe('2026-10-06 17:00'));
});

describe('known defects of deadline arithmetic, none of which is here', () => {
  it('holidays are those of every year: late December ends in a January that has its own', () => {
    // Wed 31 December = 1, Thu 1 and Fri 2 January rest, Mon 5 = 2
    expect(due('2025-12-30 16:00', workingDays(2))).toBe('2026-01-05 17:00');
    // Tue 30 16:00–17:00 = 1, Wed 31 = 8, Mon 5 07:00–11:30 = 4.5, 13:30–16:00 = 2.5
    expect(due('2025-12-30 16:00', hours(16))).toBe('2026-01-05 16:00');
    // Thu 31 = 1, Fri 1 January 2027 rests, Mon 4 = 2
    expect(due('2026-12-30 09:00', workingDays(2))).toBe('2027-01-04 17:00');
  });

  it('reception exactly at the end of the morning goes on after lunch', () => {
    // 13:30 + 2 h
    expect(due('2026-10-05 11:30', hours(2))).toBe('2026-10-05 15:30');
    // 10 h: 13:30–17:00 = 3.5, Tue 07:00–11:30 = 4.5, 13:30–15:30 = 2
    expect(due('2026-10-05 11:30', hours(10))).toBe('2026-10-06 15:30');
  });

  it('reception on a rest day starts at the opening of the next working day', () => {
    // Mon 12 07:00 + 2 h; Tết: Mon 23 February 07:00 + 2 h
    expect(due('2026-10-11 16:00', hours(2))).toBe('2026-10-12 09:00');
    expect(due('2026-02-17 10:00', hours(2))).toBe('2026-02-23 09:00');
  });

  it('hours that run over into the next morning stop for its lunch', () =>
    // Mon 16:30–17:00 = 0.5, Tue 07:00–11:30 = 4.5, 13:30–14:30 = 1
    expect(due('2026-10-05 16:30', hours(6))).toBe('2026-10-06 14:30'));

  it.each([
    [hours(-1), 'A limit of -1 hours cannot be counted; give a number of 0 or more.'],
    [hours(Number.NaN), 'A limit of NaN hours cannot be counted; give a number of 0 or more.'],
    [workingDays(1.5), 'A limit of 1.5 working_days cannot be counted; give a whole number of 0 or more.'],
    [calendarDays(Infinity), 'A limit of Infinity calendar_days cannot be counted; give a whole number of 0 or more.'],
  ])('an error says what is wrong instead of becoming a date: %j', (limit, message) =>
    expect(() => due('2026-10-05 10:00', limit)).toThrow(message),
  );
});
