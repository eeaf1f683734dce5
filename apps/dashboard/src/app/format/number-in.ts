import type { Language } from '@evenhand/domain';

const MARKS: Readonly<Record<Language, { readonly group: string; readonly decimal: string }>> = {
  vi: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
};

/** The first number of a text as its language writes it: `1.234,5 phút` is 1234.5; `null` where there is none or it is withheld. */
export function numberIn(text: string, language: Language): number | null {
  if (text.startsWith('‹')) return null;
  const { group, decimal } = MARKS[language];
  const [, minus = '', whole = ''] = /(?:^|\s)([-−]?)(\d[\d.,]*)/.exec(text) ?? /()(\d[\d.,]*)/.exec(text) ?? [];
  if (whole === '') return null;
  const value = Number(whole.replaceAll(group, '').replace(decimal, '.'));
  return Number.isNaN(value) ? null : minus === '' ? value : -value;
}
