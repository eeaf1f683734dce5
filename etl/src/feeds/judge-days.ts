import { type Day, weekdayOf } from '@evenhand/domain';
import { UsualVolume } from './usual-volume';

/** Thin and missing days are unknown: nobody can say what happened there. */
export const DAY_STATES = ['complete', 'thin', 'missing', 'not_expected', 'unknown_yet'] as const;
export type DayState = (typeof DAY_STATES)[number];

/** What is known of one day of one point before it is judged. */
export interface DayOfFeed {
  readonly day: Day;
  readonly arrived: number;
  /** The point is open on this day. */
  readonly isOpen: boolean;
  /** The source has told beyond this day, or the time it had for it is over. */
  readonly isDue: boolean;
  /** The source as a whole sent too little on this day: then a low count of the point needs no proof of its own. */
  readonly isSourceLow: boolean;
}

export interface JudgedDay {
  readonly day: Day;
  readonly arrived: number;
  /** The usual count; `null` while too little is known. */
  readonly expected: number | null;
  readonly state: DayState;
}

/**
 * A run of low days is believed when chance gives so little once in more than e^12 ≈ 160,000 times (Chernoff's bound of the
 * Poisson distribution, counts divided by their scatter).
 */
const SURPRISE = 12;

/** How surprising so few arrivals are, in nats: an upper bound of the chance is e^-surprise. */
export const surprise = (arrived: number, expected: number): number =>
  arrived >= expected ? 0 : expected - arrived + (arrived === 0 ? 0 : arrived * Math.log(arrived / expected));

type Mutable = { -readonly [Key in keyof JudgedDay]: JudgedDay[Key] };

/** Low days in a row, until a day is not low. */
class LowRun {
  private days: Mutable[] = [];
  private arrived = 0;
  private expected = 0;
  private isBelieved = false;

  add(day: Mutable, expected: number, scatter: number): void {
    this.days.push(day);
    this.arrived += day.arrived;
    this.expected += expected;
    this.isBelieved ||= surprise(this.arrived / scatter, this.expected / scatter) >= SURPRISE;
    if (this.isBelieved) for (const low of this.days) low.state = unknown(low.arrived);
  }

  /** Ends the run; gives the days that were low by chance. */
  end(): readonly JudgedDay[] {
    const byChance = this.isBelieved ? [] : this.days;
    Object.assign(this, { days: [], arrived: 0, expected: 0, isBelieved: false });
    return byChance;
  }
}

const unknown = (arrived: number): DayState => (arrived === 0 ? 'missing' : 'thin');

/**
 * Judges the days of one point of one source, in order. A day is low when at most `thinBelow` of the usual count arrived;
 * low days are thin (or missing, when nothing arrived) once the run they stand in is more than chance, or at once when the
 * source as a whole sent too little. Low days that are not believed teach; unknown ones do not.
 */
export function judgeDays(days: readonly DayOfFeed[], thinBelow: number): JudgedDay[] {
  const usual = new UsualVolume();
  const run = new LowRun();
  const learn = ({ day, arrived }: JudgedDay): void => usual.learn(weekdayOf(day), arrived);
  return days.map(({ day, arrived, isOpen, isDue, isSourceLow }) => {
    if (!isOpen) return { day, arrived, expected: null, state: 'not_expected' };
    const expected = usual.expected(weekdayOf(day));
    const judged: Mutable = { day, arrived, expected, state: 'complete' };
    if (!isDue) judged.state = 'unknown_yet';
    else if (expected === null) {
      judged.state = arrived === 0 ? 'missing' : 'complete';
      if (arrived > 0) learn(judged);
    } else if (arrived > thinBelow * expected || expected === 0) {
      run.end().forEach(learn);
      learn(judged);
    } else if (isSourceLow) judged.state = unknown(arrived);
    else run.add(judged, expected, usual.scatter());
    return judged;
  });
}
