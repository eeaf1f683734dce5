import { because, InvalidQuery } from '@evenhand/domain';
import { holdsNumberOfPerson } from '../privacy/number-in-text';

/** What is wrong with a text that people type, read behind the name of its field. */
export const HOLDS_NUMBER = 'seems to hold a telephone or identity number, or an address for mail; leave it out';

/** True for a note of an entry that everybody may read. */
export const isPlainNote = (note: string | null): boolean => note === null || !holdsNumberOfPerson(note);

/** True when an entry of a register says nothing in its note that identifies a person. */
export const hasPlainNote = (content: object): boolean =>
  !('note' in content) || isPlainNote(typeof content.note === 'string' ? content.note : null);

/** Refuses a change whose entries or reason identify a person. Throws InvalidQuery, which does not repeat the text. */
export function refusePersonalText(contents: readonly object[], reason: string): void {
  if (!contents.every(hasPlainNote)) throw new InvalidQuery('note', `The note ${HOLDS_NUMBER}.`, because('number_of_person'));
  if (holdsNumberOfPerson(reason)) throw new InvalidQuery('reason', `The reason ${HOLDS_NUMBER}.`, because('number_of_person'));
}
