import type { BreachesPage } from '@evenhand/contracts';

/** A column of cases: what it is called and how its values are read. */
export type CaseColumn = BreachesPage['columns'][number];
/** One case, its values by column. */
export type CaseRow = BreachesPage['rows'][number];
type Cell = CaseRow[string];
type Row = Readonly<Record<string, Cell>>;

const isFlag = (id: string): boolean => id.startsWith('is_') || id.startsWith('has_');

function typeOf(id: string, value: Cell | undefined): CaseColumn['type'] {
  if (id.endsWith('_on')) return 'day';
  if (id.endsWith('_at')) return 'instant';
  if (id.endsWith('_ms')) return 'duration_ms';
  return typeof value === 'number' && id !== 'status' && !isFlag(id) ? 'number' : 'text';
}

/** The columns of rows that come without any: names say how values are read. */
export function columnsOf(rows: readonly Row[]): readonly CaseColumn[] {
  const [first] = rows;
  if (first === undefined) return [];
  return Object.keys(first).map((id) => ({ id, type: typeOf(id, rows.find((row) => row[id] !== null)?.[id]) }));
}

/** The engine's 0 and 1 of a yes or no as what they mean. */
export const withFlags = (row: Row): CaseRow =>
  Object.fromEntries(Object.entries(row).map(([id, value]) => [id, isFlag(id) && typeof value === 'number' ? value !== 0 : value]));

/** Cases by their source and first value; those that share both are counted through. */
export function namedCases(rows: readonly CaseRow[], columns: readonly CaseColumn[]): ReadonlyMap<CaseRow, string> {
  const seen = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const name = [row['source'], row[columns[0]?.id ?? '']].map((part) => String(part ?? '').replaceAll(',', ' ')).join('/');
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [row, count === 1 ? name : `${name}/${count}`];
    }),
  );
}
