import { type Pause } from './pause';
import { PointHours } from './point-hours';
import { wallClock } from './wall-clock';
import { CALENDAR, HOURS, hoursRows, pause, WEEKDAYS, workingTime } from './worked-example';
import { WorkingTime } from './working-time';

const elapsedHours = (from: string, to: string, { time = workingTime(), pauses = [] as readonly Pause[] } = {}) =>
  time.elapsedMs(wallClock(from), wallClock(to), pauses) / 3_600_000;

describe('elapsed working time', () => {
  it('leaves out lunch and the night', () =>
    // Mon 10:00–11:30 and 13:30–17:00 = 1.5 + 3.5; Tue 07:00–09:00 = 2
    expect(elapsedHours('2026-10-05 10:00', '2026-10-06 09:00')).toBe(7));

  it('leaves out Tết', () =>
    // Fri 13 February 16:00–17:00 = 1; Mon 23 07:00–08:00 = 1
    expect(elapsedHours('2026-02-13 16:00', '2026-02-23 08:00')).toBe(2));

  it('is nothing while the point is closed', () => {
    expect(elapsedHours('2026-10-05 11:30', '2026-10-05 13:30')).toBe(0);
    expect(elapsedHours('2026-10-09 17:00', '2026-10-12 07:00')).toBe(0);
    expect(elapsedHours('2026-10-05 10:00', '2026-10-05 10:00')).toBe(0);
  });

  it('leaves out the pauses, and none of them twice where they overlap', () => {
    // Mon 07:00 to Tue 11:30 = 8 + 4.5; stopped Mon 10:00 to Tue 08:00 = 1.5 + 3.5 + 1
    const pauses = [pause('2026-10-05 10:00', '2026-10-05 16:00'), pause('2026-10-05 15:00', '2026-10-06 08:00')];
    expect(elapsedHours('2026-10-05 07:00', '2026-10-06 11:30', { pauses })).toBe(6.5);
  });

  it('ends with a pause that has no end', () =>
    expect(elapsedHours('2026-10-05 07:00', '2026-10-09 17:00', { pauses: [pause('2026-10-05 09:00')] })).toBe(2));

  it('follows the hours that were in force on each day', () =>
    // Tue 30 June 16:00–17:00 by the city’s hours = 1; Wed 1 July 08:00–12:00 by its own = 4
    expect(elapsedHours('2026-06-30 16:00', '2026-07-01 12:15', { time: workingTime('MOVED') })).toBe(5));

  it('makes a day of seven open hours worth eight working hours', () => {
    expect(elapsedHours('2026-10-05 08:00', '2026-10-05 17:00', { time: workingTime('SEVEN') })).toBe(8);
    // 3.5 of 7 open hours
    expect(elapsedHours('2026-10-05 08:00', '2026-10-05 11:30', { time: workingTime('SEVEN') })).toBe(4);
  });

  it('counts open hours as they are where the city says so', () =>
    expect(elapsedHours('2026-10-05 08:00', '2026-10-05 17:00', { time: workingTime('SEVEN', { hoursPerWorkingDay: 'as_open' }) })).toBe(
      7,
    ));

  it('does not run on a Saturday morning on which the point only receives', () =>
    expect(elapsedHours('2026-10-10 08:00', '2026-10-10 11:30', { time: workingTime('SEVEN') })).toBe(0));

  it('runs all day on a swapped Saturday, also where a point opens only on Saturday mornings', () =>
    expect(elapsedHours('2026-01-10 08:00', '2026-01-10 17:00', { time: workingTime('SEVEN') })).toBe(8));

  it('refuses an end before the beginning', () =>
    expect(() => elapsedHours('2026-10-05 10:00', '2026-10-05 09:00')).toThrow(
      'The end, 2026-10-05 09:00:00, must not come before the beginning, 2026-10-05 10:00:00.',
    ));

  it('refuses a pause that ends before it begins', () =>
    expect(() => elapsedHours('2026-10-05 10:00', '2026-10-06 10:00', { pauses: [pause('2026-10-05 12:00', '2026-10-05 11:00')] })).toThrow(
      'A pause ends at 2026-10-05 11:00:00 but must not end before it begins, 2026-10-05 12:00:00.',
    ));
});

describe('the day on which something counts as received', () => {
  it.each([
    ['before opening', '2026-10-05 06:00', '2026-10-05'],
    ['during lunch', '2026-10-05 12:00', '2026-10-05'],
    ['at close of business', '2026-10-05 17:00', '2026-10-05'],
    ['after closing', '2026-10-05 17:00:01', '2026-10-06'],
    ['after closing on a Friday', '2026-10-09 18:00', '2026-10-12'],
    ['on a rest day', '2026-10-10 09:00', '2026-10-12'],
    ['in Tết', '2026-02-17 09:00', '2026-02-23'],
  ])('%s: %s counts as %s', (_, received, day) => expect(workingTime().receptionDay(wallClock(received))).toBe(day));

  it('is Monday for a Saturday morning opening', () =>
    expect(workingTime('SEVEN').receptionDay(wallClock('2026-10-10 09:00'))).toBe('2026-10-12'));
});

describe('a point without hours', () => {
  it('is named when its hours end before the limit does', () => {
    const until = new PointHours(hoursRows('P', WEEKDAYS, [['08:00', '12:00']], { validTo: '2026-10-06' }), 'P');
    const time = new WorkingTime(CALENDAR, until);
    expect(() => time.after(wallClock('2026-10-05 11:00'), 8 * 3_600_000)).toThrow(
      'No opening hours are in force at point "P" on 2026-10-06.',
    );
  });

  it('is named when it never opens on a working day', () => {
    const saturdays = new WorkingTime(CALENDAR, new PointHours(hoursRows('P', [6], [['08:00', '12:00']]), 'P'));
    expect(() => saturdays.after(wallClock('2026-10-05 11:00'), 60_000)).toThrow(
      'No working day has opening hours at point "P" within 366 days after 2026-10-05.',
    );
  });

  it('skips the working days on which it is closed', () => {
    const mondays = new WorkingTime(CALENDAR, new PointHours(hoursRows('P', [1], [['08:00', '12:00']]), 'P'));
    expect(mondays.nextOpenDay('2026-10-06')).toBe('2026-10-12');
    expect(new WorkingTime(CALENDAR, new PointHours(HOURS, 'P')).nextOpenDay('2026-10-06')).toBe('2026-10-06');
  });
});

describe('when people are received', () => {
  const at = (day: string, point: string | null = null) => workingTime(point).receptionOn(day);

  it('is when the clock runs on a working day, and on the Saturday mornings of a point that has some', () => {
    expect(at('2026-10-05')).toEqual(workingTime().openingsOn('2026-10-05'));
    // Saturday 08:00–11:30; no clock runs.
    expect(at('2026-10-10', 'SEVEN')).toEqual([{ opens: 8 * 3600, closes: 11.5 * 3600 }]);
    expect(workingTime('SEVEN').openingsOn('2026-10-10')).toEqual([]);
  });

  it('is never on a holiday, nor on a rest day without hours', () => {
    expect([at('2026-09-02'), at('2026-10-10')]).toEqual([[], []]);
    // A Saturday of Tết.
    expect(at('2026-02-14', 'SEVEN')).toEqual([]);
  });
});
