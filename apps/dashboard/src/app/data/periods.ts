import { addDays, type Day, daysIn, previous, startOfMonth, type TimeRange, weekdayOf } from '@evenhand/domain';

export const PRESETS = ['week', 'month', 'previous_month', 'calendar_quarter', 'quarter', 'year'] as const;
export type Preset = (typeof PRESETS)[number];

const monday = (day: Day): Day => addDays(day, 1 - weekdayOf(day));
const startOfQuarter = (day: Day): Day => startOfMonth(day, -((Number(day.slice(5, 7)) - 1) % 3));

/** The period of a preset, seen from the last day with data. */
export function presetRange(preset: Preset, lastDay: Day): TimeRange {
  switch (preset) {
    case 'week':
      return { from: monday(lastDay), to: addDays(monday(lastDay), 7) };
    case 'calendar_quarter':
      return { from: startOfQuarter(lastDay), to: startOfMonth(startOfQuarter(lastDay), 3) };
    case 'month':
      return { from: startOfMonth(lastDay), to: startOfMonth(lastDay, 1) };
    case 'previous_month':
      return { from: startOfMonth(lastDay, -1), to: startOfMonth(lastDay) };
    case 'quarter':
      return { from: startOfMonth(lastDay, -2), to: startOfMonth(lastDay, 1) };
    case 'year':
      return { from: startOfMonth(lastDay, -11), to: startOfMonth(lastDay, 1) };
  }
}

/** The preset that a period is, `null` for one of the reader's own. */
export const presetOf = (range: TimeRange, lastDay: Day): Preset | null =>
  PRESETS.find((preset) => {
    const candidate = presetRange(preset, lastDay);
    return candidate.from === range.from && candidate.to === range.to;
  }) ?? null;

/** Days with data, both included. */
export interface KnownDays {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/**
 * The period to compare with: the one just before, cut to as many days as the current one has had so far,
 * `null` when the data does not reach back that far.
 */
export function comparable(range: TimeRange, { firstDay, lastDay }: KnownDays): TimeRange | null {
  const before = previous(range);
  if (before.from < firstDay) return null;
  const known = addDays(lastDay, 1);
  if (range.to <= known || range.from >= known) return before;
  const cut = addDays(before.from, daysIn({ from: range.from, to: known }));
  return cut < before.to ? { from: before.from, to: cut } : before;
}

/** Whole weeks up to the end of the period (or of the data), at most `weeks` of them, none before the data begins. */
export function weeksUpTo(range: TimeRange, weeks: number, { firstDay, lastDay }: KnownDays): TimeRange {
  const known = addDays(lastDay, 1);
  const to = range.to < known ? range.to : known;
  const from = addDays(monday(addDays(to, -1)), -7 * (weeks - 1));
  const firstWhole = weekdayOf(firstDay) === 1 ? firstDay : addDays(monday(firstDay), 7);
  return from < firstWhole && firstWhole < to ? { from: firstWhole, to } : { from, to };
}

/** True when a week of data is cut short by the end of the period. */
export const isPartialWeek = (firstDayOfWeek: Day, { to }: TimeRange): boolean => addDays(firstDayOfWeek, 5) > to;
