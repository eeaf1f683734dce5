import type { CustomSeriesOption } from 'echarts/charts';
import type { ChartFrame } from './chart-option';

/** What readers noted of a bucket of time. */
export interface NoteMark {
  /** First day of the bucket. */
  readonly bucket: string;
  /** Signs of the notes that begin in it; empty where none does. */
  readonly sign: string;
  /** True when a note goes on from the bucket before. */
  readonly isOngoing: boolean;
}

const HEIGHT = 15;
const TAIL = 4;
const LETTER = 6.2;
const BAR = 3;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** The engine types what it hands out as any kind of plot; one with axes has a box. */
const boxOf = (plot: object): Box | null =>
  'x' in plot &&
  'y' in plot &&
  'height' in plot &&
  typeof plot.x === 'number' &&
  typeof plot.y === 'number' &&
  typeof plot.height === 'number'
    ? { x: plot.x, y: plot.y, height: plot.height }
    : null;

/** A speech bubble whose tail stands on the axis: no other mark of a chart over time has this shape. */
function bubble({ sign }: NoteMark, x: number, foot: number, { theme }: ChartFrame) {
  const [half, top] = [Math.max(HEIGHT, 8 + LETTER * sign.length) / 2, foot - HEIGHT - TAIL];
  const outline = [
    [x - half, top],
    [x + half, top],
    [x + half, foot - TAIL],
    [x + TAIL, foot - TAIL],
    [x, foot],
    [x - TAIL, foot - TAIL],
    [x - half, foot - TAIL],
  ];
  const text = { text: sign, x, y: top + HEIGHT / 2 + 0.5, align: 'center' as const, verticalAlign: 'middle' as const };
  return [
    { type: 'polygon' as const, shape: { points: outline }, style: { fill: theme.surface, stroke: theme.ink, lineWidth: 1.2 } },
    { type: 'text' as const, style: { ...text, fill: theme.ink, font: `600 11px ${theme.fontFamily}` } },
  ];
}

/**
 * Notes at the foot of a chart over time: a speech bubble with its sign where a note begins, a bar along the axis while it goes
 * on. It is drawn only; the notes themselves stand beside the chart as text.
 */
export function noteMarks(marks: readonly NoteMark[], buckets: readonly string[], frame: ChartFrame): readonly CustomSeriesOption[] {
  if (marks.length === 0) return [];
  const marked = marks.flatMap((mark) => {
    const place = buckets.indexOf(mark.bucket);
    return place === -1 ? [] : [{ mark, place }];
  });
  return [
    {
      type: 'custom',
      silent: true,
      animation: false,
      tooltip: { show: false },
      z: 6,
      encode: { x: 0 },
      data: marked.map(({ place }) => [place]),
      renderItem: (params, api) => {
        const [one, box] = [marked[params.dataIndex], boxOf(params.coordSys)];
        if (one === undefined || box === null) return null;
        const xOf = (place: number): number => api.coord([place, 0])[0] ?? 0;
        const [x, foot] = [xOf(one.place), box.y + box.height];
        const start = Math.max(box.x, xOf(one.place - 1));
        const bar = { type: 'rect' as const, shape: { x: start, y: foot - BAR, width: Math.max(0, x - start), height: BAR } };
        return {
          type: 'group',
          children: [
            ...(one.mark.isOngoing ? [{ ...bar, style: { fill: frame.theme.brand } }] : []),
            ...(one.mark.sign === '' ? [] : bubble(one.mark, x, foot, frame)),
          ],
        };
      },
    },
  ];
}
