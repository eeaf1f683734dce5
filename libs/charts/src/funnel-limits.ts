interface Ends {
  readonly low: number;
  readonly high: number;
}

/** The limits of a funnel at one number of cases: 95 % of equal points lie within `look`, 99.8 % within `review`. */
export interface FunnelLimits {
  readonly n: number;
  readonly look: Ends;
  readonly review: Ends;
}

/** How many neighbours in size a drawn limit is the median of. */
const NEIGHBOURS = 9;

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

const medianEnds = (ends: readonly Ends[]): Ends => ({
  low: medianOf(ends.map(({ low }) => low)),
  high: medianOf(ends.map(({ high }) => high)),
});

/**
 * The limits to draw, by number of cases. Points of one size may have limits of their own, because their work differs: a drawn
 * limit is the median of the neighbours in size, while each point is judged by its own.
 */
export function usualLimits(limits: readonly FunnelLimits[]): readonly FunnelLimits[] {
  const bySize = limits.toSorted((a, b) => a.n - b.n);
  const reach = Math.floor(NEIGHBOURS / 2);
  return bySize.map(({ n }, index) => {
    // As many on either side, so that the ends do not lean inward.
    const side = Math.min(reach, index, bySize.length - 1 - index);
    const near = bySize.slice(index - side, index + side + 1);
    return { n, look: medianEnds(near.map(({ look }) => look)), review: medianEnds(near.map(({ review }) => review)) };
  });
}
