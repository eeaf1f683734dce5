import { type Opening } from './point-hours';
import { type Day } from './time-range';
import { END_OF_DAY, isBefore, wallClockText, type WallClock } from './wall-clock';

/** The clock of a dossier stands still: from the request for more papers until the applicant has completed them. */
export interface Pause {
  readonly from: WallClock;
  /** Undefined while the applicant has not answered. */
  readonly to: WallClock | undefined;
}

const BEGINNING: WallClock = { day: '0000-01-01', second: 0 };

/** What lies before an instant is as if the clock stood still. */
export const pauseUntil = (to: WallClock): Pause => ({ from: BEGINNING, to });

/** What lies after an instant is as if the clock stood still. */
export const pauseFrom = (from: WallClock): Pause => ({ from, to: undefined });

/** Refuses a pause that ends before it begins. */
export function checkPauses(pauses: readonly Pause[]): void {
  for (const { from, to } of pauses)
    if (to !== undefined && isBefore(to, from))
      throw new RangeError(`A pause ends at ${wallClockText(to)} but must not end before it begins, ${wallClockText(from)}.`);
}

const secondOn = (day: Day, at: WallClock): number => (at.day < day ? 0 : at.day > day ? END_OF_DAY : at.second);

function without(openings: readonly Opening[], from: number, to: number): Opening[] {
  return openings
    .flatMap(({ opens, closes }) => [
      { opens, closes: Math.min(closes, from) },
      { opens: Math.max(opens, to), closes },
    ])
    .filter(({ opens, closes }) => opens < closes);
}

/** The parts of a day's openings in which the clock runs. Pauses may overlap. */
export function running(day: Day, openings: readonly Opening[], pauses: readonly Pause[]): readonly Opening[] {
  return pauses.reduce<readonly Opening[]>(
    (rest, { from, to }) => without(rest, secondOn(day, from), to === undefined ? END_OF_DAY : secondOn(day, to)),
    openings,
  );
}

/** True when the clock stands still on the whole day and on every day after it. */
export const isStoppedForGood = (pauses: readonly Pause[], day: Day): boolean =>
  pauses.some(({ from, to }) => to === undefined && isBefore(from, { day, second: 1 }));

/** True when the clock stands still as the day ends; a request or a completion at that very instant changes nothing that day. */
export const isStoppedAt = (pauses: readonly Pause[], end: WallClock): boolean =>
  pauses.some(({ from, to }) => isBefore(from, end) && (to === undefined || isBefore(end, to)));
