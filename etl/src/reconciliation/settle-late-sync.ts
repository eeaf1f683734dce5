import { addDays, type Day } from '@evenhand/domain';
import { type DataSource, settleIncidents } from '@evenhand/records';
import type { Warehouse } from '@evenhand/warehouse';
import { lateSync } from './national-copy';

/** Dossiers received before are history; nobody sends them again. */
const DAYS = 92;

/** One incident stands while the portal misses dossiers of the city that it had time to receive. */
export async function settleLateSync(
  { warehouse, records }: { readonly warehouse: Warehouse; readonly records: DataSource },
  { source, today, now }: { readonly source: string; readonly today: Day; readonly now: Date },
): Promise<void> {
  const late = await lateSync(warehouse, { from: addDays(today, -DAYS), to: addDays(today, 1) });
  const [fromDay] = late.map(({ from }) => from).toSorted();
  const dossiers = late.reduce((sum, point) => sum + point.dossiers, 0);
  const message = `The national portal does not hold ${dossiers} dossiers of ${late.length} points.`;
  const episode = { kind: 'late_sync', points: late.map(({ point }) => point), fromDay: fromDay ?? today, toDay: null, message } as const;
  await settleIncidents(records, { source, entity: 'dossier_copy', kinds: ['late_sync'] }, fromDay === undefined ? [] : [episode], now);
}
