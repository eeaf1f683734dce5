import type { Language, MetricInfo } from '@evenhand/domain';

export type Unit = MetricInfo['unit'];

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
const NO_BREAK = '\u00a0';
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, digits: number): Intl.NumberFormat {
  const name = `${language}${digits}`;
  const made =
    formatters.get(name) ?? new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formatters.set(name, made);
  return made;
}

/** A number with a fixed count of decimals: `1.234,5` in Vietnamese, `1,234.5` in English. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  const text = formatter(language, digits).format(value);
  // What rounds to zero is zero, not minus zero; a true minus is typeset as one.
  return Number(value.toFixed(digits)) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

const SCALES: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  vi: [
    [1e9, 'tỷ'],
    [1e6, 'triệu'],
    [1e3, 'nghìn'],
  ],
  en: [
    [1e9, 'billion'],
    [1e6, 'million'],
    [1e3, 'thousand'],
  ],
};

/** A large count in a sentence, its scale spelled out: `12,3 nghìn`, `1.2 million`; four digits and fewer stay whole. */
export function formatInWords(value: number, language: Language): string {
  // What rounds up to a thousand of its scale belongs to the next: 999 960 is 1,0 triệu.
  const scale = Math.abs(value) < 10_000 ? undefined : SCALES[language].find(([size]) => Math.abs(value) >= 0.99995 * size);
  return scale === undefined ? formatNumber(value, language) : `${formatNumber(value / scale[0], language, 1)}${NO_BREAK}${scale[1]}`;
}

/** A share as per cent: `15,9 %` in Vietnamese, `15.9%` in English. */
export const formatShare = (share: number, language: Language, digits = 1): string =>
  `${formatNumber(share * 100, language, digits)}${language === 'vi' ? `${NO_BREAK}%` : '%'}`;

/** Decimals that a figure of this unit is printed with. */
export const digitsOf = (unit: Unit): number => (unit === 'count' || unit === 'seconds' ? 0 : 1);

/** The bare number of a figure, a share as per cent, without its unit. */
export const formatFigure = (value: number, unit: Unit, language: Language): string =>
  formatNumber(unit === 'share' ? value * 100 : value, language, digitsOf(unit));
