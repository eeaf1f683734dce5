import { joined } from './month-sheet';
import type { Total } from './totals';

/** The z of the intervals shown with quantiles, 95 %. */
const Z = 1.959963984540054;

/**
 * A quantile of listed numbers, as the engine would give it: type 7, and the order statistics that enclose it (normal
 * approximation of the binomial ranks); `null` where there is none.
 */
export function quantileTotal(name: string, list: string, share: number): Total {
  const groups: Float64Array[][] = [];
  return {
    name,
    over: ({ lists }) => {
      const cells = lists.get(list);
      return (group, cell) => {
        const values = cells?.get(cell);
        if (values) (groups[group] ??= []).push(values);
      };
    },
    valueOf: (group) => enclosed(joined(groups[group] ?? []).sort(), share),
  };
}

function enclosed(sorted: Float64Array, share: number): readonly (number | null)[] {
  const n = sorted.length;
  const place = (n - 1) * share;
  const spread = Z * Math.sqrt(n * share * (1 - share));
  const valueAt = (rank: number): number | null => sorted[rank - 1] ?? null;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  const value = below === undefined || above === undefined ? null : below + (place - Math.floor(place)) * (above - below);
  return [value, valueAt(Math.floor(n * share - spread)), valueAt(Math.ceil(n * share + spread) + 1)];
}
