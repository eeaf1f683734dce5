import type { Filter, Scope } from '@evenhand/domain';
import { identifier, param, sql, type Sql } from '@evenhand/warehouse';
import { keyFromText, keyTypeOf } from '../facts/dimension-text';
import { isPlace, type KeyContext, keyOf } from './keys';

/** Keeps the points that the asker may see; an empty scope keeps none. */
export const inScope = ({ points }: Scope): readonly Sql[] =>
  points === 'all' ? [] : [sql`point_code IN ${param('Array(String)', points)}`];

const matches = (key: Sql, { dimension, values }: Filter): Sql =>
  sql`${key} IN ${param(
    `Array(${keyTypeOf(dimension)})`,
    values.map((value) => keyFromText(dimension, value)),
  )}`;

// Reads only the rows of points that ever had the place; the join then keeps those that had it on the day.
const nearby = ({ dimension, values }: Filter): Sql =>
  sql`point_code IN (SELECT point_code FROM service_point WHERE ${identifier(`${dimension}_code`)} IN ${param('Array(String)', values)})`;

/** The conditions of one filter. An empty value stands for "the source did not say". */
export function conditionsOf(filter: Filter, context: KeyContext): readonly Sql[] {
  const exact = matches(keyOf(filter.dimension, context), filter);
  return isPlace(filter.dimension) && !filter.values.includes('') ? [nearby(filter), exact] : [exact];
}
