import type { LineSeriesOption } from 'echarts/charts';
import { axisFoot } from './broken-axis';
import { type ChartFrame, type ChartOption, chartBase, type Format, NARROW, timeTooltip } from './chart-option';
import type { ChartTheme } from './chart-theme';
import { type NoteMark, noteMarks } from './note-marks';
import { axisAround, axisFromZero, type ValueAxis } from './value-axis';

/** How a value stands to the usual: each has a shape of its own beside its colour. */
export type ControlMark = 'better' | 'worse' | 'moved' | 'usual';

/** One period of a control chart. */
export interface ControlBucket {
  /** First day. */
  readonly bucket: string;
  /** `null` is a gap. */
  readonly value: number | null;
  readonly centre: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly mark: ControlMark;
}

export interface ControlChartData {
  /** Oldest first, without holes. */
  readonly buckets: readonly ControlBucket[];
  readonly standard: number | null;
  /** The last bucket is still filling: hollow and dashed. */
  readonly isLastPartial: boolean;
  /** What was changed, at the bucket in which it began. */
  readonly changes: readonly { readonly bucket: string; readonly text: string }[];
  /** What readers noted; nothing unless given. */
  readonly notes?: readonly NoteMark[];
  /** False where values lie far from zero and zero says nothing. */
  readonly isFromZero: boolean;
}

export interface ControlChartTexts {
  readonly bucket: (bucket: string) => string;
  /** Short, beside the axis. */
  readonly axis: Format;
  /** What the tooltip says of a bucket. */
  readonly lines: (index: number) => readonly string[];
  readonly standard: string;
  readonly centre: string;
  /** The legend of the band. */
  readonly limits: string;
}

const TICKS = 3;
const NEAR_TOP = 0.1;

const LOOKS: Readonly<
  Record<ControlMark, { readonly symbol: string; readonly size: number; readonly color: (theme: ChartTheme) => string }>
> = {
  better: { symbol: 'rect', size: 8, color: (theme) => theme.better },
  worse: { symbol: 'triangle', size: 10, color: (theme) => theme.worse },
  moved: { symbol: 'diamond', size: 10, color: (theme) => theme.ink2 },
  usual: { symbol: 'circle', size: 4.5, color: (theme) => theme.neutral },
};

const quiet = (theme: ChartTheme): LineSeriesOption => ({
  type: 'line',
  silent: true,
  symbol: 'none',
  animation: false,
  itemStyle: { color: theme.ink3 },
  tooltip: { show: false },
  z: 1,
});

/** What lies below zero is not drawn; limits are still computed with it. */
const drawnFloor = (low: number | null, isFromZero: boolean): number | null => (low !== null && isFromZero ? Math.max(0, low) : low);

/** The limits as an invisible floor with a filled step on it. */
function bandOf({ buckets, isFromZero }: ControlChartData, texts: ControlChartTexts, { theme }: ChartFrame): readonly LineSeriesOption[] {
  if (buckets.every(({ low }) => low === null)) return [];
  const step: LineSeriesOption = { ...quiet(theme), stack: 'limits', stackStrategy: 'all', step: 'middle', lineStyle: { opacity: 0 } };
  const floor = buckets.map(({ low }) => drawnFloor(low, isFromZero));
  return [
    { ...step, data: floor },
    {
      ...step,
      name: texts.limits,
      itemStyle: { color: theme.neutralSoft },
      data: buckets.map(({ high }, index) => {
        const foot = floor[index] ?? null;
        return high === null || foot === null ? null : high - foot;
      }),
      areaStyle: { color: theme.neutralSoft, opacity: 1 },
    },
  ];
}

const centreOf = ({ buckets }: ControlChartData, texts: ControlChartTexts, { theme, width }: ChartFrame): LineSeriesOption => ({
  ...quiet(theme),
  z: 2,
  step: 'middle',
  data: buckets.map(({ centre }) => centre),
  lineStyle: { color: theme.ink3, width: 1.2 },
  endLabel: {
    show: width >= NARROW && buckets.some(({ centre }) => centre !== null),
    formatter: () => texts.centre,
    color: theme.ink3,
    fontSize: 11,
    distance: 6,
  },
});

/** A standard near the top of the axis is named below its line: above the plot stand the numbers of the changes. */
function standardPlace(data: ControlChartData): 'insideStartTop' | 'insideStartBottom' {
  const { min, max } = axisOf(data);
  return (data.standard ?? min) > max - (max - min) * NEAR_TOP ? 'insideStartBottom' : 'insideStartTop';
}

