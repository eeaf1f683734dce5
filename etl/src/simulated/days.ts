import { addDays, daysIn, weekdayOf, WorkingCalendar, type Day, type NamedDay, type TimeRange } from '@evenhand/domain';

/** Room after the last day for due dates and ends that the year does not see. */
const BEYOND = 150;
const MONDAY_TO_SUNDAY = [1.25, 1, 0.95, 0.95, 0.9, 0.7, 0.7];

/** A day of the simulation with everything that is asked of it again and again. */
export interface SimulatedDay {
  readonly index: number;
  readonly day: Day;
  /** yyyyMMdd. */
  readonly compact: string;
  readonly weekday: number;
  /** Counted from the first month. */
  readonly month: number;
  readonly isWorking: boolean;
  readonly isHoliday: boolean;
  readonly isSwapped: boolean;
  /** How many working days came before. */
  readonly workIndex: number;
  /** How busy the day is against an average one. */
  readonly demand: number;
}

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Mondays, the last two working days of a month and the first day after a holiday are busier. */
function demandOf(calendar: WorkingCalendar, day: Day): number {
  const weekday = MONDAY_TO_SUNDAY[weekdayOf(day) - 1] ?? 1;
  const inTwo = calendar.addWorkingDays(calendar.rollForward(day), 2);
  const monthEnd = monthNumber(inTwo) === monthNumber(day) ? 1 : 1.12;
  const yesterday = calendar.kindOf(addDays(day, -1));
  const lastFriday = weekdayOf(day) === 1 ? calendar.kindOf(addDays(day, -3)) : 'working';
  const afterHoliday = [yesterday, lastFriday].some((kind) => kind === 'holiday' || kind === 'compensatory') ? 1.35 : 1;
  return weekday * monthEnd * afterHoliday;
}

/** The days of the simulation and the working days among them. */
export class Days {
  readonly all: readonly SimulatedDay[];
  readonly working: readonly SimulatedDay[];
  /** Index of the first day that is not simulated. */
  readonly end: number;
  /** How many months the simulation touches. */
  readonly months: readonly string[];

  constructor(range: TimeRange, calendarDays: readonly NamedDay[]) {
    const calendar = new WorkingCalendar(calendarDays);
    this.end = daysIn(range);
    let workIndex = 0;
    this.all = Array.from({ length: this.end + BEYOND }, (_, index) => {
      const day = addDays(range.from, index);
      const kind = calendar.kindOf(day);
      const isWorking = calendar.isWorking(day);
      return {
        index,
        day,
        compact: day.replaceAll('-', ''),
        weekday: weekdayOf(day),
        month: monthNumber(day) - monthNumber(range.from),
        isWorking,
        isHoliday: kind === 'holiday' || kind === 'compensatory',
        isSwapped: kind === 'swap_working',
        workIndex: isWorking ? workIndex++ : workIndex,
        demand: demandOf(calendar, day),
      };
    });
    this.working = this.all.filter(({ isWorking }) => isWorking);
    this.months = [...new Set(this.all.slice(0, this.end).map(({ day }) => day.slice(0, 7)))];
  }

  at(index: number): SimulatedDay {
    const day = this.all[index];
    if (!day) throw new RangeError(`Day ${index} lies outside the simulation.`);
    return day;
  }
}
