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

const MS_PER_QUARTER = 900_000;
const MOST_REMEMBERED = 50_000;

/** How far the clocks of a zone are ahead of UTC. They change at quarters of an hour only, so that each is asked of the calendar once. */
function offsetOf(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / MS_PER_QUARTER);
    const offset = known.get(quarter);
    if (offset !== undefined) return offset;
    if (known.size > MOST_REMEMBERED) known.clear();
    const parts = new Map(format.formatToParts(quarter * MS_PER_QUARTER).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    known.set(quarter, wall - quarter * MS_PER_QUARTER);
    return wall - quarter * MS_PER_QUARTER;
  };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]/;

/** Reads instants as the wall clock of a zone shows them, in milliseconds as if it were that of UTC; `null` for text that is no instant. */
export function wallMsOf(zone: string): (instant: string) => number | null {
  const offset = offsetOf(zone);
  return (instant) => {
    const at = INSTANT.test(instant) ? Date.parse(instant) : NaN;
    return Number.isNaN(at) ? null : at + offset(at);
  };
}

/** Writes cells as people of a language read them. */
export function cellTexts({ language, zone }: Pick<ExportDocument, 'language' | 'zone'>): CellText {
  const number = numbers(LOCALES[language]);
  const wallMs = wallMsOf(zone);
  const instant = (text: string): string => {
    const wall = wallMs(text);
    if (wall === null) return text;
    const said = new Date(wall).toISOString();
    return `${dayText(said.slice(0, 10))} ${said.slice(11, 16)}`;
  };
  return (cell, { type, digits }) => {
    if (cell === null || cell === '') return NOTHING;
    if (typeof cell === 'number') return type === 'share' ? `${number(cell * 100, digits ?? 1)}\u00a0%` : number(cell, digits);
    if (type === 'day') return dayText(cell);
    return type === 'instant' ? instant(cell) : cell;
  };
}
