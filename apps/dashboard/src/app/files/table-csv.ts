import { CSV_MARK, csvLine } from '@evenhand/domain';
import type { TableTwin } from '../design/twin-table';

/** The numbers of a drawing as a CSV, as the screen says them, with what they cover below. */
export function tableCsv({ columns, rows }: TableTwin, notes: readonly string[]): string {
  const said = notes.filter((note) => note !== '').map((note) => csvLine([note]));
  return [CSV_MARK, csvLine(columns.map(({ text }) => text)), ...rows.map((row) => csvLine(row)), csvLine([]), ...said].join('');
}
