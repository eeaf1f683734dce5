import { addDays, type Day, daysIn, type Language, startOfMonth, type TimeRange, weekdayOf } from '@evenhand/domain';
import { formatMonth } from './day';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** A week by ISO 8601: it begins on Monday and belongs to the year that holds its Thursday. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = Number(thursday.slice(0, 4));
  return { year, week: 1 + Math.floor(daysIn({ from: `${year}-01-01`, to: thursday }) / 7) };
}

const isWeek = (range: TimeRange): boolean => daysIn(range) === 7 && weekdayOf(range.from) === 1;
const isMonths = ({ from, to }: TimeRange, months: number): boolean => from.endsWith('-01') && to === startOfMonth(from, months);

/** The name of a week, a month, a quarter or a year: `Tuần 44/2026`, `Quý IV/2026`; `null` for any other days. */
export function periodName(range: TimeRange, language: Language): string | null {
  const isVietnamese = language === 'vi';
  const [year, month] = [range.from.slice(0, 4), Number(range.from.slice(5, 7))];
  if (isMonths(range, 12) && month === 1) return isVietnamese ? `Năm ${year}` : year;
  if (isMonths(range, 3) && month % 3 === 1) {
    const quarter = (month - 1) / 3;
    return isVietnamese ? `Quý ${ROMAN[quarter] ?? ''}/${year}` : `Q${quarter + 1} ${year}`;
  }
  if (isMonths(range, 1)) return isVietnamese ? `Tháng ${formatMonth(range.from, 'vi')}` : formatMonth(range.from, 'en');
  if (!isWeek(range)) return null;
  const { week, ...of } = isoWeek(range.from);
  return isVietnamese ? `Tuần ${week}/${of.year}` : `Week ${week}, ${of.year}`;
}
