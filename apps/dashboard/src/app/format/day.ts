import { addDays, type Day, type Language, type TimeRange } from '@evenhand/domain';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

const partsOf = (day: Day): { readonly year: string; readonly month: string; readonly date: string } => ({
  year: day.slice(0, 4),
  month: day.slice(5, 7),
  date: day.slice(8, 10),
});

/** `05/03/2026` in Vietnamese, `05 Mar 2026` in English: never a form whose day and month can be mistaken. */
export function formatDay(day: Day, language: Language): string {
  const { year, month, date } = partsOf(day);
  return language === 'vi' ? `${date}/${month}/${year}` : `${date} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A day without its year, for axes: `05/03`, `05 Mar`. */
export const formatDayShort = (day: Day, language: Language): string => formatDay(day, language).slice(0, language === 'vi' ? 5 : 6);

/** The month of a day: `10/2026` in Vietnamese, `Oct 2026` in English. */
export const formatMonth = (day: Day, language: Language): string => formatDay(day, language).slice(3);

/** The month of a day without its year, for narrow columns: `T10`, `Oct`. */
export const formatMonthShort = (day: Day, language: Language): string => {
  const month = formatMonth(day, language);
  return language === 'vi' ? `T${Number(month.slice(0, 2))}` : month.slice(0, 3);
};

/** The month of a day by its name, without its year: `Tháng 1`, `January`. */
export function formatMonthName(day: Day, language: Language): string {
  const name = new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return `${name.charAt(0).toLocaleUpperCase(language)}${name.slice(1)}`;
}

/** A day with its weekday: `Thứ Bảy, 31/10/2026`. */
export function formatDayLong(day: Day, language: Language): string {
  const weekday = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return `${weekday}, ${formatDay(day, language)}`;
}

/** A period by its first and its last included day: `01/10 – 31/10/2026`, `01–31 Oct 2026`. */
export function formatRange({ from, to }: TimeRange, language: Language): string {
  const last = addDays(to, -1);
  if (last === from) return formatDay(from, language);
  if (language === 'en' && from.slice(0, 7) === last.slice(0, 7)) return `${from.slice(8)}–${formatDay(last, language)}`;
  const first = from.slice(0, 4) === last.slice(0, 4) ? formatDayShort(from, language) : formatDay(from, language);
  return `${first} – ${formatDay(last, language)}`;
}

/** The day and the time of an instant in the city's zone, on a 24-hour clock. */
export function instantIn(instant: string, zone: string): { readonly day: Day; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** `10:42 31/10/2026`. */
export function formatInstant(instant: string, zone: string, language: Language): string {
  const { day, time } = instantIn(instant, zone);
  return `${time} ${formatDay(day, language)}`;
}
