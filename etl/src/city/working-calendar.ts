import { addDays, weekdayOf, type Day } from '@evenhand/domain';
import type { CalendarDay, DayKind } from '@evenhand/records';

const SATURDAY = 6;

/** Which days count as working days: Monday to Friday, unless the city's calendar says otherwise. */
export class WorkingCalendar {
  private readonly kinds: ReadonlyMap<Day, DayKind>;

  constructor(calendar: readonly CalendarDay[]) {
    this.kinds = new Map(calendar.map(({ day, kind }) => [day, kind]));
  }

  kindOf(day: Day): DayKind {
    return this.kinds.get(day) ?? (weekdayOf(day) < SATURDAY ? 'working' : 'weekly_rest');
  }

  isWorking(day: Day): boolean {
    const kind = this.kindOf(day);
    return kind === 'working' || kind === 'swap_working';
  }

  /** The day itself when people work on it, else the next one on which they do. */
  rollForward(day: Day): Day {
    let current = day;
    while (!this.isWorking(current)) current = addDays(current, 1);
    return current;
  }

  /** The last day of a limit of `count` working days: the day of reception does not count. */
  addWorkingDays(day: Day, count: number): Day {
    let current = this.rollForward(day);
    for (let counted = 0; counted < count; counted++) current = this.rollForward(addDays(current, 1));
    return current;
  }

  /** All working days from `from` up to, not including, `to`. */
  workingDays(from: Day, to: Day): Day[] {
    const days: Day[] = [];
    for (let day = from; day < to; day = addDays(day, 1)) if (this.isWorking(day)) days.push(day);
    return days;
  }
}
