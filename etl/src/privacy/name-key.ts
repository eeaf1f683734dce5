/** A tone mark on the first vowel of oa, oe or uy, decomposed: the older way to write hoà, hoè and thuỷ. */
const EARLY_TONE = '(o)([\\x{300}\\x{301}\\x{303}\\x{309}\\x{323}])([ae])|(u)([\\x{300}\\x{301}\\x{303}\\x{309}\\x{323}])(y)';
const EARLY_TONE_JS = /(o)([\u0300\u0301\u0303\u0309\u0323])([ae])|(u)([\u0300\u0301\u0303\u0309\u0323])(y)/g;
const SPACES = '[\\s\\x{a0}]+';
const SPACES_JS = /[\s\u00a0]+/g;

/**
 * What two spellings of one name have in common: composed, lower case, single spaces, tone marks where the newer rule puts
 * them. Typists follow either rule, so official data holds both Hoà and Hòa, both Thuỷ and Thủy. For joining, never for show.
 */
export const nameKey = (name: string): string =>
  name.replace(SPACES_JS, ' ').trim().toLowerCase().normalize('NFD').replace(EARLY_TONE_JS, '$1$4$3$6$2$5').normalize('NFC');

const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\')}'`;

/** {@link nameKey} as SQL over a text that is valid UTF-8. */
export const nameKeySql = (text: string): string =>
  `normalizeUTF8NFC(replaceRegexpAll(normalizeUTF8NFD(lowerUTF8(trimBoth(replaceRegexpAll(${text}, ${literal(SPACES)}, ' ')))), ` +
  `${literal(EARLY_TONE)}, ${literal('\\1\\4\\3\\6\\2\\5')}))`;
