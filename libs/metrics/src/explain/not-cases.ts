import type { CitySettings, Scope } from '@evenhand/domain';
import { identifier, literal, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import { isGrain } from '../compile/buckets';
import { draftBy, LOOKING } from '../compile/compile';
import { type Asked, type Draft, whereOf, withOf } from '../compile/draft';
import { caseCount } from '../compile/measures';
import { outOfStock } from '../compile/stock';
import type { Fact } from '../facts/fact';
import { type CasesRequest, chosenCases, conditionOf } from '../rows-behind';
import type { Excluded } from './excluded';

type Row = Pick<Excluded, 'detail' | 'rows'> & {
  /** Empty for cases. */
  readonly why: Excluded['why'] | '';
  /** How many cases the rows are. */
  readonly cases: number;
};

/** What tells rows that count from rows that do not: how a ticket ended, how far a dossier has come. */
const tellingColumn = ({ columns, detail }: Fact): Sql =>
  columns.outcome ? identifier(columns.outcome) : detail.some(({ id }) => id === 'status') ? identifier('status') : literal('');

/** Why a row is no case; empty for one that is. */
function whyNot(condition: Sql, asked: Asked, looked: Draft): Sql {
  const byDefinition = sql`if(ifNull(${condition}, false), '', 'not_a_case')`;
  if (!asked.part.isStock) return byDefinition;
  const outside = outOfStock(asked, looked);
  return sql`if(${outside} = '', ${byDefinition}, ${outside})`;
}

/** How many rows pass the filters. */
async function rowsLookedAt(warehouse: Warehouse, asked: Asked): Promise<number> {
  const looked = draftBy(LOOKING, asked);
  const [row] = await warehouse.rows<{ rows: number }>(sql`${withOf(looked)}SELECT count() AS rows FROM ${looked.from}${whereOf(looked)}`);
  return row?.rows ?? 0;
}

/**
 * The rows within the scope that a figure does not count, and why: with those it counts they are every record of the same
 * days, and of a stock every record there is.
 */
export async function notCases(
  { warehouse, city }: { readonly warehouse: Warehouse; readonly city: CitySettings },
  request: CasesRequest,
  scope: Scope,
): Promise<readonly Excluded[]> {
  const { selection, asked } = chosenCases(city, request, scope);
  const { entity, isStock } = selection.term;
  const looked = draftBy(LOOKING, asked);
  const condition = conditionOf({ ...selection, isHits: false }, asked, looked);
  const rows = await warehouse.rows<Row>(sql`
    ${withOf(looked)}SELECT ${whyNot(condition, asked, looked)} AS why,
      if(why = 'not_a_case', toString(${tellingColumn(asked.part.fact)}), '') AS detail,
      count() AS rows, ${caseCount(selection.term, sql`why = ''`)} AS cases
    FROM ${looked.from}${whereOf(looked)} GROUP BY why, detail ORDER BY rows DESC, why, detail`);
  // The filters of a stock on days choose its moment.
  const kept = request.where.filter(({ dimension }) => isStock === true && isGrain(dimension));
  const passing = rows.reduce((sum, row) => sum + row.rows, 0);
  const everywhere =
    kept.length === request.where.length
      ? passing
      : await rowsLookedAt(warehouse, chosenCases(city, { ...request, where: kept }, scope).asked);
  const repeated = rows.reduce((sum, row) => sum + (row.why === '' ? row.rows - row.cases : 0), 0);
  return [
    ...rows.flatMap(({ why, detail, rows: count }): Excluded[] => (why === '' ? [] : [{ why, entity, detail, rows: count }])),
    ...(
      [
        ['same_case', repeated],
        ['filtered_out', everywhere - passing],
      ] as const
    ).flatMap(([why, count]): Excluded[] => (count > 0 ? [{ why, entity, detail: '', rows: count }] : [])),
  ];
}
