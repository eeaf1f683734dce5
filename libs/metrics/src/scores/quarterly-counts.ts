import { join, literal, param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import { inScope } from '../compile/filters';
import { wardsOf } from '../reports/attribution';
import type { PeriodAsked } from '../reports/period-asked';
import { amongUnits, unitKey, type Units } from '../reports/units';

const grouped = (units: Units): Sql => {
  const among = amongUnits(units);
  return among.length === 0 ? sql`GROUP BY unit ORDER BY unit` : sql`WHERE ${join(among, ' AND ')} GROUP BY unit ORDER BY unit`;
};

const byUnit = <Row extends { readonly unit: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.unit, row]));

/** Ratings of three levels, as the evaluation splits them. */
export interface LevelCounts {
  readonly unit: string;
  readonly dissatisfied: number;
  readonly satisfied: number;
  readonly very_satisfied: number;
}

/** Counts by unit. */
export async function levelCounts(warehouse: Warehouse, asked: PeriodAsked, units: Units): Promise<ReadonlyMap<string, LevelCounts>> {
  const { range, known, scope } = asked;
  const days = [sql`rated_on >= ${param('Date', range.from)}`, sql`rated_on < ${param('Date', range.to)}`, sql`scale = 3`];
  const rated = sql`(SELECT point_code, rated_on, level FROM ${known.rows({ table: 'rating' })} WHERE ${join([...days, ...inScope(scope)], ' AND ')})`;
  return byUnit(
    await warehouse.rows<LevelCounts>(sql`
    SELECT ${unitKey(units)} AS unit, countIf(level = 1) AS dissatisfied, countIf(level = 2) AS satisfied, countIf(level = 3) AS very_satisfied
    FROM ${wardsOf(rated, sql`rated_on`)} ${grouped(units)}`),
  );
}

/** How the lists of procedures hang at the points of a unit, as last noted before the period ended. */
export interface BoardCounts {
  readonly unit: string;
  /** Points of which anything was noted. */
  readonly points: number;
  /** Of the worst point: how many of the two boards show the version in force, for sure and at most. */
  readonly least: number;
  readonly most: number;
}

const inForce = (board: string, unknown: 0 | 1): Sql =>
  sql`if(countIf(setting = ${literal(board)}) = 0, ${param('UInt8', unknown)},
    argMaxIf(current_version = '' OR version = current_version, noted_on, setting = ${literal(board)}))`;

/** Counts by unit; a board that nobody noted may be in force or not. */
export async function boardCounts(warehouse: Warehouse, asked: PeriodAsked, units: Units): Promise<ReadonlyMap<string, BoardCounts>> {
  const { range, known, scope } = asked;
  const [posted, electronic] = ['procedure_list_posted', 'procedure_list_electronic'];
  const where = join(
    [
      sql`setting IN (${literal(posted ?? '')}, ${literal(electronic ?? '')})`,
      sql`noted_on < ${param('Date', range.to)}`,
      ...inScope(scope),
    ],
    ' AND ',
  );
  const ofPoints = sql`(SELECT point_code, max(noted_on) AS last_noted_on,
      ${inForce('procedure_list_posted', 0)} + ${inForce('procedure_list_electronic', 0)} AS sure_boards,
      ${inForce('procedure_list_posted', 1)} + ${inForce('procedure_list_electronic', 1)} AS possible_boards
    FROM ${known.rows({ table: 'point_setting' })} WHERE ${where} GROUP BY point_code)`;
  return byUnit(
    await warehouse.rows<BoardCounts>(sql`
    SELECT ${unitKey(units)} AS unit, count() AS points, min(sure_boards) AS least, min(possible_boards) AS most
    FROM ${wardsOf(ofPoints, sql`last_noted_on`)} ${grouped(units)}`),
  );
}

/** How far agencies that take part kept their own times. */
export interface AgencyCounts {
  readonly unit: string;
  readonly agencies: number;
  /** Agencies whose steps took longer than allowed, added up over the period; exactly as long; less. */
  readonly longer: number;
  readonly equal: number;
  readonly shorter: number;
}

/** Counts by unit, from steps of dossiers at agencies that ended in the period and had a due date of their own. */
export async function agencyCounts(warehouse: Warehouse, asked: PeriodAsked, units: Units): Promise<ReadonlyMap<string, AgencyCounts>> {
  const { range, known, scope, city } = asked;
  const day = (instant: string): Sql =>
    sql`toDate(assumeNotNull(${instant === 'due' ? sql`due_at` : sql`finished_at`}), ${literal(city.zone)})`;
  const tasks = sql`(SELECT point_code, assigned_on, toString(unit) AS agency, toInt64(${day('due')}) - toInt64(${day('finished')}) AS ahead
    FROM ${known.rows({ table: 'unit_task' })}
    WHERE ${join([sql`dossier_code != ''`, sql`isNotNull(due_at)`, sql`isNotNull(finished_at)`, ...inScope(scope)], ' AND ')}
      AND ${day('finished')} >= ${param('Date', range.from)} AND ${day('finished')} < ${param('Date', range.to)})`;
  const ofAgencies = sql`SELECT ${unitKey(units)} AS unit, agency, sum(ahead) AS days FROM ${wardsOf(tasks, sql`assigned_on`)}`;
  const among = amongUnits(units);
  const where = among.length === 0 ? sql`` : sql` WHERE ${join(among, ' AND ')}`;
  return byUnit(
    await warehouse.rows<AgencyCounts>(sql`
    SELECT unit, count() AS agencies, countIf(days < 0) AS longer, countIf(days = 0) AS equal, countIf(days > 0) AS shorter
    FROM (${ofAgencies}${where} GROUP BY unit, agency) GROUP BY unit ORDER BY unit`),
  );
}
