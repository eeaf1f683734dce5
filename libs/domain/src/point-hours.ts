import { type Day } from './time-range';
import { secondOfDay } from './wall-clock';

/**
 * One stretch of a weekday in which a point is open. On a weekday for which a point has hours of its own it follows only
 * these; else it follows the rows without a point.
 */
export interface OpeningHoursRow {
  readonly pointCode: string | null;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** `HH:MM` or `HH:MM:SS`. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** Half-open: in force from `validFrom` up to, not including, `validTo`; null has no end. */
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/**
 * The hours of one date instead of those of its weekday: closed when there are none. One without a point holds at every
 * point that has none of its own on that date.
 */
export interface HoursOnDate {
  readonly pointCode: string | null;
  readonly day: Day;
  readonly stretches: readonly { readonly opensAt: string; readonly closesAt: string }[];
}

/** Seconds since midnight. Half-open: includes `opens`, excludes `closes`. */
export interface Opening {
  readonly opens: number;
  readonly closes: number;
}

/** Nobody said when the point is open, so no working time can be counted there. */
export class NoOpeningHours extends Error {
  override readonly name = 'NoOpeningHours';
}

interface Row extends Opening {
  readonly source: OpeningHoursRow;
}

function openingOf({ opensAt, closesAt }: { readonly opensAt: string; readonly closesAt: string }): Opening {
  const opens = secondOfDay(opensAt);
  const closes = secondOfDay(closesAt);
  if (opens >= closes) throw new RangeError(`Opening hours end at "${closesAt}" but must end after they begin, "${opensAt}".`);
  return { opens, closes };
}

/** In order, with stretches that touch or overlap joined: no second counts twice. */
function joined(openings: readonly Opening[]): Opening[] {
  const result: Opening[] = [];
  for (const { opens, closes } of openings.toSorted((one, other) => one.opens - other.opens)) {
    const last = result.at(-1);
    if (last && opens <= last.closes) result.splice(-1, 1, { opens: last.opens, closes: Math.max(last.closes, closes) });
    else result.push({ opens, closes });
  }
  return result;
}

/** The opening hours of one point, as they were in force on each day. */
export class PointHours {
  private readonly rows: readonly Row[];
  private readonly dates: ReadonlyMap<Day, readonly Opening[]>;

  constructor(
    rows: readonly OpeningHoursRow[],
    /** Null for the hours that hold throughout the city. */
    readonly pointCode: string | null,
    dates: readonly HoursOnDate[] = [],
  ) {
    this.rows = rows
      .filter((row) => row.pointCode === pointCode || row.pointCode === null)
      .map((source) => ({ source, ...openingOf(source) }));
    // A later entry of a map stands: the point's own come after those of the city.
    const ofCity = dates.filter((date) => date.pointCode === null);
    const own = pointCode === null ? [] : dates.filter((date) => date.pointCode === pointCode);
    this.dates = new Map([...ofCity, ...own].map(({ day, stretches }) => [day, joined(stretches.map(openingOf))]));
  }

  /** When the point is open on `day` if that day is run like the given weekday; empty when it is closed then. */
  on(day: Day, weekday: number): readonly Opening[] {
    const onDate = this.onDate(day);
    if (onDate) return onDate;
    const inForce = this.inForceOn(day);
    if (inForce.length === 0) throw new NoOpeningHours(`No opening hours are in force ${this.place} on ${day}.`);
    const onWeekday = inForce.filter(({ source }) => source.weekday === weekday);
    const own = onWeekday.filter(({ source }) => source.pointCode !== null);
    return joined(own.length > 0 ? own : onWeekday);
  }

  /** True when somebody said when the point is open around this day. */
  isKnownOn(day: Day): boolean {
    return this.inForceOn(day).length > 0;
  }

  private inForceOn(day: Day): readonly Row[] {
    return this.rows.filter(({ source }) => source.validFrom <= day && (source.validTo === null || day < source.validTo));
  }

  /** The hours of a date that differs from its weekday; undefined on every other. */
  onDate(day: Day): readonly Opening[] | undefined {
    return this.dates.get(day);
  }

  /** For messages. */
  get place(): string {
    return this.pointCode === null ? 'in the city' : `at point "${this.pointCode}"`;
  }
}
