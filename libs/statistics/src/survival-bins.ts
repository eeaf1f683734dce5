import type { Bounds } from './bounds';
import { kaplanMeierOfBins, survivalBounds, type SurvivalStep, survivalQuantile, survivalQuantileBounds } from './survival';

/** How long cases lasted, as counts per bin; bins are closed on the right and the last is open. */
export interface BinnedLives {
  /** Upper edges of all bins but the last, ascending; the first bin starts at 0. */
  readonly edges: readonly number[];
  /** Cases that ended in each bin. */
  readonly ended: readonly number[];
  /** Cases that were lost sight of in each bin. */
  readonly open: readonly number[];
  /** The longest that was seen to end, in the unit of the edges; closes the last bin. */
  readonly largest: number;
}

/** A number of a curve with the interval that its cases allow. */
export interface Enclosed {
  readonly value: number;
  readonly bounds: Bounds | null;
}

const startOf = (edges: readonly number[], end: number): number =>
  end === Infinity ? (edges.at(-1) ?? 0) : (edges[edges.indexOf(end) - 1] ?? 0);

/** Whether anybody was followed for as long as this, so that the curve says something there. */
const isSeen = ({ edges, ended, open }: BinnedLives, time: number, share: number): boolean => {
  const last = ended.findLastIndex((count, bin) => count + (open[bin] ?? 0) > 0);
  return share === 0 || (last >= 0 && (edges[last] ?? Infinity) >= time);
};

/**
 * The share of cases that last longer than a time, exact in the bins at an edge and linear between two of them; `null` when
 * nobody was followed for so long.
 */
export function shareBeyondOfBins(lives: BinnedLives, time: number): Enclosed | null {
  const { edges } = lives;
  const curve = kaplanMeierOfBins(edges, lives);
  const from: Pick<SurvivalStep, 'time' | 'share' | 'standardError'> = curve.findLast((step) => step.time <= time) ?? {
    time: 0,
    share: 1,
    standardError: 0,
  };
  const next = curve.find((step) => step.time > time && startOf(edges, step.time) < time);
  if (!isSeen(lives, time, from.share)) return null;
  if (!next) return { value: from.share, bounds: survivalBounds(from.share, from.standardError) };
  const start = startOf(edges, next.time);
  const part = Math.min(1, (time - start) / (Math.min(next.time, Math.max(lives.largest, time)) - start));
  const between = (a: number, b: number): number => a + part * (b - a);
  const share = between(from.share, next.share);
  return { value: share, bounds: survivalBounds(share, between(from.standardError, next.standardError)) };
}

/** The time inside its bin at which a curve that falls evenly there comes down to a share. */
function timeInside(
  lives: BinnedLives,
  end: number,
  values: { readonly before: number; readonly after: number; readonly sought: number },
): number {
  const { before, after, sought } = values;
  const start = startOf(lives.edges, end);
  const close = Math.max(start, Math.min(end, lives.largest));
  return before === after ? close : start + Math.min(1, Math.max(0, (before - sought) / (before - after))) * (close - start);
}

/** The time by which a share of cases has ended, linear inside its bin; `null` when the curve never gets there. */
export function survivalQuantileOfBins(lives: BinnedLives, share: number): Enclosed | null {
  const curve = kaplanMeierOfBins(lives.edges, lives);
  const end = survivalQuantile(curve, share);
  if (end === null) return null;
  const index = curve.findIndex(({ time }) => time === end);
  const values = { before: curve[index - 1]?.share ?? 1, after: curve[index]?.share ?? 0, sought: 1 - share };
  const enclosing = survivalQuantileBounds(curve, share);
  const edgeOf = (time: number): number => Math.min(time, Math.max(lives.largest, lives.edges.at(-1) ?? 0));
  return {
    value: timeInside(lives, end, values),
    // The whole bin on either side: inside of it nobody knows where the cases lie.
    bounds: enclosing && { low: startOf(lives.edges, enclosing.low), high: edgeOf(enclosing.high) },
  };
}
