import { type Day, isDay } from '@evenhand/domain';

const FORMS = [
  /^(?<date>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/,
  /^(?<date>\d{2})(?<month>\d{2})(?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d{2})-(?<date>\d{2})$/,
];

/** A day as it is typed, in every language: `05/03/2026` is the fifth of March. */
export const typedDay = (day: Day): string => day.split('-').reverse().join('/');

/** Reads a typed day: the day first, then the month, then four digits of the year. `null` for what is no day. */
export function dayFromText(text: string): Day | null {
  const groups = FORMS.map((form) => form.exec(text.trim())?.groups).find((found) => found !== undefined);
  if (groups === undefined) return null;
  const { year = '', month = '', date = '' } = groups;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
