import { addDays, type Day, startOfMonth, type TimeRange } from '@evenhand/domain';
import type { KnownDays } from '../../data/periods';

/** The months that verdicts are shown for, each by its first day, the earliest first. */
export interface JudgedMonths {
  readonly months: readonly Day[];
  /** The last of them. */
  readonly chosen: Day;
  readonly range: TimeRange;
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/** Whole months up to that in which the chosen period, or the data, ends; none before the data begins. */
export function judgedMonths(range: TimeRange, { firstDay, lastDay }: KnownDays, count: number): JudgedMonths {
  const chosen = startOfMonth(earlier(addDays(range.to, -1), lastDay));
  const months = Array.from({ length: count }, (_, index) => startOfMonth(chosen, index + 1 - count)).filter(
    (month) => month === chosen || month >= startOfMonth(firstDay),
  );
  return { months, chosen, range: { from: months[0] ?? chosen, to: startOfMonth(chosen, 1) } };
}

/** True for a month that is still running as far as the data tells. */
export const isRunning = (month: Day, { lastDay }: KnownDays): boolean => startOfMonth(month, 1) > addDays(lastDay, 1);
