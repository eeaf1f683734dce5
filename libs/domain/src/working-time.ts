import { checkPauses, isStoppedForGood, pauseFrom, pauseUntil, running, type Pause } from './pause';
import { NoOpeningHours, type Opening, type PointHours } from './point-hours';
import { addDays, weekdayOf, type Day } from './time-range';
import { isBefore, MS_PER_HOUR, wallClockText, type WallClock } from './wall-clock';
import { type WorkingCalendar } from './working-calendar';
import { COMMON_RULES, type WorkingTimeRules } from './working-time-rules';

/** A point that is closed for longer than this has no working time at all. */
const LONGEST_CLOSURE = 366;
const MS = 1000;

const milliseconds = (seconds: number): number => Math.round(seconds * MS);
const openMs = (openings: readonly Opening[]): number => milliseconds(openings.reduce((sum, { opens, closes }) => sum + closes - opens, 0));

/** How many milliseconds of the openings lie before a second of their day. */
const positionOf = (openings: readonly Opening[], second: number): number =>
  openMs(openings.filter(({ opens }) => opens < second).map(({ opens, closes }) => ({ opens, closes: Math.min(closes, second) })));

const FRIDAY = 5;

/**
 * The working time of one point: its opening hours on the working days of the calendar. A point that receives people on
 * a rest day, such as on Saturday mornings, is open then, but no clock runs.
 */
export class WorkingTime {
  constructor(
    readonly calendar: WorkingCalendar,
    readonly hours: PointHours,
    readonly rules: WorkingTimeRules = COMMON_RULES,
  ) {}

  /** When the clock can run on a day; empty on a rest day. */
  openingsOn(day: Day): readonly Opening[] {
    if (!this.calendar.isWorking(day)) return [];
    const isSwapped = this.calendar.kindOf(day) === 'swap_working';
    return this.hours.on(day, isSwapped ? this.rules.swappedDayFollows : weekdayOf(day));
  }

  /** When people are received on a day: on a rest day, too, where hours say so, though no clock runs then. */
  receptionOn(day: Day): readonly Opening[] {
    if (this.calendar.isWorking(day)) return this.openingsOn(day);
    const isWeekend = weekdayOf(day) > FRIDAY && !this.calendar.isHoliday(day);
    return this.hours.onDate(day) ?? (isWeekend && this.hours.isKnownOn(day) ? this.hours.on(day, weekdayOf(day)) : []);
  }

  /** Close of business: the last closing time of a day; undefined on a rest day. */
  closingOf(day: Day): number | undefined {
    return this.openingsOn(day).at(-1)?.closes;
  }

  /** The day itself when the point works on it, else the next one on which it does. */
  nextOpenDay(day: Day): Day {
    for (let ahead = 0; ahead <= LONGEST_CLOSURE; ahead++) {
      const candidate = addDays(day, ahead);
      if (this.openingsOn(candidate).length > 0) return candidate;
    }
    throw new NoOpeningHours(`No working day has opening hours ${this.hours.place} within ${LONGEST_CLOSURE} days after ${day}.`);
  }

  /** The day on which something counts as received: a working day until its close of business, else the next one. */
  receptionDay(received: WallClock): Day {
    const closing = this.closingOf(received.day);
    return closing !== undefined && received.second <= closing ? received.day : this.nextOpenDay(addDays(received.day, 1));
  }

  /**
   * The first millisecond by which `worked` milliseconds of working time have passed since `from`; at a closing time, not
   * at the opening that follows it. Undefined when a pause without an end comes first.
   */
  after(from: WallClock, worked: number, pauses: readonly Pause[] = []): WallClock | undefined {
    checkPauses(pauses);
    const stopped = [pauseUntil(from), ...pauses];
    let left = worked;
    for (let day = this.nextOpenDay(from.day); !isStoppedForGood(pauses, day); day = this.nextOpenDay(addDays(day, 1))) {
      const openings = this.openingsOn(day);
      const { open, worth } = this.lengthOf(openings);
      for (const { opens, closes } of running(day, openings, stopped)) {
        const begin = positionOf(openings, opens);
        const before = workedBy(begin, { open, worth });
        const gained = workedBy(positionOf(openings, closes), { open, worth }) - before;
        const end = left === 0 ? begin : Math.ceil(((before + left) * open) / worth);
        if (left <= gained) return { day, second: (milliseconds(opens) + end - begin) / MS };
        left -= gained;
      }
    }
    return undefined;
  }

  /** Milliseconds of working time from one instant to another, without the pauses. */
  elapsedMs(from: WallClock, to: WallClock, pauses: readonly Pause[] = []): number {
    if (isBefore(to, from))
      throw new RangeError(`The end, ${wallClockText(to)}, must not come before the beginning, ${wallClockText(from)}.`);
    checkPauses(pauses);
    const stopped = [pauseUntil(from), pauseFrom(to), ...pauses];
    let sum = 0;
    for (let day = from.day; day <= to.day; day = addDays(day, 1)) {
      const openings = this.openingsOn(day);
      const length = this.lengthOf(openings);
      for (const { opens, closes } of running(day, openings, stopped))
        sum += workedBy(positionOf(openings, closes), length) - workedBy(positionOf(openings, opens), length);
    }
    return sum;
  }

  /** How long such a day is open, and how much working time it is worth. */
  lengthOf(openings: readonly Opening[]): DayLength {
    const open = openMs(openings);
    const { hoursPerWorkingDay } = this.rules;
    return { open, worth: hoursPerWorkingDay === 'as_open' ? open : Math.round(hoursPerWorkingDay * MS_PER_HOUR) };
  }
}

/** Both in milliseconds. */
export interface DayLength {
  readonly open: number;
  readonly worth: number;
}

/**
 * Working milliseconds by an open millisecond of a day. Whole, and counted from the beginning of the day, so that the parts
 * of a day add up to the day whatever cuts it.
 */
const workedBy = (position: number, { open, worth }: DayLength): number => (open === 0 ? 0 : Math.floor((position * worth) / open));
