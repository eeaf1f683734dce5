import { type Day, weekdayOf } from '@evenhand/domain';
import { type UsualCount, UsualVolume } from './usual-volume';

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

export interface JudgingRules {
  readonly thinBelow: number;
  /** What was sent before this day teaches nothing: somebody declared that the usual count is another one. */
  readonly anewFrom: Day | undefined;
}

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

/** Of an unfamiliar kind of day nothing can be low but silence. */
const isLow = (arrived: number, { count, isFamiliar }: UsualCount, thinBelow: number): boolean =>
  count > 0 && arrived <= (isFamiliar ? thinBelow * count : 0);

/** Goes through the days of one point in order. */
class Judge {
  private usual = new UsualVolume();
  private readonly run = new LowRun();
  private isAnew = false;

  constructor(private readonly rules: JudgingRules) {}

  judge(told: DayOfFeed): JudgedDay {
    const { day, arrived } = told;
    this.startAnewOn(day);
    const usual = this.usual.of(weekdayOf(day));
    const judged: Mutable = { day, arrived, expected: told.isOpen ? (usual?.count ?? null) : null, state: 'not_expected' };
    if (told.isOpen) judged.state = told.isDue ? 'complete' : 'unknown_yet';
    if (told.isOpen && told.isDue) this.decide(judged, usual, told.isSourceLow);
    return judged;
  }

  private decide(day: Mutable, usual: UsualCount | null, isSourceLow: boolean): void {
    if (usual === null && day.arrived === 0) day.state = 'missing';
    else if (usual === null || !isLow(day.arrived, usual, this.rules.thinBelow)) {
      this.run.end().forEach((low) => this.learn(low));
      this.learn(day);
    } else if (isSourceLow) day.state = unknown(day.arrived);
    else this.run.add(day, usual.count, this.usual.scatter());
  }

  private learn({ day, arrived }: JudgedDay): void {
    this.usual.learn(weekdayOf(day), arrived);
  }

  private startAnewOn(day: Day): void {
    const { anewFrom } = this.rules;
    if (this.isAnew || anewFrom === undefined || day < anewFrom) return;
    this.isAnew = true;
    this.usual = new UsualVolume();
    this.run.end();
  }
}

/**
 * Judges the days of one point of one source, in order. A day is low when at most `thinBelow` of the usual count arrived;
 * low days are thin (or missing, when nothing arrived) once the run they stand in is more than chance, or at once when the
 * source as a whole sent too little. Low days that are not believed teach; unknown ones do not.
 */
export function judgeDays(days: readonly DayOfFeed[], rules: JudgingRules): JudgedDay[] {
  const judge = new Judge(rules);
  return days.map((day) => judge.judge(day));
}
