import { quantile, quantileInterval } from '@evenhand/statistics';
import { joined } from './month-sheet';
import type { Total } from './totals';

/** A quantile of listed numbers and the values that enclose it, as the engine would give them; `null` where there is none. */
export function quantileTotal(name: string, list: string, share: number): Total {
  const groups: Float64Array[][] = [];
  return {
    name,
    over: ({ lists }) => {
      const cells = lists.get(list);
      return ({ first, days, width, codes, groupOf }) => {
        for (let start = first; start < first + days * width; start += width)
          groupOf.forEach((group, place) => {
            const values = group < 0 ? undefined : cells?.get(start + (codes[place] ?? 0));
            if (values) (groups[group] ??= []).push(values);
          });
      };
    },
    valueOf: (group) => enclosed(joined(groups[group] ?? []).sort(), share),
  };
}

function enclosed(ascending: Float64Array, share: number): readonly (number | null)[] {
  const bounds = quantileInterval(ascending, share);
  return [quantile(ascending, share), bounds?.low ?? null, bounds?.high ?? null];
}
