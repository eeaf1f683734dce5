import { addPoints, listServicePoints, type DataSource, type ServicePoint } from '@evenhand/records';
import { identifier, join, sql, type Warehouse } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import { tableOfPoints } from '../rollup';
import { publishPoints } from './publish-city';
import { ALWAYS } from './reference-rows';

/** The kinds of case that belong to a point. */
const AT_POINTS = Object.values(CONTRACTS)
  .filter(({ columns }) => columns.some(({ name }) => name === 'point_code'))
  .map(({ entity }) => entity);

/** Every point code that some fact carries, by code. */
export async function pointsInFacts(warehouse: Warehouse): Promise<string[]> {
  const perEntity = AT_POINTS.map((entity) => sql`SELECT DISTINCT point_code FROM ${identifier(tableOfPoints(entity))}`);
  const rows = await warehouse.rows<{ code: string }>(sql`
    SELECT DISTINCT toString(point_code) AS code FROM (${join(perEntity, '\nUNION ALL\n')}) WHERE point_code != '' ORDER BY code`);
  return rows.map(({ code }) => code);
}

/** A point of which only its code is known: it stands in no unit and belongs to no branch. */
export const pointFromData = (code: string): ServicePoint => ({ code, name: code, wardCode: null, validFrom: ALWAYS, validTo: null });

/** The two stores that the points live in. */
export interface PointStores {
  readonly records: DataSource;
  readonly warehouse: Warehouse;
}

/** Makes a point of every code that the facts carry and no point has; gives the codes that were unknown. */
export async function registerUnknownPoints({ records, warehouse }: PointStores): Promise<string[]> {
  const known = new Set((await listServicePoints(records)).map(({ code }) => code));
  const unknown = (await pointsInFacts(warehouse)).filter((code) => !known.has(code));
  if (unknown.length === 0) return [];
  await addPoints(records, unknown.map(pointFromData));
  await publishPoints(records, warehouse);
  return unknown;
}
