import type { PageColumns, Problem } from '@evenhand/contracts';
import { type Answer, COLUMNS_TYPE, fromColumns } from '@evenhand/domain';

/** What a page says it reads: columns, which are sent and read in half the time, or else rows. */
export const READ_TYPES = `${COLUMNS_TYPE}, application/json;q=0.9`;

/** The answers of a page by row, each answered or refused on its own. */
export interface PageByRow {
  readonly answers: Readonly<
    Record<string, { readonly answer: Answer; readonly staleSince?: string | undefined } | { readonly problem: Problem }>
  >;
}

/** A page as the server sends it: by column, or by row where it knows no columns. */
export type SentPage = PageByRow | PageColumns;

const rowsOf = (slot: SentPage['answers'][string]): PageByRow['answers'][string] => {
  if (!('columns' in slot)) return slot;
  const { columns, ...rest } = slot;
  return { ...rest, answer: fromColumns(columns) };
};

/** A page with its answers by row, in whichever form the server sent it. */
export function pageByRow(sent: unknown): PageByRow {
  const { answers } = sent as SentPage;
  return { answers: Object.fromEntries(Object.entries(answers).map(([name, slot]) => [name, rowsOf(slot)])) };
}
