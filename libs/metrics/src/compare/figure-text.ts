import type { Label, Language, Unit } from '@evenhand/domain';

const number = (value: number, language: Language): string => {
  const text = value.toFixed(1).replace(/\.0$/, '');
  return language === 'vi' ? text.replace('.', ',') : text;
};

const UNITS: Readonly<Record<Unit, { readonly scale: number; readonly word: Label }>> = {
  share: { scale: 100, word: { vi: ' %', en: ' %' } },
  minutes: { scale: 1, word: { vi: ' phút', en: ' minutes' } },
  seconds: { scale: 1, word: { vi: ' giây', en: ' seconds' } },
  days: { scale: 1, word: { vi: ' ngày', en: ' days' } },
  count: { scale: 1, word: { vi: '', en: '' } },
  points: { scale: 1, word: { vi: ' điểm', en: ' points' } },
  per_officer_day: { scale: 1, word: { vi: ' mỗi ngày công', en: ' per officer-day' } },
};

const both = (text: (language: Language) => string): Label => ({ vi: text('vi'), en: text('en') });

/** A figure as people write it in each language. */
export const figureText = (value: number, unit: Unit): Label => {
  const { scale, word } = UNITS[unit];
  return both((language) => `${number(value * scale, language)}${word[language]}`);
};

/** A difference between two figures: of shares, in points. */
export const differenceText = (value: number, unit: Unit): Label =>
  unit === 'share'
    ? both((language) => `${number(value * 100, language)} ${language === 'vi' ? 'điểm phần trăm' : 'points'}`)
    : figureText(value, unit);
