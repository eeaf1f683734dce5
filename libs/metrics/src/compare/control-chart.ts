import { type ControlLimits, laneyLimits, type PeriodShare, type Signal, signalsOf, TRIAL_BELOW, xmrLimits } from '@evenhand/statistics';
import type { TrendChart } from '@evenhand/domain';

/** One value of a series; `share` where it is a share of counted cases. */
export interface Plotted {
  readonly value: number;
  readonly share: PeriodShare | null;
}

/** What a chart says of one value. */
export interface Charted {
  readonly limits: ControlLimits | null;
  readonly signal: Signal | null;
  readonly isTrial: boolean;
}

interface Chart {
  readonly kind: TrendChart;
  readonly points: readonly Charted[];
}

/** Limits rest on the first values and then stand, so that a slow change shows. */
const BASELINE = 24;

const UNLIMITED = { limits: null, signal: null, isTrial: true } as const;

type LimitsFor = (one: Plotted) => ControlLimits;

/** Laney's chart of shares: with no ordinary differences between periods it is the plain one. */
function shareChart(baseline: readonly PeriodShare[]): { readonly kind: TrendChart; readonly limitsFor: LimitsFor } | null {
  const found = laneyLimits(baseline);
  const centre = found?.limits[0]?.centre;
  if (!found || centre === undefined) return null;
  const sigma = Math.max(1, found.sigmaZ);
  return {
    kind: found.sigmaZ > 1 ? 'share_with_ordinary_differences' : 'share',
    limitsFor: ({ share }) => {
      const spread = share && share.n > 0 ? 3 * sigma * Math.sqrt((centre * (1 - centre)) / share.n) : Infinity;
      return { centre, low: Math.max(0, centre - spread), high: Math.min(1, centre + spread) };
    },
  };
}

function singleChart(baseline: readonly number[]): { readonly kind: TrendChart; readonly limitsFor: LimitsFor } | null {
  const found = xmrLimits(baseline);
  return found && { kind: 'single_values', limitsFor: () => found };
}

/** Charts one stretch without a documented change: limits from its first values, signals by the rules of Making Data Count. */
export function chartOf(series: readonly Plotted[]): Chart {
  const baseline = series.slice(0, BASELINE);
  const shares = baseline.flatMap(({ share }) => (share ? [share] : []));
  const isShare = series.length > 0 && series.every(({ share }) => share !== null);
  const chart = isShare ? shareChart(shares) : singleChart(baseline.map(({ value }) => value));
  if (chart === null) return { kind: isShare ? 'share' : 'single_values', points: series.map(() => UNLIMITED) };
  const limits = series.map(chart.limitsFor);
  const isTrial = series.length < TRIAL_BELOW;
  const signals = signalsOf(
    series.map(({ value }) => value),
    limits,
  );
  return {
    kind: chart.kind,
    points: limits.map((one, index) => ({ limits: one, signal: isTrial ? null : (signals[index] ?? null), isTrial })),
  };
}
