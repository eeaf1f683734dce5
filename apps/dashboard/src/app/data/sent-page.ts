import type { PageAnswer, PageColumns } from '@evenhand/contracts';
import { COLUMNS_TYPE, fromColumns } from '@evenhand/domain';

/** What a page says it reads: columns, which are sent and read in half the time, or else rows. */
export const READ_TYPES = `${COLUMNS_TYPE}, application/json;q=0.9`;

type Sent = PageAnswer | PageColumns;
type SentSlot = Sent['answers'][string];

const rowsOf = (slot: SentSlot): PageAnswer['answers'][string] => {
  if (!('columns' in slot)) return slot;
  const { columns, ...rest } = slot;
  return { ...rest, answer: fromColumns(columns) };
};

/** A page with its answers by row, in whichever form the server sent it. */
export function pageByRow(sent: unknown): PageAnswer {
  const { answers } = sent as Sent;
  return { answers: Object.fromEntries(Object.entries(answers).map(([name, slot]) => [name, rowsOf(slot)])) };
}
