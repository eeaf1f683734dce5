import type { Dimension } from '@evenhand/domain';
import { identifier, sql, type Sql } from '@evenhand/warehouse';
import type { CodeDimension, Fact } from '../facts/fact';

/** What the key of a dimension may depend on. */
export interface KeyContext {
  readonly fact: Fact;
  readonly day: Sql;
  /** The day on which a point's ward and branch are looked up. */
  readonly placeDay: Sql;
  readonly zone: Sql;
}

/** Dimensions that need the place a point had on the day. */
export const isPlace = (dimension: Dimension): dimension is 'ward' | 'branch' => dimension === 'ward' || dimension === 'branch';

const codeOf = (fact: Fact, dimension: CodeDimension): Sql => identifier(fact.columns[dimension] ?? '');

/** The column or expression that a case is grouped and filtered by. */
export function keyOf(dimension: Dimension, { fact, day, placeDay, zone }: KeyContext): Sql {
  switch (dimension) {
    case 'ward':
    case 'branch':
      return sql`if(${placeDay} < place_to, ${identifier(`place_${dimension}`)}, '')`;
    case 'weekday':
      return sql`toDayOfWeek(${day})`;
    case 'day':
      return day;
    case 'week':
      return sql`toMonday(${day})`;
    case 'month':
      return sql`toStartOfMonth(${day})`;
    case 'half_hour':
      return fact.halfHour?.(zone) ?? sql`NULL`;
    default:
      return codeOf(fact, dimension);
  }
}

/** Joins each case with the ward and branch its point had on the day; empty where the point had none. */
export const withPlaces = (from: Sql, day: Sql): Sql => sql`${from}
ASOF LEFT JOIN (
  SELECT point_code AS place_point, valid_from AS place_from, valid_to AS place_to, ward_code AS place_ward, branch_code AS place_branch
  FROM service_point
) AS place ON point_code = place_point AND ${day} >= place_from`;
