import type { Dimension } from '@evenhand/domain';
import { keyColumn } from '../compile/compile';
import { identifier, join, sql, type Sql } from '@evenhand/warehouse';

/** A column of a sheet, as an expression over what is read. */
export interface SheetColumn {
  readonly name: string;
  readonly value: Sql;
}

const OF_CASES = ['half_hour', 'field', 'procedure', 'channel'] as const satisfies readonly Dimension[];
/** What tells cases of a whole city apart by few codes. */
export type CaseDimension = (typeof OF_CASES)[number];
export const isOfCases = (dimension: Dimension): dimension is CaseDimension => (OF_CASES as readonly Dimension[]).includes(dimension);

/** What the columns of a sheet stand side by side for. */
export type Across = 'point' | CaseDimension;

/** Turns rows of `key_day`, another key and numbers into a row for each day with lists: a tenth of the text to carry over. */
export const asLists = (rows: Sql, columns: readonly SheetColumn[], across: Across = 'point'): Sql =>
  sql`SELECT ${join(
    [
      sql`toString(key_day) AS day`,
      sql`groupArray(toString(${identifier(keyColumn(across))})) AS codes`,
      ...columns.map(({ name, value }) => sql`groupArray(tuple(${value})).1 AS ${identifier(name)}`),
    ],
    ', ',
  )}
FROM (${rows})
GROUP BY key_day ORDER BY key_day`;
