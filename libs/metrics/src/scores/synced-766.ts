import type { PeriodKind } from '@evenhand/domain';
import type { Counted766 } from './score-766';

/** How many dossiers there are to be synchronised, by every count that there is. */
export interface ToSync {
  /** Received in the period as the city itself counts; `null` where it has not told. */
  readonly reported: number | null;
  /** Received in the period as the portal holds them. */
  readonly onPortal: number;
  /** Received in the year before; `null` where nobody knows. */
  readonly yearBefore: number | null;
  readonly kind: PeriodKind;
}

/** Where the denominator comes from, in the rule's order. */
export type SyncBasis = 'counted' | 'year_before' | 'none';

const PERIODS: Readonly<Record<PeriodKind, number>> = { month: 12, quarter: 4, half: 2, nine_months: 4 / 3, year: 1 };

/**
 * Indicator 1.4: dossiers on the portal ÷ the greater of what the city and the portal count. Without either, the year before
 * stands in by its part; without that, the ratio is 0.
 */
export function synced766({ reported, onPortal, yearBefore, kind }: ToSync): { readonly counted: Counted766; readonly basis: SyncBasis } {
  const of = Math.max(reported ?? 0, onPortal);
  if (of > 0) return { counted: { met: onPortal, of }, basis: 'counted' };
  const part = (yearBefore ?? 0) / PERIODS[kind];
  // The ratio 0 of a denominator that nobody knows: none of one.
  return part > 0 ? { counted: { met: 0, of: part }, basis: 'year_before' } : { counted: { met: 0, of: 1 }, basis: 'none' };
}
