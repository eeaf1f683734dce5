import type { Direction } from '@evenhand/domain';

/** What a run of weeks says; `weeks` is the length of the run. */
export interface TrendVerdict {
  readonly kind: 'steady' | 'better' | 'worse' | 'moved' | 'short';
  readonly weeks: number;
}

/** Shorter series say nothing about a level. */
const ENOUGH_WEEKS = 12;
/** A run this long on one side of the centre is a rare accident: 2 × ½⁷ < 2 %. */
const LONG_RUN = 7;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};

/** Whether the latest weeks lie on one side of the median of all weeks long enough to call it a change of level (run rule). */
export function trendVerdict(series: readonly (number | null)[], direction: Direction): TrendVerdict {
  const known = series.filter((value) => value !== null);
  if (known.length < ENOUGH_WEEKS) return { kind: 'short', weeks: known.length };
  const centre = median(known);
  const last = Math.sign((known.at(-1) ?? centre) - centre);
  const backwards = [...known].reverse();
  const end = backwards.findIndex((value) => Math.sign(value - centre) !== last);
  const run = last === 0 ? 0 : end === -1 ? known.length : end;
  if (run < LONG_RUN) return { kind: 'steady', weeks: known.length };
  if (direction === 'none') return { kind: 'moved', weeks: run };
  return { kind: last === (direction === 'up' ? 1 : -1) ? 'better' : 'worse', weeks: run };
}
