import { SourceProblem } from '../../source-problem';
import type { Book } from './book';

/** Texts are kept in memory while a sheet is read, because cells name them by number in any order. */
const MOST_CHARACTERS = 128 * 1024 * 1024;

/** A character that XML cannot hold is written by its number: `_x000D_`. */
export const plainText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;

/** The texts that the cells of a workbook name by number; runs of rich text are joined, how it is spoken is left out. */
export async function readStrings(book: Book, part: string | undefined): Promise<readonly string[]> {
  if (part === undefined || !book.has(part)) return [];
  const texts: string[] = [];
  let characters = 0;
  let text = '';
  let isText = false;
  let isSpoken = false;
  await book.read(part, 'strings', {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isSpoken = true;
      else if (name === 't') isText = !isSpoken;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isSpoken = false;
      else if (name === 'si') {
        characters += text.length;
        if (characters > MOST_CHARACTERS)
          throw new SourceProblem(
            `${book.path} holds more than ${MOST_CHARACTERS} characters of different texts; save the sheet as CSV instead.`,
          );
        texts.push(plainText(text));
      }
    },
  });
  return texts;
}
