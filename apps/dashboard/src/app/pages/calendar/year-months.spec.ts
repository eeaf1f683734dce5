import { monthsOf } from './year-months';

describe('the months of a year', () => {
  const months = monthsOf(2026, [
    { day: '2026-09-02', kind: 'holiday' },
    { day: '2026-08-22', kind: 'swap_working' },
    { day: '2026-08-31', kind: 'compensatory' },
  ]);

  it('hold every day once, from the first weekday on', () => {
    expect(months.map(({ days }) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    // 1 January 2026 is a Thursday, 1 June a Monday.
    expect([months[0]?.blanks, months[5]?.blanks]).toEqual([3, 0]);
  });

  it('say of each day what it is', () => {
    const kindOf = (day: string) => months.flatMap(({ days }) => days).find((cell) => cell.day === day);
    expect(kindOf('2026-09-02')).toMatchObject({ kind: 'holiday', isNamed: true, date: 2 });
    expect(kindOf('2026-08-22')).toMatchObject({ kind: 'swap_working', isNamed: true });
    expect(kindOf('2026-09-05')).toMatchObject({ kind: 'weekly_rest', isNamed: false });
    expect(kindOf('2026-09-07')).toMatchObject({ kind: 'working', isNamed: false });
  });

  it('count their working days: August has 21 weekdays, a swapped Saturday more and a day in lieu less', () =>
    expect(months[7]?.workingDays).toBe(21 + 1 - 1));
});
