const MS_PER_DAY = 86_400_000;
const EXACT_DIGITS = 15;
/** Day 0 of the two calendars a workbook may count in. */
const DAY_ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
/** The 1900 calendar has a 29 February 1900 that never was, as its day 60; days before it count from one day later. */
const DAY_THAT_NEVER_WAS = 60;
const LAST_DAY = 2_958_466;

/** How a number is to be read. */
export type NumberKind = 'number' | 'date' | 'time' | 'duration';

const BUILT_IN: readonly (readonly [from: number, to: number, kind: NumberKind])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'time'],
  [27, 36, 'date'],
  [45, 45, 'time'],
  [46, 46, 'duration'],
  [47, 47, 'time'],
  [50, 58, 'date'],
];

/** What one of the formats that every workbook has makes of a number. */
export const builtInKind = (id: number): NumberKind => BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number';

/** What a format code makes of a number: letters for parts of a date or a time count, text and colours do not. */
export function kindOfFormat(code: string): NumberKind {
  const [positive = ''] = code.split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(positive)) return 'duration';
  const letters = positive.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/AM\/PM|A\/P/gi, 'h');
  if (/general/i.test(letters)) return 'number';
  if (/[hs]/i.test(letters)) return 'time';
  return /[ymd]/i.test(letters) ? 'date' : 'number';
}

/** A number as people write it: fifteen digits, as the sheet shows, so 0.30000000000000004 is 0.3. */
export function numberText(value: number): string {
  const exact = Number(value.toPrecision(EXACT_DIGITS));
  const text = String(exact);
  if (!text.includes('e')) return text;
  return Math.abs(exact) >= 1 ? BigInt(exact).toString() : exact.toFixed(20).replace(/0+$/, '');
}

const clock = (ms: number): string => {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const rest = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}${rest}`;
};

/** A day as the sheet counts it, as ISO text without a zone: a date, a date with a time, or a time of day. */
export function dayText(days: number, kind: NumberKind, countsFrom1904: boolean): string {
  if (kind === 'number' || !(days >= 0 && days < LAST_DAY)) return numberText(days);
  const ms = Math.round(days * MS_PER_DAY);
  if (kind === 'duration' || days < 1) return clock(ms);
  const late = !countsFrom1904 && days < DAY_THAT_NEVER_WAS ? MS_PER_DAY : 0;
  const [day = '', time = ''] = new Date(DAY_ZERO[countsFrom1904 ? 1904 : 1900] + ms + late).toISOString().slice(0, 23).split('T');
  return kind === 'date' && ms % MS_PER_DAY === 0 ? day : `${day} ${time.replace(/\.000$/, '')}`;
}
