import { addDays, type Day, daysIn, previous, startOfMonth, type TimeRange } from '@evenhand/domain';
import type { KnownDays } from '../data/periods';

const monthOf = (day: Day): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));

/** The period of the same length that begins where this one ends; whole months stay whole months. */
function following({ from, to }: TimeRange): TimeRange {
  const isWhole = startOfMonth(from) === from && startOfMonth(to) === to;
  return { from: to, to: isWhole ? startOfMonth(to, monthOf(to) - monthOf(from)) : addDays(to, daysIn({ from, to })) };
}

/** The period before or after; `null` where no day of it is known. */
export function shiftedPeriod(range: TimeRange, direction: 'previous' | 'next', { firstDay, lastDay }: KnownDays): TimeRange | null {
  const shifted = direction === 'previous' ? previous(range) : following(range);
  return shifted.to <= firstDay || shifted.from > lastDay ? null : shifted;
}
