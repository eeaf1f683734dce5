import type { ChartOption } from './chart-option';
import type { openChart } from './echarts';

/** The engine of a chart. */
export type Engine = ReturnType<typeof openChart>;

const STEP = 6;

/** How many plots a drawing has, each on axes of its own. */
export const plotsOf = ({ grid }: ChartOption): number => [grid ?? []].flat().length;

/** Which plot of a drawing lies under a place in its box; −1 for none. */
export const plotAt = (engine: Engine, plots: number, [x, y]: readonly [number, number]): number =>
  Array.from({ length: plots }, (_, index) => index).find((gridIndex) => engine.containPixel({ gridIndex }, [x, y])) ?? -1;

/** The bucket of a plot that lies nearest to a place beside its left edge. */
export const bucketAt = (engine: Engine, plot: number, x: number): number =>
  Math.round(Number(engine.convertFromPixel({ xAxisIndex: Math.max(0, plot) }, x)));

/** A place within the first plot at a bucket; `null` where the bucket is not shown. */
export function placeOf(engine: Engine, bucket: number, height: number): readonly [number, number] | null {
  const x = Number(engine.convertToPixel({ xAxisIndex: 0 }, bucket));
  const steps = Array.from({ length: Math.ceil(height / STEP) }, (_, index) => (index + 0.5) * STEP);
  const y = steps.find((candidate) => engine.containPixel({ gridIndex: 0 }, [x, candidate]));
  return y === undefined ? null : [x, y];
}
