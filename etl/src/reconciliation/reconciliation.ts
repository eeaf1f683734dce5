import type { TimeRange } from '@evenhand/domain';
import type { Warehouse } from '@evenhand/warehouse';
import { type CopyDifference, copyDifferences, copySummary, type CopySummary } from './national-copy';
import { type CountDifference, countDifferences, countSummaries, type CountSummary } from './source-counts';

/** What the sources and the national portal hold, against the warehouse; with the rows behind the counts. */
export interface ReconciliationFound extends TimeRange {
  readonly counts: readonly CountSummary[];
  readonly days: readonly CountDifference[];
  readonly national: CopySummary | null;
  readonly dossiers: readonly CopyDifference[];
}

/** Compares the cases of a range of days; each list of rows holds at most `limit`. */
export async function reconciliation(warehouse: Warehouse, range: TimeRange, limit: number): Promise<ReconciliationFound> {
  const [counts, days, national, dossiers] = await Promise.all([
    countSummaries(warehouse, range),
    countDifferences(warehouse, range, limit),
    copySummary(warehouse, range),
    copyDifferences(warehouse, range, limit),
  ]);
  return { ...range, counts, days, national, dossiers };
}
