import { posix } from 'node:path';
import { named, SourceProblem } from '../../source-problem';
import type { Book } from './book';

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

/** Which part holds the sheet, and which calendar its dates count from. */
export interface ChosenSheet {
  readonly name: string;
  readonly part: string;
  readonly countsFrom1904: boolean;
  /** Parts that all sheets use, when the workbook has them. */
  readonly strings: string | undefined;
  readonly styles: string | undefined;
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

const OFFICE_DOCUMENT = '/officeDocument';

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Where the parts stand that a part speaks of; what stands outside the file is left out. */
async function relationsOf(book: Book, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(part);
  const relations = new Map<string, Relation>();
  await book.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`), 'small', {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return;
      relations.set(id, { type, part: target.startsWith('/') ? target.slice(1) : posix.join(folder, target) });
    },
  });
  return relations;
}

const ofType = (relations: ReadonlyMap<string, Relation>, end: string): string | undefined =>
  [...relations.values()].find(({ type }) => type.endsWith(end))?.part;

function choose(path: string, sheets: readonly SheetEntry[], wanted: string | undefined): SheetEntry {
  const names = sheets.map(({ name }) => `"${name}"`);
  const sheet =
    wanted === undefined
      ? sheets.find(({ isHidden }) => !isHidden)
      : sheets.find(({ name }) => name.normalize('NFC') === wanted.normalize('NFC'));
  if (sheet) return sheet;
  throw new SourceProblem(
    wanted === undefined
      ? `${path} has no sheet that is not hidden; name one with read.sheet. It has: ${named(names)}.`
      : `${path} has no sheet "${wanted}"; it has: ${named(names)}.`,
  );
}

/** Finds the sheet of that name, or the first that is not hidden. Throws {@link SourceProblem}. */
export async function chooseSheet(book: Book, wanted: string | undefined): Promise<ChosenSheet> {
  const workbook = ofType(await relationsOf(book, ''), OFFICE_DOCUMENT) ?? 'xl/workbook.xml';
  const sheets: SheetEntry[] = [];
  let countsFrom1904 = false;
  await book.read(workbook, 'small', {
    open(name, attributes) {
      if (name === 'workbookPr') countsFrom1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const state = attributes['state'];
      sheets.push({ name: attributes['name'] ?? '', relation, isHidden: state === 'hidden' || state === 'veryHidden' });
    },
  });
  const { name, relation } = choose(book.path, sheets, wanted);
  const relations = await relationsOf(book, workbook);
  const part = relations.get(relation)?.part;
  if (part === undefined) throw new SourceProblem(`${book.path} does not say where its sheet "${name}" stands.`);
  return { name, part, countsFrom1904, strings: ofType(relations, '/sharedStrings'), styles: ofType(relations, '/styles') };
}
