import { InvalidQuery } from '@evenhand/domain';
import { sql, type Warehouse } from '@evenhand/warehouse';

/** Checks the codes of wards. Throws {@link InvalidQuery} for one in which the city has no point. */
export async function checkUnits(warehouse: Warehouse, units: 'city' | readonly string[]): Promise<void> {
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
  );
}
