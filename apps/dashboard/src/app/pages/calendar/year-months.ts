import { addDays, type Day, type DayKind, type NamedDay, weekdayOf, WorkingCalendar } from '@evenhand/domain';

/** One day in the picture of a year. */
export interface DayCell {
  readonly day: Day;
  readonly date: number;
  readonly kind: DayKind;
  /** The calendar says more of it than its place in the week does. */
  readonly isNamed: boolean;
}

export interface Month {
  readonly first: Day;
  /** Weekdays of the first week that belong to the month before. */
  readonly blanks: number;
  readonly days: readonly DayCell[];
  readonly workingDays: number;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The twelve months of a year, each day for what it is. */
export function monthsOf(year: number, named: readonly NamedDay[]): readonly Month[] {
  const calendar = new WorkingCalendar(named);
  const isNamed = new Set(named.map(({ day }) => day));
  return Array.from({ length: 12 }, (_, index) => {
    const first = `${year}-${two(index + 1)}-01`;
    const days: DayCell[] = [];
    for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1))
      days.push({ day, date: Number(day.slice(8)), kind: calendar.kindOf(day), isNamed: isNamed.has(day) });
    return { first, blanks: weekdayOf(first) - 1, days, workingDays: days.filter(({ day }) => calendar.isWorking(day)).length };
  });
}
