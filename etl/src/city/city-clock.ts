import { addDays, type Day, type WallClock } from '@evenhand/domain';

const MS_PER_SECOND = 1000;
const midnightUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Reads instants on the wall clock of a city's zone, and back. */
export class CityClock {
  private readonly format: Intl.DateTimeFormat;
  /** By day, at its midnight in UTC. */
  private readonly offsets = new Map<Day, number>();
  private readonly steadyOffsets = new Map<Day, number | undefined>();

  constructor(zone: string) {
    this.format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  /** What the wall clock shows at an instant, to the millisecond. */
  at(instant: Date): WallClock {
    const { day, second } = this.wholeSecondsAt(instant);
    return {
      day,
      second: (second * MS_PER_SECOND + (((instant.getTime() % MS_PER_SECOND) + MS_PER_SECOND) % MS_PER_SECOND)) / MS_PER_SECOND,
    };
  }

  private wholeSecondsAt(instant: Date): WallClock {
    const parts = Object.fromEntries(this.format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const second = Number(parts['hour']) * 3600 + Number(parts['minute']) * 60 + Number(parts['second']);
    return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, second };
  }

  /**
   * The instant at which the wall clock shows this.
   * TRICKY: where the clock is set forward it never shows some times; such a time is read as if the clock had been set
   * already or not yet, at most an hour away.
   */
  instantOf({ day, second }: WallClock): Date {
    const asUtc = midnightUtc(day) + Math.round(second * MS_PER_SECOND);
    const steady = this.steadyOffset(day);
    if (steady !== undefined) return new Date(asUtc - steady);
    const guess = asUtc - this.offsetAt(asUtc);
    return new Date(asUtc - this.offsetAt(guess));
  }

  /** The one offset of a day around which no clock is changed; asking the zone for each instant takes long. */
  private steadyOffset(day: Day): number | undefined {
    if (this.steadyOffsets.has(day)) return this.steadyOffsets.get(day);
    const [first, ...others] = [-1, 0, 1, 2].map((ahead) => this.offsetAtMidnight(addDays(day, ahead)));
    const steady = others.every((offset) => offset === first) ? first : undefined;
    this.steadyOffsets.set(day, steady);
    return steady;
  }

  private offsetAtMidnight(day: Day): number {
    const known = this.offsets.get(day) ?? this.offsetAt(midnightUtc(day));
    this.offsets.set(day, known);
    return known;
  }

  /** How far the wall clock is ahead of UTC, in milliseconds. */
  private offsetAt(instant: number): number {
    const { day, second } = this.wholeSecondsAt(new Date(instant));
    return midnightUtc(day) + second * MS_PER_SECOND - Math.floor(instant / MS_PER_SECOND) * MS_PER_SECOND;
  }
}
