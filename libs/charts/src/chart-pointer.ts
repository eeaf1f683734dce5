import { brushOver, type Stroke } from './brush';
import { bucketAt, type Engine, plotAt } from './plot-places';

/** What a chart does when a mouse, a pen or a finger is over it. */
export interface PointerActions {
  /** How many plots a course over time has; 0 for what is no course. */
  readonly plots: () => number;
  /** A figure is pointed at: a bucket of a course, else a figure of a series. */
  readonly pointAt: (index: number, series: number | null) => void;
  readonly leave: () => void;
  readonly draw: (stroke: Stroke | null) => void;
  /** A stretch was drawn from one bucket to another. */
  readonly zoom: (from: number, to: number) => void;
}

/** Listens to the pointer over a chart; returns what ends it. */
export function followPointer(box: HTMLElement, engine: Engine, { plots, pointAt, leave, draw, zoom }: PointerActions): () => void {
  let plot = -1;
  const zr = engine.getZr();
  zr.on('mousemove', ({ offsetX, offsetY }) => {
    if (plots() === 0) return;
    const under = plotAt(engine, plots(), [offsetX, offsetY]);
    if (under >= 0) pointAt(bucketAt(engine, under, offsetX), null);
    else leave();
  });
  zr.on('globalout', leave);
  engine.on('mouseover', ({ seriesIndex, dataIndex }) => {
    if (plots() === 0) pointAt(dataIndex, seriesIndex ?? null);
  });
  engine.on('mouseout', () => {
    if (plots() === 0) leave();
  });
  return brushOver(box, {
    mayBegin: (x, y) => {
      plot = plotAt(engine, plots(), [x, y]);
      return plot >= 0;
    },
    draw,
    end: ({ from, to }) => zoom(bucketAt(engine, plot, from), bucketAt(engine, plot, to)),
  });
}
