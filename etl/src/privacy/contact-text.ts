/** A number that says nothing about who somebody is: zeros and one digit, one digit all over, digits in order, too few. */
const FILLER = '^(?:0*\\d|1+|2+|3+|4+|5+|6+|7+|8+|9+|0?123456789\\d*|9876543210?|\\d{1,7})$';
const PUNCTUATION = '[\\s.()/-]';

const literal = (pattern: string): string => `'${pattern.replaceAll('\\', '\\\\')}'`;
const compact = (text: string): string => `replaceRegexpAll(${text}, ${literal(PUNCTUATION)}, '')`;

const digitsOf = (text: string): string => text.replace(new RegExp(PUNCTUATION, 'g'), '');

/** {@link isFillerContact} in JavaScript. */
export const isFiller = (text: string): boolean => new RegExp(FILLER).test(digitsOf(text));

/** {@link contactText} in JavaScript. */
export const contactOf = (text: string): string => digitsOf(text).replace(/^(?:\+84|0084|84)(\d{9})$/, '0$1');

/** SQL: true when a contact is a number that forms are filled with (000000001), which would make one person of many. */
export const isFillerContact = (text: string): string => `match(${compact(text)}, ${literal(FILLER)})`;

/** SQL: a telephone, identity number or address for mail as everybody writes it differently, written one way. */
export const contactText = (text: string): string => `replaceRegexpOne(${compact(text)}, '^(?:\\\\+84|0084|84)(\\\\d{9})$', '0\\\\1')`;
