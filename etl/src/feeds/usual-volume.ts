/** Comparable days that are remembered, and how many of them it takes to expect anything. */
const REMEMBERED = 8;
const ENOUGH = 4;
/** Days that say how much counts scatter. */
const SCATTER_DAYS = 40;
/** The median of a squared normal deviate: it turns a median of squares into a variance. */
const MEDIAN_SQUARE = 0.455;
/** Below this a median of counts jumps between whole numbers; a mean does not. */
const SMALL = 5;

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const keep = (values: number[], value: number, most: number): void => {
  values.push(value);
  if (values.length > most) values.shift();
};

/** What usually arrives on a day of a kind. */
export interface UsualCount {
  readonly count: number;
  /** Enough days of the same weekday are known. */
  readonly isFamiliar: boolean;
}

/** What one point usually sends: learned from days that were complete, by weekday, so that one bad day changes nothing. */
export class UsualVolume {
  private readonly byWeekday = new Map<number, number[]>();
  private readonly anyDay: number[] = [];
  private readonly squares: number[] = [];

  /**
   * The usual count of a weekday: the median of its last 8 complete days. Until 4 are known (a Saturday worked in exchange
   * for another day), that of the last 8 days of any weekday, which is less to go by; `null` while even these are few.
   */
  of(weekday: number): UsualCount | null {
    const same = this.byWeekday.get(weekday) ?? [];
    const isFamiliar = same.length >= ENOUGH;
    const comparable = isFamiliar ? same : this.anyDay;
    if (comparable.length < ENOUGH) return null;
    const middle = median(comparable);
    return { count: middle < SMALL ? mean(comparable) : middle, isFamiliar };
  }

  /** How much more than chance counts scatter: 1 when they scatter as independent arrivals do. */
  scatter(): number {
    return this.squares.length < ENOUGH ? 1 : Math.max(1, median(this.squares) / MEDIAN_SQUARE);
  }

  learn(weekday: number, count: number): void {
    const usual = this.of(weekday);
    if (usual?.isFamiliar && usual.count > 0) keep(this.squares, (count - usual.count) ** 2 / usual.count, SCATTER_DAYS);
    const same = this.byWeekday.get(weekday) ?? [];
    this.byWeekday.set(weekday, same);
    keep(same, count, REMEMBERED);
    keep(this.anyDay, count, REMEMBERED);
  }
}
