import type { Day } from '@evenhand/domain';
import { sql, type Warehouse } from '@evenhand/warehouse';
import { CityClock } from '../city/city-clock';

/** Time stands still in a simulated city: its clock shows the latest instant that any feed has told of. */
export async function cityNow(
  warehouse: Warehouse,
  { isSimulated, now, knownUntil = null }: { readonly isSimulated: boolean; readonly now: Date; readonly knownUntil?: Date | null },
): Promise<Date> {
  if (!isSimulated) return now;
  const [row] = await warehouse.rows<{ readonly ms: number | null }>(
    sql`SELECT toUnixTimestamp64Milli(maxOrNull(latest_at)) AS ms FROM known_until`,
  );
  const latest = Math.max(row?.ms ?? 0, knownUntil?.getTime() ?? 0);
  return latest === 0 ? now : new Date(latest);
}

/** The day that the city's calendar shows at an instant. */
export const cityDay = (instant: Date, zone: string): Day => new CityClock(zone).at(instant).day;
