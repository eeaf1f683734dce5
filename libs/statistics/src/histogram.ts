import { type Bounds, type Level, USUAL_LEVEL } from './bounds';
import { quantileRanks } from './quantile';

/** Counts per bin; bins are closed on the right and the last is open. */
export interface Histogram {
  /** One more than there are edges. */
  readonly counts: readonly number[];
  /** Upper edges of all bins but the last, ascending; the first bin starts at 0. */
  readonly edges: readonly number[];
  /** The largest value seen, in the unit of the edges; closes the last bin. */
  readonly largest: number;
}

function total(counts: readonly number[]): number {
  let sum = 0;
  for (let bin = 0; bin < counts.length; bin++) sum += counts[bin] ?? 0;
  return sum;
}

// A case lies in a bin at the place its rank has there, so the answer is off by at most the width of the bin.
function atRank({ counts, edges, largest }: Histogram, rank: number): number {
  let before = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin] ?? 0;
    if (count > 0 && before + count >= rank) {
      const start = bin === 0 ? 0 : (edges[bin - 1] ?? 0);
      const end = Math.max(start, Math.min(edges[bin] ?? largest, largest));
      return start + ((rank - before) / count) * (end - start);
    }
    before += count;
  }
  return largest;
}

/** The value below which the given share of the cases lies, linear inside the bin; `null` without cases. Error: at most one bin. */
export function quantileOfHistogram(histogram: Histogram, share: number): number | null {
  const n = total(histogram.counts);
  return n === 0 ? null : atRank(histogram, share * n);
}

/** The distribution-free interval of that quantile, read off the same bins; `null` when there are too few cases. */
export function quantileIntervalOfHistogram(histogram: Histogram, share: number, level: Level = USUAL_LEVEL): Bounds | null {
  const ranks = quantileRanks(total(histogram.counts), share, level);
  return ranks && { low: atRank(histogram, ranks.low), high: atRank(histogram, ranks.high) };
}

/**
 * The sum of squares of the cases, each taken at the middle of its bin. Good enough for the width of an interval of a mean:
 * a bin of one minute adds at most 1/12 square minute of variance.
 */
export function squaresOfHistogram({ counts, edges, largest }: Histogram): number {
  return counts.reduce((sum, count, bin) => {
    const start = bin === 0 ? 0 : (edges[bin - 1] ?? 0);
    const middle = (start + Math.max(start, Math.min(edges[bin] ?? largest, largest))) / 2;
    return sum + count * middle * middle;
  }, 0);
}
