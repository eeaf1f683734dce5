import { replaceCity, type DataSource } from '@evenhand/records';
import type { Warehouse } from '@evenhand/warehouse';
import type { CityDescription } from './city-description';
import { publishPoints, publishWorkingDays } from './publish-city';
import { pointFromData, pointsInFacts } from './unknown-points';

/**
 * Brings the records and the warehouse in line with what the city says of itself. Whatever its files no longer name
 * goes, but for points that facts carry. Doing it again changes nothing.
 */
export async function applyCity(city: CityDescription, records: DataSource, warehouse: Warehouse): Promise<void> {
  const described = new Set(city.points.map(({ code }) => code));
  const others = (await pointsInFacts(warehouse)).filter((code) => !described.has(code)).map(pointFromData);
  await replaceCity(records, { ...city, points: [...city.points, ...others] });
  await publishPoints(records, warehouse);
  await publishWorkingDays(records, warehouse);
}
