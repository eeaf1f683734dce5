import type { BreachesPage } from '@evenhand/contracts';

type Column = BreachesPage['columns'][number];
type Cell = BreachesPage['rows'][number][string];
type Row = Readonly<Record<string, Cell>>;

const isFlag = (id: string): boolean => id.startsWith('is_') || id.startsWith('has_');

function typeOf(id: string, value: Cell | undefined): Column['type'] {
  if (id.endsWith('_on')) return 'day';
  if (id.endsWith('_at')) return 'instant';
  if (id.endsWith('_ms')) return 'duration_ms';
  return typeof value === 'number' && id !== 'status' && !isFlag(id) ? 'number' : 'text';
}

/** The columns of rows that come without any: names say how values are read. */
export function columnsOf(rows: readonly Row[]): readonly Column[] {
  const [first] = rows;
  if (first === undefined) return [];
  return Object.keys(first).map((id) => ({ id, type: typeOf(id, rows.find((row) => row[id] !== null)?.[id]) }));
}

/** The engine's 0 and 1 of a yes or no as what they mean. */
export const withFlags = (row: Row): BreachesPage['rows'][number] =>
  Object.fromEntries(Object.entries(row).map(([id, value]) => [id, isFlag(id) && typeof value === 'number' ? value !== 0 : value]));
