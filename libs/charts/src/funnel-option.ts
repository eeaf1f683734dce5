import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { axisFoot } from './broken-axis';
import { type ChartFrame, type ChartOption, chartBase, type Format, NARROW, plainTooltip } from './chart-option';
import type { ChartTheme } from './chart-theme';
import type { FunnelLimits } from './funnel-limits';

/** How a point stands: each has a shape of its own beside its colour. */
export type FunnelMark = 'review' | 'look' | 'better' | 'differs' | 'usual';

export interface FunnelPoint {
  readonly name: string;
  readonly n: number;
  readonly value: number;
  readonly mark: FunnelMark;
  /** Stood out in the period before, too: drawn with a rim. */
  readonly isPersistent: boolean;
}

export interface FunnelData {
  readonly points: readonly FunnelPoint[];
  /** By growing number of cases. */
  readonly limits: readonly FunnelLimits[];
  /** The figure of the whole city. */
  readonly reference: number | null;
  /** True where values lie near the top of their scale, so that an axis from zero would press them together. */
  readonly isCut: boolean;
}

export interface FunnelTexts {
  readonly value: Format;
  readonly n: Format;
  /** What the tooltip says under the name of a point. */
  readonly lines: (index: number) => readonly string[];
  readonly size: string;
  readonly reference: string;
  readonly look: string;
  readonly review: string;
}

interface Look {
  readonly symbol: 'circle' | 'diamond' | 'triangle' | 'rect' | 'roundRect';
  readonly size: number;
  readonly color: (theme: ChartTheme) => string;
}

const LOOKS: Readonly<Record<FunnelMark, Look>> = {
  review: { symbol: 'triangle', size: 13, color: (theme) => theme.worse },
  look: { symbol: 'diamond', size: 12, color: (theme) => theme.watch },
  better: { symbol: 'rect', size: 7, color: (theme) => theme.better },
  differs: { symbol: 'roundRect', size: 9, color: (theme) => theme.ink2 },
  usual: { symbol: 'circle', size: 7, color: (theme) => theme.neutral },
};

function pointsOf({ points }: FunnelData, { theme }: ChartFrame): ScatterSeriesOption {
  return {
    type: 'scatter',
    z: 5,
    data: points.map(({ n, value, mark, isPersistent }) => {
      const { symbol, size, color } = LOOKS[mark];
      return {
        value: [n, value],
        symbol,
        symbolSize: isPersistent ? size + 3 : size,
        itemStyle: {
          opacity: mark === 'review' || mark === 'look' ? 1 : 0.75,
          color: color(theme),
          borderColor: isPersistent ? theme.ink : theme.surface,
          borderWidth: isPersistent ? 1.8 : 0.8,
        },
      };
    }),
  };
}

type Level = 'look' | 'review';

function limitLine({ limits }: FunnelData, texts: FunnelTexts, { theme }: ChartFrame, level: Level, end: 'low' | 'high'): LineSeriesOption {
  return {
    type: 'line',
    silent: true,
    symbol: 'none',
    animation: false,
    z: 1,
    data: limits.map((limit) => [limit.n, limit[level][end]]),
    lineStyle: { color: theme.ink3, width: 1, type: level === 'look' ? [5, 4] : 'solid' },
    itemStyle: { color: theme.ink3 },
    endLabel: { show: limits.length > 0, formatter: () => texts[level], color: theme.ink3, fontSize: 11, distance: 4 },
    tooltip: { show: false },
  };
}

const referenceLine = ({ reference, limits }: FunnelData, texts: FunnelTexts, { theme }: ChartFrame): LineSeriesOption => ({
  type: 'line',
  silent: true,
  symbol: 'none',
  animation: false,
  z: 2,
  data: reference === null ? [] : limits.map(({ n }) => [n, reference]),
  lineStyle: { color: theme.ink, width: 1.2 },
  itemStyle: { color: theme.ink },
  endLabel: {
    show: limits.length > 0 && reference !== null,
    formatter: () => texts.reference,
    color: theme.ink,
    fontSize: 11,
    distance: 4,
  },
  tooltip: { show: false },
});

/** Room beside the ends of the lines for what they are called, from the width of an average letter. */
const roomForNames = ({ look, review, reference }: FunnelTexts): number =>
  14 + 6.2 * Math.max(...[look, review, reference].map((text) => text.length));

/** Points by their number of cases between the limits that chance and ordinary differences keep. Series 0 holds the points. */
export function funnelOption(data: FunnelData, texts: FunnelTexts, frame: ChartFrame): ChartOption {
  const { theme } = frame;
  const axisLabel = { color: theme.ink3, fontSize: 11, hideOverlap: true };
  return {
    ...chartBase(frame),
    grid: { left: 4, right: roomForNames(texts), top: 12, bottom: 24, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...plainTooltip(frame, (index) => [data.points[index]?.name ?? '', ...texts.lines(index)]),
      trigger: 'item',
    },
    xAxis: {
      type: 'value',
      scale: true,
      splitNumber: frame.width < NARROW ? 3 : 6,
      name: texts.size,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: theme.ink3, fontSize: 11 },
      axisLine: { lineStyle: { color: theme.line } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { ...axisLabel, formatter: texts.n },
    },
    yAxis: {
      type: 'value',
      scale: data.isCut,
      ...axisFoot(!data.isCut, theme),
      splitNumber: 4,
      axisLabel: { ...axisLabel, formatter: texts.value },
      splitLine: { lineStyle: { color: theme.lineSoft } },
    },
    series: [
      pointsOf(data, frame),
      referenceLine(data, texts, frame),
      ...(['look', 'review'] as const).flatMap((level) => [
        limitLine(data, texts, frame, level, 'high'),
        { ...limitLine(data, texts, frame, level, 'low'), endLabel: { show: false } },
      ]),
    ],
  };
}
