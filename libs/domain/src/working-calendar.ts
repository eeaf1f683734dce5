import { addDays, daysOf, weekdayOf, type Day } from './time-range';

/** Why a day is open or closed. People work on `working` and `swap_working` days. */
export const DAY_KINDS = ['working', 'weekly_rest', 'holiday', 'compensatory', 'swap_working'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** A day of which the city's calendar says more than its place in the week does. */
export interface NamedDay {
  readonly day: Day;
  readonly kind: DayKind;
}

const SATURDAY = 6;

/**
 * Which days count as working days: Monday to Friday, unless the city's calendar says otherwise.
 *
 * The calendar is one table over all years: holidays (Labour Code 2019 art. 112), the days off in lieu and the swapped
 * Saturdays are announced year by year and are data of the city, never part of the program.
 */
export class WorkingCalendar {
  private readonly kinds: ReadonlyMap<Day, DayKind>;

  constructor(named: readonly NamedDay[]) {
    this.kinds = new Map(named.map(({ day, kind }) => [day, kind]));
  }

  kindOf(day: Day): DayKind {
    return this.kinds.get(day) ?? (weekdayOf(day) < SATURDAY ? 'working' : 'weekly_rest');
  }

  isWorking(day: Day): boolean {
    const kind = this.kindOf(day);
    return kind === 'working' || kind === 'swap_working';
  }

  /** A holiday, or the day off in lieu of one. */
  isHoliday(day: Day): boolean {
    const kind = this.kindOf(day);
    return kind === 'holiday' || kind === 'compensatory';
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
    return daysOf({ from, to }).filter((day) => this.isWorking(day));
  }

  /**
   * How many working days passed after the due day until the day of the end, that day included; 0 when it ended in time.
   * An end on the rest day that follows the due day costs no working day either, though it is not in time.
   */
  workingDaysLate(due: Day, ended: Day): number {
    return this.workingDays(addDays(due, 1), addDays(ended, 1)).length;
  }
}
