import { type Dimension, DIMENSIONS } from '@evenhand/domain';
import { keyColumn } from '../compile/compile';
import { identifier, join, sql, type Sql, trusted } from '@evenhand/warehouse';

/** A column of a sheet, as an expression over what is read. */
export interface SheetColumn {
  readonly name: string;
  readonly value: Sql;
}

const OF_CASES = ['half_hour', 'field', 'procedure', 'channel', 'counter', 'agent'] as const satisfies readonly Dimension[];
/** What tells cases apart by few codes: those of a whole city, or those of one point. */
export type CaseDimension = (typeof OF_CASES)[number];
export const isOfCases = (dimension: Dimension): dimension is CaseDimension => (OF_CASES as readonly Dimension[]).includes(dimension);

/** What the columns of a sheet stand side by side for. */
export interface Across {
  readonly dimensions: readonly ('point' | CaseDimension)[];
  /** The few points of which the sheet tells, all in one; `null` for the whole city. */
  readonly points: readonly string[] | null;
}

export const BY_POINT: Across = { dimensions: ['point'], points: null };
/** The whole city in one. */
export const IN_ONE: Across = { dimensions: [], points: null };

/** The same across the same dimensions, in whatever order they are asked for. */
export const acrossCases = (dimensions: Iterable<'point' | CaseDimension>, points: Across['points'] = null): Across => ({
  dimensions: [...dimensions].sort((a, b) => DIMENSIONS.indexOf(a) - DIMENSIONS.indexOf(b)),
  points,
});

/** A name for what stands side by side. */
export const acrossName = ({ dimensions, points }: Across): string => JSON.stringify([dimensions, points]);

/** Stands between the codes of a pair; no code holds it. */
export const BETWEEN = '\u0000';
export const BETWEEN_IN_SQL = 'char(0)';

const textOf = (dimension: Dimension): Sql => sql`ifNull(toString(${identifier(keyColumn(dimension))}), '')`;

function codeOf({ dimensions }: Across): Sql {
  const [one, other] = dimensions;
  if (one === undefined) return sql`''`;
  return other === undefined ? textOf(one) : sql`concat(${textOf(one)}, ${trusted(BETWEEN_IN_SQL)}, ${textOf(other)})`;
}

/** Turns rows of `key_day`, other keys and numbers into a row for each day with lists: a tenth of the text to carry over. */
export const asLists = (rows: Sql, columns: readonly SheetColumn[], across: Across = BY_POINT): Sql =>
  sql`SELECT ${join(
    [
      sql`toString(key_day) AS day`,
      sql`groupArray(${codeOf(across)}) AS codes`,
      ...columns.map(({ name, value }) => sql`groupArray(tuple(${value})).1 AS ${identifier(name)}`),
    ],
    ', ',
  )}
FROM (${rows})
GROUP BY key_day ORDER BY key_day`;
