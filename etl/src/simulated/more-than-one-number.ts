import type { PointProfile } from './point-profile';
import type { Visit } from './queue';
import { Random } from './random';

/** What a queue log tells of one person beyond the last number and the first counter. Instants are seconds of the day. */
export interface Beyond {
  /** When the person took a number that was cancelled; undefined for nearly everybody. */
  readonly cancelledFrom: number | undefined;
  /** How long somebody who was sent on waited for the second counter; 0 for nearly everybody. */
  readonly laterWait: number;
}

const LEAST_BEFORE = 3 * 60;
const MOST_BEFORE = 13 * 60;
const LEAST_LATER = 3 * 60;
const MOST_LATER = 16 * 60;

/** Who takes a second number, and who is sent on to a second counter. Draws of its own: nothing else of the year depends on it. */
export class MoreThanOneNumber {
  private readonly random: Random;

  constructor(
    private readonly point: PointProfile,
    seed: number,
  ) {
    this.random = new Random(seed, `beyond/${point.code}`);
  }

  /** Nobody comes before the doors open, and nobody is sent on to a counter that closes. */
  of({ issued, finished, outcome, desk }: Visit, opens: number): Beyond {
    const before = this.random.between(LEAST_BEFORE, MOST_BEFORE);
    const later = this.random.between(LEAST_LATER, MOST_LATER);
    const [isAgain, isSentOn] = [this.random.chance(this.point.reissuedShare), this.random.chance(this.point.sentOnShare)];
    return {
      cancelledFrom: isAgain && issued - before >= opens ? issued - before : undefined,
      laterWait: isSentOn && outcome === 'served' && desk && finished + later <= desk.to ? later : 0,
    };
  }
}
