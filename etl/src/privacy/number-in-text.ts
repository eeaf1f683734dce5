import { NUMBER_OF_PERSON } from './personal-shapes';

/** Twelve digits in threes, as people write down the number of an identity card. */
const SPACED_IDENTITY = '\\b0\\d{2}(?:[ .-]?\\d{3}){3}\\b';
const PATTERN = new RegExp([NUMBER_OF_PERSON, SPACED_IDENTITY].join('|'));
const INVISIBLE = /\p{Cf}/gu;

/** True when a text that somebody typed holds a telephone or identity number, or an address for mail, in whatever form of digits. */
export const holdsNumberOfPerson = (text: string): boolean => PATTERN.test(text.normalize('NFKC').replace(INVISIBLE, ''));
