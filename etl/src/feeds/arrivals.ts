import type { Day } from '@evenhand/domain';
import { identifier, join, param, type Sql, sql, type Warehouse } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import type { EntityName } from '../contract/entity-contract';

/** What a source has told of one point on one day. */
export interface Arrival {
  readonly point: string;
  readonly day: Day;
  readonly arrived: number;
}

/** Rows of an entity as a load will leave them, in the months (202610) that it touches. */
export interface ComingRows {
  readonly months: readonly number[];
  readonly relation: (month: number) => Sql;
}

interface Wanted {
  readonly source: string;
  readonly entity: EntityName;
  readonly from: Day;
  readonly coming: ComingRows | undefined;
}

/** The smallest table that knows how many cases of a point and a day there are. */
function standing({ source, entity, from, coming }: Wanted): Sql {
  const day = identifier(entity === 'ticket' ? 'day' : CONTRACTS[entity].cohortDay);
  const count = entity === 'ticket' ? sql`sum(tickets + void_tickets)` : sql`count()`;
  const table = identifier(entity === 'ticket' ? 'ticket_day' : entity);
  const untouched = sql`NOT has(${param('Array(UInt32)', coming?.months ?? [])}, toYYYYMM(${day}))`;
  return sql`SELECT point_code, ${day} AS on_day, ${count} AS n FROM ${table}
    WHERE source = ${param('String', source)} AND ${day} >= ${param('Date', from)} AND ${untouched} GROUP BY point_code, on_day`;
}

function touched({ source, entity, from, coming }: Wanted): Sql[] {
  const day = identifier(CONTRACTS[entity].cohortDay);
  return (coming?.months ?? []).map(
    (month) => sql`SELECT point_code, ${day} AS on_day, count() AS n FROM ${coming?.relation(month) ?? identifier(entity)}
    WHERE source = ${param('String', source)} AND ${day} >= ${param('Date', from)} AND toYYYYMM(${day}) = ${param('UInt32', month)} GROUP BY point_code, on_day`,
  );
}

/** How many cases of each point and day a source has told of, in the order of days. */
export const arrivalsOf = (warehouse: Warehouse, wanted: Wanted): Promise<Arrival[]> =>
  warehouse.rows<Arrival>(sql`
    SELECT point_code AS point, on_day AS day, n AS arrived FROM (${join([standing(wanted), ...touched(wanted)], '\nUNION ALL\n')})
    WHERE n > 0 ORDER BY day, point`);
