/** A series for a small line: `null` is a bucket that nothing is known about. */
export type Series = readonly (number | null)[];

export interface SparklineFrame {
  readonly width: number;
  readonly height: number;
  /** Kept free above and below so that the stroke is not cut. */
  readonly padding: number;
  readonly standard: number | null;
  /** The last bucket is still filling: it is drawn apart, dashed. */
  readonly isLastPartial: boolean;
}

export interface SparklinePaths {
  /** One path per unbroken run; a run of one bucket is a short dash. */
  readonly runs: readonly string[];
  /** From the last complete bucket to the partial one. */
  readonly partial: string | null;
  readonly standardY: number | null;
  /** Where each bucket lies; `null` where nothing is known. */
  readonly dots: readonly (Dot | null)[];
}

export interface Dot {
  readonly x: number;
  readonly y: number;
}

const DASH = 1.5;
const point = ({ x, y }: Dot): string => `${x.toFixed(1)},${y.toFixed(1)}`;

function pathOf(run: readonly Dot[]): string {
  const [first] = run;
  if (first === undefined) return '';
  if (run.length > 1) return `M${run.map(point).join('L')}`;
  return `M${point({ x: first.x - DASH, y: first.y })}L${point({ x: first.x + DASH, y: first.y })}`;
}

/** Splits a line at its gaps: what is unknown is never joined. */
export function runsOf<T>(items: readonly (T | null)[]): readonly (readonly T[])[] {
  const runs: T[][] = [[]];
  for (const item of items) {
    if (item === null) runs.push([]);
    else runs.at(-1)?.push(item);
  }
  return runs.filter((run) => run.length > 0);
}

function heightScale(series: Series, { height, padding, standard }: SparklineFrame): (value: number) => number {
  const known = [...series, standard].filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  if (!(high > low)) return () => height / 2;
  return (value) => height - padding - ((value - low) / (high - low)) * (height - 2 * padding);
}

/** Which bucket lies nearest to a place across the drawing, from 0 at its left to 1 at its right. */
export const bucketAt = (across: number, count: number): number => Math.min(count - 1, Math.max(0, Math.round(across * (count - 1))));

/** Lays a series out in a frame; the standard always lies inside the drawing. */
export function sparklinePaths(series: Series, frame: SparklineFrame): SparklinePaths {
  const y = heightScale(series, frame);
  const step = series.length > 1 ? (frame.width - 2 * DASH) / (series.length - 1) : 0;
  const dots = series.map((value, index) => (value === null ? null : { x: DASH + index * step, y: y(value) }));
  const isPartial = frame.isLastPartial && dots.length > 1;
  const tail = isPartial ? dots.slice(-2).filter((dot) => dot !== null) : [];
  return {
    runs: runsOf(isPartial ? dots.slice(0, -1) : dots).map(pathOf),
    partial: isPartial && dots.at(-1) !== null ? pathOf(tail) : null,
    standardY: frame.standard === null ? null : y(frame.standard),
    dots,
  };
}
