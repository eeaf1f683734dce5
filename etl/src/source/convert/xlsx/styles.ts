import type { Book } from './book';
import { builtInKind, kindOfFormat, type NumberKind } from './number-text';

/** What each style of a workbook makes of a number, by the number of the style. */
export async function readStyles(book: Book, part: string | undefined): Promise<readonly NumberKind[]> {
  if (part === undefined || !book.has(part)) return [];
  const formats = new Map<number, NumberKind>();
  const styles: NumberKind[] = [];
  let isCellStyles = false;
  await book.read(part, 'small', {
    open(name, attributes) {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') formats.set(id, kindOfFormat(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') isCellStyles = true;
      else if (name === 'xf' && isCellStyles) styles.push(formats.get(id) ?? builtInKind(id));
    },
    close(name) {
      if (name === 'cellXfs') isCellStyles = false;
    },
  });
  return styles;
}
