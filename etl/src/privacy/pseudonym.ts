import { createHmac } from 'node:crypto';
import { param, type Sql, sql, trusted } from '@evenhand/warehouse';
import { contactOf, isFiller } from './contact-text';
import { nameKey, nameKeySql } from './name-key';

/** Whose names are replaced: staff are told apart, a person who comes again is recognised. */
export type PseudonymKind = 'staff' | 'contact';

/** Digits of a pseudonym: 96 bits, so that two people among a hundred million share one with odds of one in 10 million million. */
const DIGITS = 24;
/** Where the key goes in a statement that is still text; see {@link withPseudonymKey}. */
const KEY_PLACE = '{pseudonym_key:String}';

const formOf = (kind: PseudonymKind): string => `^${kind}_[0-9a-f]{${DIGITS}}$`;

/** Makes pseudonyms. The key shows in no text: it is private here, and the engine hides it in statements and messages. */
export class PseudonymKey {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  /** The same as {@link pseudonymSql}; what is a pseudonym already stays, and nothing stays nothing. */
  of(kind: PseudonymKind, text: string): string {
    const key = nameKey(text);
    if (key === '' || new RegExp(formOf(kind)).test(key)) return key;
    return `${kind}_${createHmac('sha256', this.#key).update(`${kind}:${key}`).digest('hex').slice(0, DIGITS)}`;
  }

  /** The pseudonym of a telephone, identity number or e-mail address; a dummy number identifies nobody and stays. */
  contact(text: string): string {
    return isFiller(text) ? text : this.of('contact', contactOf(text));
  }

  /**
   * Binds the key where a compiled statement needs it. TRICKY: the engine writes bound values into the statements that it
   * lists and quotes in its errors, except for the arguments it knows to be secret; the key of HMAC is one of those.
   */
  bind(statement: string): Sql {
    const [first = '', ...rest] = statement.split(KEY_PLACE);
    return rest.reduce((all, piece) => sql`${all}${param('String', this.#key)}${trusted(piece)}`, trusted(first));
  }
}

/** SQL: the pseudonym of a text that is valid UTF-8. Spellings of one name get one pseudonym. */
export const pseudonymSql = (kind: PseudonymKind, text: string): string =>
  `multiIf(${text} = '', '', match(${text}, '${formOf(kind)}'), ${text}, ` +
  `concat('${kind}_', lower(hex(substring(HMAC('sha256', concat('${kind}:', ${nameKeySql(text)}), ${KEY_PLACE}), 1, ${DIGITS / 2})))))`;

/** SQL: what a list of pseudonyms is looked up by. It holds no text of a source. */
export const digestSql = (text: string): string => `sipHash128(${text})`;

/** SQL: as {@link pseudonymSql}, looked up where a list in memory has it: a keyed hash takes longer to make than to find. */
export const listedPseudonymSql = (kind: PseudonymKind, text: string, list: string): string => {
  const listed = `joinGet('${list}', 'pseudonym', ${digestSql(text)})`;
  return `if(${listed} != '', ${listed}, ${pseudonymSql(kind, text)})`;
};
