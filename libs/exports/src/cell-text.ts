import type { Language } from '@evenhand/domain';
import type { Cell, Column, ExportDocument } from './document';

/** What a cell says where there is nothing: neither zero nor a word. */
export const NOTHING = '–';

/** A cell as a person reads it. */
export type CellText = (cell: Cell, column: Column) => string;

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Readonly<Record<Language, string>>;

const numbers = (locale: string) => {
  const formats = new Map<number | undefined, Intl.NumberFormat>();
  return (value: number, digits?: number): string => {
    const format =
      formats.get(digits) ??
      new Intl.NumberFormat(locale, digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(digits, format);
    return format.format(value);
  };
};

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `2026-10-31` as `31/10/2026`; what is no day stays. */
export const dayText = (text: string): string => {
  const [, year, month, day] = DAY.exec(text) ?? [];
  return day === undefined ? text : `${day}/${month}/${year}`;
};

/** Reads an instant as the wall clock of a zone shows it; `null` for text that is no instant. */
export function clockOf(zone: string): (instant: string) => Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>> | null {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  return (instant) => {
    const at = Date.parse(instant);
    if (!/^\d{4}-\d{2}-\d{2}[T ]/.test(instant) || Number.isNaN(at)) return null;
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
    return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
  };
}

/** Writes cells as people of a language read them. */
export function cellTexts({ language, zone }: Pick<ExportDocument, 'language' | 'zone'>): CellText {
  const number = numbers(LOCALES[language]);
  const clock = clockOf(zone);
  const instant = (text: string): string => {
    const at = clock(text);
    return at === null ? text : `${at.day}/${at.month}/${at.year} ${at.hour}:${at.minute}`;
  };
  return (cell, { type, digits }) => {
    if (cell === null || cell === '') return NOTHING;
    if (typeof cell === 'number') return type === 'share' ? `${number(cell * 100, digits ?? 1)}\u00a0%` : number(cell, digits);
    if (type === 'day') return dayText(cell);
    return type === 'instant' ? instant(cell) : cell;
  };
}
