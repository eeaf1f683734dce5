/** Letters without their marks, so that `dong da` finds *Đống Đa*; đ has no decomposition and is mapped by hand. */
export const plainLetters = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

const plainWords = (text: string): string => plainLetters(text).trim().replace(/\s+/g, ' ');

/** True when what was typed occurs in the text, diacritics or not. */
export const matches = (text: string, typed: string): boolean => plainWords(text).includes(plainWords(typed));

const collator = new Intl.Collator('vi', { numeric: true });

/** Vietnamese alphabetical order: a, ă, â, b, … d, đ, e, ê … */
export const byName = (a: string, b: string): number => collator.compare(a, b);
