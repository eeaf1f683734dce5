import type { TableTwin } from '../twin-table';
import type { TableCell, TableColumn } from './table-column';

/** What a cell says in a file: a dash alone would not tell what is unknown from what may not be shown. */
const said = ({ text, spoken, look }: TableCell): string =>
  (look === 'unknown' || look === 'suppressed') && spoken ? `${text} (${spoken})` : text;

export interface FileInput<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** What the totals are of. */
  readonly totalText: string;
}

/** A table as a file holds it: its totals first, then every row, also those that are not drawn. */
export function tableFile<Row>({ columns, rows, totalText }: FileInput<Row>): TableTwin {
  const hasTotal = columns.some(({ total }) => total !== undefined);
  const totals = columns.map(({ total }, index) => (index === 0 ? totalText : total === undefined ? '' : said(total)));
  return {
    columns: columns.map(({ text, isNumber }) => ({ text, isNumber: isNumber ?? false })),
    rows: [...(hasTotal ? [totals] : []), ...rows.map((row) => columns.map(({ cell }) => said(cell(row))))],
  };
}
