import type { TimeRange } from '@evenhand/domain';
import type { Warehouse } from '@evenhand/warehouse';
import type { SeenPoints } from '../contract/seen-points';
import { type CopyDifference, copyDifferences, copySummary, type CopySummary } from './national-copy';
import { type CountDifference, countDifferences, countSummaries, type CountSummary } from './source-counts';

/** What the sources and the national portal hold, against the warehouse; with the rows behind the counts. */
export interface ReconciliationFound extends TimeRange {
  readonly counts: readonly CountSummary[];
  readonly days: readonly CountDifference[];
  readonly national: CopySummary | null;
  readonly dossiers: readonly CopyDifference[];
}

/** Compares the cases of a range of days at the points that somebody sees; each list of rows holds at most `limit`. */
export async function reconciliation(
  warehouse: Warehouse,
  range: TimeRange & { readonly points?: SeenPoints },
  limit: number,
): Promise<ReconciliationFound> {
  const { from, to, points = 'all' } = range;
  const seen = { from, to, points };
  const [counts, days, national, dossiers] = await Promise.all([
    countSummaries(warehouse, seen),
    countDifferences(warehouse, seen, limit),
    copySummary(warehouse, seen),
    copyDifferences(warehouse, seen, limit),
  ]);
  return { from, to, counts, days, national, dossiers };
}
