import { because, InvalidQuery } from '@evenhand/domain';
import { join, param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import { inScope } from '../compile/filters';
import type { PeriodAsked } from './period-asked';

/** For whom: all points together (`city`), or each unit; of those named if any are, else of all. */
export type Units = 'city' | readonly string[];

/** What rows with a `unit_code` are grouped by: nothing for all points together. */
export const unitKey = (units: Units): Sql => (units === 'city' ? sql`''` : sql`unit_code`);

/** Keeps the rows of the units that are wanted. */
export const amongUnits = (units: Units): readonly Sql[] =>
  units === 'city' || units.length === 0 ? [] : [sql`unit_code IN ${param('Array(String)', units)}`];

/** Checks the codes of wards. Throws {@link InvalidQuery} for one in which the city has no point. */
export async function checkUnits(warehouse: Warehouse, units: Units): Promise<void> {
  if (units === 'city' || units.length === 0) return;
  const known = await warehouse.rows<{ readonly code: string }>(
    sql`SELECT DISTINCT toString(ward_code) AS code FROM service_point WHERE ward_code != '' ORDER BY code`,
  );
  const codes = new Set(known.map(({ code }) => code));
  const unknown = units.find((unit) => !codes.has(unit));
  if (unknown === undefined) return;
  const example = known[0] ? `, for example ${known[0].code}` : '';
  throw new InvalidQuery(
    'unit',
    `Unknown unit "${unknown}"; write the code of a ward or commune that has a service point${example}, "all" or "city".`,
    because('no_unit', { unit: unknown }),
  );
}

/** Codes of the wards of a scope that have a point on any day of a range, in order. */
async function wardsWithPoints(warehouse: Warehouse, { range, scope }: PeriodAsked): Promise<readonly string[]> {
  const where = [sql`ward_code != ''`, sql`valid_from < ${param('Date', range.to)}`, sql`valid_to > ${param('Date', range.from)}`];
  const rows = await warehouse.rows<{ readonly code: string }>(
    sql`SELECT DISTINCT toString(ward_code) AS code FROM service_point WHERE ${join([...where, ...inScope(scope)], ' AND ')} ORDER BY code`,
  );
  return rows.map(({ code }) => code);
}

/** The units of an answer by code, those of the scope only; all points together have the code `''`. */
export async function unitCodes(warehouse: Warehouse, asked: PeriodAsked, units: Units): Promise<readonly string[]> {
  if (units === 'city') return [''];
  const codes = await wardsWithPoints(warehouse, asked);
  return units.length > 0 ? units.filter((unit) => codes.includes(unit)) : codes;
}
