/** How personal data looks, as patterns that the engine and JavaScript read alike (RE2). */
const EMAIL = '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\\.[A-Za-z]{2,}';
/** Ten or eleven digits of a Vietnamese number, with or without separators, or with the country code. */
const PHONE = '\\b0[235789]\\d(?:[ .-]?\\d){7,8}\\b|\\+84(?:[ .-]?\\d){9,10}\\b';
/** Twelve digits of a citizen's identity number; its first digits are a province below 100. */
const IDENTITY = '\\b0\\d{11}\\b';

/** Shapes that a code never has. */
export const PERSONAL_NUMBER = [EMAIL, PHONE, IDENTITY].join('|');

/** Nine or more digits in a row identify somebody: an old identity card, a social insurance number, an account. */
const LONG_NUMBER = '\\d{9,}';
/** Ranges instead of Unicode's classes: the engine reads a pattern anew for every block, and those classes are long. */
const LETTER = '[A-Za-z\\x{80}-\\x{10ffff}]';
const CAPITAL = '[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]';
/** Two words or more in a row that all begin with a capital. */
const CAPITALISED = `(?:^|[ ,;:(])${CAPITAL}${LETTER}*\\s+${CAPITAL}`;
/** The family names of nine Vietnamese in ten, with another word behind; typed without marks as often as with them. */
const FAMILY_NAME =
  '(?i)\\b(?:nguy[ễe]n|tr[ầa]n|l[êe]|ph[ạa]m|ho[àa]ng|hu[ỳy]nh|phan|v[ũu]|v[õo]|[đd][ặa]ng|b[ùu]i|[đd][ỗo]|ng[ôo]|[đd]inh|tr[ịi]nh)\\s+[^\\d\\s]';
const ADDRESS = '(?i)(?:^|\\s)(?:số|số nhà|ngõ|ngách|hẻm|phố|đường|thôn|tổ)\\s+\\d';

/** What identifies somebody by itself, whatever text it stands in. */
export const NUMBER_OF_PERSON = [EMAIL, PHONE, LONG_NUMBER].join('|');
const NAME_OR_ADDRESS = [CAPITALISED, `(?:${FAMILY_NAME})`, `(?:${ADDRESS})`].join('|');

const literal = (pattern: string): string => `'${pattern.replaceAll('\\', '\\\\')}'`;

/** SQL: true when a code looks like a number of a person, or an address for mail. */
export const looksLikePersonalNumber = (text: string): string => `match(${text}, ${literal(PERSONAL_NUMBER)})`;

/** SQL: true when a text may name a person. Errs on the side of yes. A name has a space: few texts are asked the dearer question. */
export const mayBePersonal = (text: string): string =>
  `(match(${text}, ${literal(NUMBER_OF_PERSON)}) OR (match(${text}, '\\\\s') AND match(${text}, ${literal(NAME_OR_ADDRESS)})))`;

/** SQL: the shape of a text, every letter an x and every digit a 9. */
export const shapeOf = (text: string): string => `replaceRegexpAll(replaceRegexpAll(${text}, ${literal(LETTER)}, 'x'), '\\\\d', '9')`;