/** The standard and what was changed, written into the plot. */
function marksOf(data: ControlChartData, texts: ControlChartTexts, { theme }: ChartFrame): LineSeriesOption {
  const { standard, changes, buckets } = data;
  const kept = {
    yAxis: standard ?? 0,
    lineStyle: { color: theme.better, type: 'dashed' as const, width: 1 },
    label: {
      formatter: () => texts.standard,
      position: standardPlace(data),
      color: theme.better,
      fontSize: 11,
      textBorderColor: theme.surface,
      textBorderWidth: 3,
    },
  };
  const begun = changes.map(({ bucket, text }) => {
    const isLate = buckets.findIndex((one) => one.bucket === bucket) > buckets.length / 2;
    return {
      xAxis: bucket,
      lineStyle: { color: theme.ink, type: [2, 3], width: 1 },
      label: {
        formatter: () => text,
        position: 'end' as const,
        align: isLate ? ('right' as const) : ('left' as const),
        color: theme.ink2,
        fontSize: 11,
      },
    };
  });
  return { markLine: { silent: true, symbol: 'none', animation: false, data: [...(standard === null ? [] : [kept]), ...begun] } };
}

function lineOf(data: ControlChartData, { theme }: ChartFrame): LineSeriesOption {
  const last = data.buckets.length - 1;
  const isHollow = (index: number): boolean => data.isLastPartial && index === last;
  return {
    type: 'line',
    connectNulls: false,
    animation: false,
    showAllSymbol: true,
    z: 4,
    lineStyle: { color: theme.neutral, width: 1.6 },
    data: data.buckets.map(({ value, mark }, index) => {
      const { symbol, size, color } = LOOKS[mark];
      const style = isHollow(index)
        ? { color: theme.surface, borderColor: theme.ink3, borderWidth: 1.6 }
        : { color: color(theme), borderColor: theme.surface, borderWidth: 0.8 };
      // The stretch to a bucket that still fills is drawn by another series, dashed.
      return { value, symbol: isHollow(index) ? 'circle' : symbol, symbolSize: size, itemStyle: style };
    }),
  };
}

/** The dashed way to the bucket that is still filling. */
function tailOf({ buckets }: ControlChartData, { theme }: ChartFrame): LineSeriesOption {
  const last = buckets.length - 1;
  return {
    ...quiet(theme),
    z: 3,
    lineStyle: { color: theme.neutral, width: 1.6, type: 'dashed' },
    data: buckets.map(({ value }, index) => (index < last - 1 ? null : value)),
  };
}

/** The line without the way to its last bucket: that bucket stands alone as a symbol behind a gap of its own. */
function linesOf(data: ControlChartData, frame: ChartFrame): readonly LineSeriesOption[] {
  const line = lineOf(data, frame);
  const items = line.data ?? [];
  if (!data.isLastPartial || items.length < 2) return [line];
  const gap = { value: null };
  const whole: LineSeriesOption = { ...line, data: [...items.slice(0, -1), gap] };
  const alone: LineSeriesOption = { ...line, data: [...items.slice(0, -1).map(() => gap), ...items.slice(-1)] };
  return [whole, tailOf(data, frame), alone];
}

/** Which series the keyboard walks: the line, behind what is drawn under it. */
export const controlLineAt = ({ buckets }: Pick<ControlChartData, 'buckets'>): number => (buckets.every(({ low }) => low === null) ? 1 : 3);

/** An axis that holds values, limits and the standard alike. */
function axisOf({ buckets, standard, isFromZero }: ControlChartData): ValueAxis {
  const values = [...buckets.flatMap(({ value, low, high }) => [value, low, high]), standard];
  return isFromZero ? axisFromZero(values, TICKS) : axisAround(values, TICKS);
}

// Room for the name beside the end of the centre, from the width of an average letter.
const roomFor = (text: string): number => 14 + 6.2 * text.length;

/**
 * Values over time between the limits that hold while nothing changes. What a rule calls special has a shape of its own; gaps
 * stay gaps, the bucket that is still filling is hollow, the standard and documented changes are written into the plot.
 */
export function controlChartOption(data: ControlChartData, texts: ControlChartTexts, frame: ChartFrame): ChartOption {
  const { theme, width } = frame;
  const band = bandOf(data, texts, frame);
  const [line, ...others] = linesOf(data, frame);
  const axis = axisOf(data);
  const weeks = data.buckets.map(({ bucket }) => bucket);
  const axisLabel = { color: theme.ink3, fontSize: 11, hideOverlap: true };
  return {
    ...chartBase(frame),
    grid: {
      left: 4,
      right: width >= NARROW && band.length > 0 ? roomFor(texts.centre) : 12,
      top: 22,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: timeTooltip(frame, texts.lines),
    xAxis: {
      type: 'category',
      data: weeks,
      boundaryGap: false,
      axisLine: { lineStyle: { color: theme.line } },
      axisTick: { show: false },
      axisLabel: { ...axisLabel, formatter: texts.bucket, alignMinLabel: 'left', alignMaxLabel: 'right' },
    },
    yAxis: {
      type: 'value',
      min: axis.min,
      max: axis.max,
      ...axisFoot(axis.min === 0, theme),
      interval: (axis.ticks[1] ?? axis.max) - axis.min,
      axisLabel: { ...axisLabel, formatter: texts.axis },
      splitLine: { lineStyle: { color: theme.lineSoft } },
    },
    series: [
      ...band,
      centreOf(data, texts, frame),
      ...(line ? [{ ...line, ...marksOf(data, texts, frame) }] : []),
      ...others,
      ...noteMarks(data.notes ?? [], weeks, frame),
    ],
  };
}
