import type { LineSeriesOption } from 'echarts/charts';
import { axisFoot } from './broken-axis';
import { type ChartFrame, type ChartOption, chartBase, type Format, timeTooltip } from './chart-option';
import { type NoteMark, noteMarks } from './note-marks';
import type { Series } from './sparkline-geometry';
import { axisAround, axisFromZero } from './value-axis';

/** One small course among others, on a scale of its own. */
export interface SmallTrend {
  readonly name: string;
  /** One value per bucket; `null` is a gap. */
  readonly values: Series;
  readonly n: readonly number[];
  readonly standard: number | null;
  /** What is written beside the standard. */
  readonly standardText: string;
  readonly value: Format;
  readonly axis: Format;
  readonly isFromZero: boolean;
}

export interface SmallTrendsData {
  /** First days of the buckets, oldest first, without holes; the same for all. */
  readonly buckets: readonly string[];
  readonly trends: readonly SmallTrend[];
  /** The last bucket is still filling: dashed and apart. */
  readonly isLastPartial: boolean;
  /** What readers noted; nothing unless given. */
  readonly notes?: readonly NoteMark[];
}

export interface SmallTrendsTexts {
  readonly bucket: (bucket: string) => string;
  readonly bucketInFull: (bucket: string) => string;
  readonly n: Format;
  readonly partial: string;
  readonly unknown: string;
  /** What was noted of a bucket, a line each. */
  readonly notes?: (index: number) => readonly string[];
}

const PLOT = 92;
const HEAD = 26;
const FOOT = 28;
const CELL = HEAD + PLOT + FOOT;
const GAP = 22;
const AXIS = 46;

const columnsAt = (width: number): number => (width < 560 ? 1 : width < 940 ? 2 : 3);

/** How high the drawing must be at a width. */
export const smallTrendsHeight = ({ trends }: Pick<SmallTrendsData, 'trends'>, width: number): number =>
  Math.ceil(trends.length / columnsAt(width)) * CELL;

const axisFor = ({ values, standard, isFromZero }: SmallTrend) => (isFromZero ? axisFromZero : axisAround)([...values, standard], 2);

function linesOf(trend: SmallTrend, place: number, { isLastPartial }: SmallTrendsData, { theme }: ChartFrame): readonly LineSeriesOption[] {
  const last = trend.values.length - 1;
  const style: LineSeriesOption = {
    type: 'line',
    xAxisIndex: place,
    yAxisIndex: place,
    connectNulls: false,
    animation: false,
    symbol: 'circle',
    symbolSize: 4,
    itemStyle: { color: theme.ink },
    lineStyle: { color: theme.ink, width: 1.6 },
  };
  const kept = {
    yAxis: trend.standard ?? 0,
    lineStyle: { color: theme.better, type: 'dashed' as const, width: 1 },
    label: {
      formatter: () => trend.standardText,
      position: 'insideStartTop' as const,
      color: theme.better,
      fontSize: 10.5,
      textBorderColor: theme.surface,
      textBorderWidth: 3,
    },
  };
  const marked: LineSeriesOption =
    trend.standard === null ? style : { ...style, markLine: { silent: true, symbol: 'none', animation: false, data: [kept] } };
  if (!isLastPartial || last < 1) return [{ ...marked, data: [...trend.values] }];
  return [
    { ...marked, data: trend.values.map((value, index) => (index < last ? value : null)) },
    {
      ...style,
      showSymbol: false,
      data: trend.values.map((value, index) => (index < last - 1 ? null : value)),
      lineStyle: { ...style.lineStyle, type: 'dashed' },
    },
  ];
}

function tooltipLines({ buckets, trends, isLastPartial }: SmallTrendsData, texts: SmallTrendsTexts, index: number): readonly string[] {
  const bucket = buckets[index];
  if (bucket === undefined) return [];
  const lines = trends.map(({ name, values, n, value }) => {
    const figure = values[index] ?? null;
    return `${name}: ${figure === null ? texts.unknown : `${value(figure)} · ${texts.n(n[index] ?? 0)}`}`;
  });
  const isFilling = isLastPartial && index === buckets.length - 1;
  return [
    isFilling ? `${texts.bucketInFull(bucket)} (${texts.partial})` : texts.bucketInFull(bucket),
    ...lines,
    ...(texts.notes?.(index) ?? []),
  ];
}

/** Several courses side by side, each on its own scale and all over the same days: what is pointed at in one is in all. */
export function smallTrendsOption(data: SmallTrendsData, texts: SmallTrendsTexts, frame: ChartFrame): ChartOption {
  const { theme, width } = frame;
  const columns = columnsAt(width);
  const cell = (width + GAP) / columns;
  const placed = data.trends.map((trend, place) => ({ trend, place, axis: axisFor(trend) }));
  return {
    ...chartBase(frame),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: timeTooltip(frame, (index) => tooltipLines(data, texts, index)),
    grid: placed.map(({ place }) => ({
      left: (place % columns) * cell + AXIS,
      top: Math.floor(place / columns) * CELL + HEAD,
      width: cell - GAP - AXIS - 6,
      height: PLOT,
      outerBoundsMode: 'none' as const,
    })),
    xAxis: placed.map(({ place }) => ({
      type: 'category' as const,
      gridIndex: place,
      data: [...data.buckets],
      boundaryGap: false,
      axisLine: { lineStyle: { color: theme.line } },
      axisTick: { show: false },
      axisLabel: {
        ...{ color: theme.ink3, fontSize: 10.5, hideOverlap: true, formatter: texts.bucket },
        ...{ alignMinLabel: 'left' as const, alignMaxLabel: 'right' as const },
      },
    })),
    yAxis: placed.map(({ place, trend, axis }) => ({
      type: 'value' as const,
      gridIndex: place,
      min: axis.min,
      max: axis.max,
      interval: (axis.ticks[1] ?? axis.max) - axis.min,
      name: trend.name,
      nameGap: 12,
      nameTextStyle: { color: theme.ink, fontSize: 12, fontWeight: 600, align: 'left' as const, padding: [0, 0, 0, -AXIS] },
      nameTruncate: { maxWidth: cell - GAP, ellipsis: '…' },
      ...axisFoot(axis.min === 0, theme),
      axisLabel: { color: theme.ink3, fontSize: 10.5, formatter: trend.axis },
      splitLine: { lineStyle: { color: theme.lineSoft } },
    })),
    series: placed.flatMap(({ trend, place }) => [
      ...linesOf(trend, place, data, frame),
      ...noteMarks(data.notes ?? [], data.buckets, frame).map((marks) => ({ ...marks, xAxisIndex: place, yAxisIndex: place })),
    ]),
  };
}
