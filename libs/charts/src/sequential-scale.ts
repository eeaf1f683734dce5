/** The classes of the "more is worse" palette, lightest first. */
export const SEQUENTIAL_STEPS = [0, 1, 2, 3, 4] as const;
export type SequentialStep = (typeof SEQUENTIAL_STEPS)[number];

/** Upper ends of the first four classes; a value equal to an edge belongs to the class below it. */
export type ClassEdges = readonly [number, number, number, number];

/** The class of a value. */
export function stepOf(value: number, edges: ClassEdges): SequentialStep {
  const above = edges.filter((edge) => value > edge).length;
  return SEQUENTIAL_STEPS[above] ?? 4;
}

const quantile = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
};

/** Cuts values into five classes of about equal size at multiples of `grain`; equal edges are moved apart by one grain. */
export function quantileEdges(values: readonly (number | null)[], grain: number): ClassEdges {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const cut = (share: number, after: number): number => Math.max(Math.round(quantile(sorted, share) / grain), after + 1);
  const first = cut(0.2, 0);
  const second = cut(0.4, first);
  const third = cut(0.6, second);
  const fourth = cut(0.8, third);
  const at = (multiple: number): number => Number((multiple * grain).toPrecision(12));
  return [at(first), at(second), at(third), at(fourth)];
}
