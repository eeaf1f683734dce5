import { CSV_MARK, csvLine } from '@evenhand/domain';
import type { Batch, Cell, ExportDocument, Fact, Table } from './document';
import { LIMITS, WORDS } from './words';

const EMPTY_LINE = csvLine([]);

const lines = (batch: Batch, before: readonly Cell[]): string => batch.map((row) => csvLine([...before, ...row])).join('');

/** What stands under the rows: an empty line, then names and texts. */
export function csvNotes(document: Omit<ExportDocument, 'tables'>, counts: readonly Fact[]): string {
  const { language, title, facts, notes, mark, link } = document;
  const fact = (name: string, text: string | null): Fact[] => (text === null ? [] : [{ name, text }]);
  const all = [
    ...fact(WORDS.title[language], title),
    ...fact(WORDS.mark[language], mark),
    ...facts,
    ...counts,
    ...notes,
    ...fact(WORDS.view[language], link),
  ];
  return [EMPTY_LINE, csvLine([WORDS.notes[language]]), ...all.map(({ name, text }) => csvLine([name, text]))].join('');
}

/** How many of how many rows a table shows, and why not all. */
export function countOf(
  { shown, total }: Pick<Table, 'shown' | 'total'>,
  { language }: Pick<ExportDocument, 'language'>,
  limit: keyof typeof LIMITS,
): Fact {
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
  const text =
    shown < total
      ? `${number.format(shown)} ${WORDS.of[language]} ${number.format(total)}: ${LIMITS[limit][language]}`
      : number.format(total);
  return { name: WORDS.rows[language], text };
}

const counted = (document: ExportDocument): Fact[] =>
  document.tables.map((table) => {
    const count = countOf(table, document, 'file');
    return document.tables.length > 1 ? { name: `${count.name} (${table.title})`, text: count.text } : count;
  });

/**
 * Writes tables of the same columns as one CSV for people, its notes below the rows. Where there are several, the first
 * column says which table a row belongs to.
 */
export async function* csvOf(document: ExportDocument): AsyncGenerator<string> {
  const { tables, language } = document;
  const isSeveral = tables.length > 1;
  const head = tables[0]?.columns.map(({ name, group }) => (group === undefined ? name : `${group}: ${name}`)) ?? [];
  yield CSV_MARK + csvLine(isSeveral ? [WORDS.table[language], ...head] : head);
  for (const { title, rows } of tables) for await (const batch of rows) yield lines(batch, isSeveral ? [title] : []);
  yield csvNotes(document, counted(document));
}
