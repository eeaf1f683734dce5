import { replaceCity, type DataSource } from '@evenhand/records';
import type { Warehouse } from '@evenhand/warehouse';
import type { CityDescription } from './city-description';
import { publishPoints } from './publish-city';
import { publishLimits, publishWorkingTime, type WorkingTimeSettings } from './publish-working-time';
import { pointFromData, pointsInFacts } from './unknown-points';

/** How a city counts working time, from today's point of view. */
export const workingTimeSettings = ({ settings, workingTime }: CityDescription, now: Date): WorkingTimeSettings => ({
  zone: settings.zone,
  rules: workingTime,
  today: now.toISOString().slice(0, 10),
});

/**
 * Brings the records and the warehouse in line with what the city says of itself. Whatever its files no longer name
 * goes, but for points that facts carry and for what people decided in a register. Doing it again changes nothing.
 */
export async function applyCity(city: CityDescription, records: DataSource, warehouse: Warehouse, now = new Date()): Promise<void> {
  const described = new Set(city.points.map(({ code }) => code));
  const others = (await pointsInFacts(warehouse)).filter((code) => !described.has(code)).map(pointFromData);
  await replaceCity(records, { ...city, points: [...city.points, ...others] });
  await publishPoints(records, warehouse);
  await publishWorkingTime(records, warehouse, workingTimeSettings(city, now));
  await publishLimits(records, warehouse);
}
