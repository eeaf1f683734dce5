import type { Day, TimeRange } from '@evenhand/domain';

/** Days since 1970-01-01: days that can be counted with. */
export type DayNumber = number;

const MS_PER_DAY = 86_400_000;

export const dayNumber = (day: Day): DayNumber => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;

/** The days that can be asked about are few, and each is written many times. */
const TEXTS = new Map<DayNumber, Day>();
const MOST_TEXTS = 20_000;

/** A day as it is written. */
export function dayText(day: DayNumber): Day {
  const known = TEXTS.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  if (TEXTS.size < MOST_TEXTS) TEXTS.set(day, text);
  return text;
}

/** A calendar month, written `YYYYMM` as the engine names the parts of its tables. */
export type Month = string;

export const monthOf = (day: Day): Month => `${day.slice(0, 4)}${day.slice(5, 7)}`;

/** The first day of a month. */
export const monthStart = (month: Month): Day => `${month.slice(0, 4)}-${month.slice(4)}-01`;

/** The months that can be asked about are few. */
const ENDS = new Map<Month, Day>();

/** The first day after a month. */
export function monthEnd(month: Month): Day {
  const known = ENDS.get(month);
  if (known !== undefined) return known;
  const end = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(4)), 1)).toISOString().slice(0, 10);
  if (ENDS.size < MOST_TEXTS) ENDS.set(month, end);
  return end;
}

/** The months of a range, in order. */
export function monthsIn({ from, to }: TimeRange): Month[] {
  const months: Month[] = [];
  for (let day = from; day < to; day = monthEnd(monthOf(day))) months.push(monthOf(day));
  return months;
}
