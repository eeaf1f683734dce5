import type {
  BarSeriesOption,
  CustomSeriesOption,
  HeatmapSeriesOption,
  LineSeriesOption,
  MapSeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts';
import type {
  AriaComponentOption,
  DataZoomComponentOption,
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
  VisualMapComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { ChartTheme } from './chart-theme';

/** Only what {@link openChart} has loaded can be asked for. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | MapSeriesOption
  | ScatterSeriesOption
  | AriaComponentOption
  | DataZoomComponentOption
  | GridComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
>;

/** What a drawing has to fit into. */
export interface ChartFrame {
  readonly theme: ChartTheme;
  /** In CSS pixels. */
  readonly width: number;
}

/** Below this width a chart turns its long side downward. */
export const NARROW = 560;

/** Writes a value with its unit. */
export type Format = (value: number) => string;

// The engine reads braces in a tooltip as markup; a name that carries one is shown with round brackets.
const withoutMarkup = (text: string): string => text.replaceAll('{', '(').replaceAll('}', ')');

/** A tooltip of plain lines, drawn inside the chart: nothing of it is ever parsed as HTML. */
export function plainTooltip({ theme }: ChartFrame, linesOf: (dataIndex: number) => readonly string[]): TooltipComponentOption {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: theme.ink,
    borderWidth: 0,
    shadowBlur: 0,
    shadowOffsetX: 0,
    shadowOffsetY: 0,
    padding: [7, 10],
    textStyle: { color: theme.surface, fontFamily: theme.fontFamily, fontSize: 12, lineHeight: 18 },
    formatter: (params) => {
      const [first] = [params].flat();
      return withoutMarkup(linesOf(first?.dataIndex ?? 0).join('\n'));
    },
  };
}

/** A tooltip of all that a bucket of time holds, with an upright line at it. */
export const timeTooltip = (frame: ChartFrame, linesOf: (dataIndex: number) => readonly string[]): TooltipComponentOption => ({
  ...plainTooltip(frame, linesOf),
  trigger: 'axis',
  // TRICKY: the line asks nobody whether the chart may move.
  axisPointer: { type: 'line', animation: !frame.theme.isStill, lineStyle: { color: frame.theme.ink3, width: 1 } },
});

/** What a drawing says of a figure, as its tooltip does. */
export function tipText({ tooltip }: ChartOption, dataIndex: number): string {
  const formatter: unknown = [tooltip].flat()[0]?.formatter;
  return typeof formatter === 'function' ? String(formatter({ dataIndex })) : '';
}

/** What every chart has in common: type, stillness for those who ask for it, patterns beside colours. */
export const chartBase = ({ theme }: ChartFrame): ChartOption => ({
  animation: !theme.isStill,
  animationDuration: 250,
  animationDurationUpdate: 250,
  textStyle: { fontFamily: theme.fontFamily, fontSize: 12, color: theme.ink2 },
  // The component names the chart from the page's own sentence; decals are set where a colour carries a class.
  aria: { enabled: true, label: { enabled: false } },
});
