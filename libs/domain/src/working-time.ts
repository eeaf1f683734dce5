import { checkPauses, isStoppedForGood, pauseFrom, pauseUntil, running, type Pause } from './pause';
import { NoOpeningHours, type Opening, type PointHours } from './point-hours';
import { addDays, weekdayOf, type Day } from './time-range';
import { isBefore, SECONDS_PER_HOUR, wallClockText, type WallClock } from './wall-clock';
import { type WorkingCalendar } from './working-calendar';
import { COMMON_RULES, type WorkingTimeRules } from './working-time-rules';

/** A point that is closed for longer than this has no working time at all. */
const LONGEST_CLOSURE = 366;
/** Seconds. Sums of fractions of a second are exact only to this; without it a limit could spill over a closing time. */
const NOISE = 1e-6;

const openSeconds = (openings: readonly Opening[]): number => openings.reduce((sum, { opens, closes }) => sum + closes - opens, 0);

/**
 * The working time of one point: its opening hours on the working days of the calendar. A point that receives people on
 * a rest day, such as on Saturday mornings, is open then, but no clock runs.
 */
export class WorkingTime {
  constructor(
    readonly calendar: WorkingCalendar,
    private readonly hours: PointHours,
    readonly rules: WorkingTimeRules = COMMON_RULES,
  ) {}

  /** When the clock can run on a day; empty on a rest day. */
  openingsOn(day: Day): Opening[] {
    if (!this.calendar.isWorking(day)) return [];
    const isSwapped = this.calendar.kindOf(day) === 'swap_working';
    return this.hours.on(day, isSwapped ? this.rules.swappedDayFollows : weekdayOf(day));
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
   * The first instant at which `seconds` of working time have passed since `from`; at a closing time, not at the opening
   * that follows it. Undefined when a pause without an end comes first. A fraction of a second is rounded up.
   */
  after(from: WallClock, seconds: number, pauses: readonly Pause[] = []): WallClock | undefined {
    checkPauses(pauses);
    const stopped = [pauseUntil(from), ...pauses];
    let left = seconds;
    for (let day = this.nextOpenDay(from.day); !isStoppedForGood(pauses, day); day = this.nextOpenDay(addDays(day, 1))) {
      const openings = this.openingsOn(day);
      const worth = this.worthOf(openings);
      for (const { opens, closes } of running(day, openings, stopped)) {
        const needed = left / worth;
        if (needed <= closes - opens + NOISE) return { day, second: opens + Math.max(0, Math.ceil(needed - NOISE)) };
        left -= (closes - opens) * worth;
      }
    }
    return undefined;
  }

  /** Whole seconds of working time from one instant to another, without the pauses. */
  elapsed(from: WallClock, to: WallClock, pauses: readonly Pause[] = []): number {
    if (isBefore(to, from))
      throw new RangeError(`The end, ${wallClockText(to)}, must not come before the beginning, ${wallClockText(from)}.`);
    checkPauses(pauses);
    const stopped = [pauseUntil(from), pauseFrom(to), ...pauses];
    let sum = 0;
    for (let day = from.day; day <= to.day; day = addDays(day, 1)) {
      const openings = this.openingsOn(day);
      if (openings.length > 0) sum += openSeconds(running(day, openings, stopped)) * this.worthOf(openings);
    }
    return Math.floor(sum + NOISE);
  }

  /** Working seconds that one open second of such a day counts for. */
  private worthOf(openings: readonly Opening[]): number {
    const { hoursPerWorkingDay } = this.rules;
    return hoursPerWorkingDay === 'as_open' ? 1 : (hoursPerWorkingDay * SECONDS_PER_HOUR) / openSeconds(openings);
  }
}
