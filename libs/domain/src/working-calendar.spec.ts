import { CALENDAR } from './worked-example';
import { WorkingCalendar } from './working-calendar';

describe('the working calendar', () => {
  it('holds Monday to Friday where nobody says otherwise', () =>
    expect(new WorkingCalendar([]).workingDays('2026-10-30', '2026-11-04')).toEqual(['2026-10-30', '2026-11-02', '2026-11-03']));

  it('[E7] skips Tết 2026: received on the Thursday before, five working days end on the Thursday after', () =>
    // Fri 13 = 1, Mon 23 = 2, Tue 24 = 3, Wed 25 = 4, Thu 26 = 5
    expect(CALENDAR.addWorkingDays('2026-02-12', 5)).toBe('2026-02-26'));

  it('counts a swapped Saturday and not the day it stands in for', () => {
    expect(CALENDAR.addWorkingDays('2025-12-31', 1)).toBe('2026-01-05');
    expect(CALENDAR.addWorkingDays('2026-01-09', 1)).toBe('2026-01-10');
    expect(CALENDAR.workingDays('2026-08-22', '2026-09-04')).not.toContain('2026-08-31');
    expect(CALENDAR.workingDays('2026-08-22', '2026-09-04')).toContain('2026-08-22');
  });

  it('rests on the day in lieu of a holiday that falls on a Sunday', () => {
    expect(CALENDAR.kindOf('2026-04-27')).toBe('compensatory');
    expect(CALENDAR.addWorkingDays('2026-04-24', 1)).toBe('2026-04-28');
  });

  it('begins to count on the next working day when a dossier comes in on a rest day', () =>
    expect(CALENDAR.addWorkingDays('2026-02-14', 0)).toBe('2026-02-23'));

  it('knows the holidays of both years when a limit crosses the year’s end', () =>
    // Thu 31 December = 1, Fri 1 January is a holiday, Mon 4 = 2
    expect(CALENDAR.addWorkingDays('2026-12-30', 2)).toBe('2027-01-04'));
});

describe('working days late', () => {
  it('is 0 when it ended on the due day or before', () => {
    expect(CALENDAR.workingDaysLate('2026-10-05', '2026-10-05')).toBe(0);
    expect(CALENDAR.workingDaysLate('2026-10-05', '2026-09-01')).toBe(0);
  });

  it('counts the working days after the due day, that of the end included', () =>
    // due Fri 13 February; Mon 23 = 1, Tue 24 = 2: Tết costs nothing
    expect(CALENDAR.workingDaysLate('2026-02-13', '2026-02-24')).toBe(2));

  it('is 0 when only rest days passed', () => expect(CALENDAR.workingDaysLate('2026-10-09', '2026-10-11')).toBe(0));
});
