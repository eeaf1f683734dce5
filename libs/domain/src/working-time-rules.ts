/**
 * How a city counts working time and deadlines. Laws change: a city holds these as settings, with the days from which
 * they hold, and a dossier keeps those that were in force when it was received.
 */
export interface WorkingTimeRules {
  /**
   * How many working hours one working day is worth. With a number, a day is worth that much however long the counters
   * are open, and each open minute its share; with `as_open`, every open hour is one hour.
   */
  readonly hoursPerWorkingDay: number | 'as_open';
  /** A swapped working Saturday has the hours of this weekday: 1 = Monday … 7 = Sunday. */
  readonly swappedDayFollows: number;
  /** Received after this time of day, a same-day procedure counts from the next working day; `HH:MM`. */
  readonly sameDayUntil: string;
  /** True when the day of reception is the first day of a limit in days. */
  readonly firstDayCounts: boolean;
  /** Where a limit in days ends whose last day is a rest day: on the next working day, or at 24:00 of the rest day. */
  readonly endOnRestDay: 'next_working_day' | 'as_it_falls';
}

/**
 * The rules as they are commonly stated in Vietnam; a starting point for a city's settings, not the text of a law.
 *
 * - Eight hours are one working day: one-stop systems store limits in hours that way, and online dossiers are to be
 *   answered within eight working hours, "one working day" (one-stop service: Decree 118/2025/NĐ-CP).
 * - Same-day procedures received after 15:00 count from the next working day: Hanoi's decisions on single procedures.
 * - The first day does not count, and a last day that is a rest day gives way to the next working day: Civil Code 2015,
 *   articles 147 and 148.
 */
export const COMMON_RULES: WorkingTimeRules = {
  hoursPerWorkingDay: 8,
  swappedDayFollows: 1,
  sameDayUntil: '15:00',
  firstDayCounts: false,
  endOnRestDay: 'next_working_day',
};
