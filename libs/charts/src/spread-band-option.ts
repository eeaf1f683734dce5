import type { CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import { type ChartFrame, type ChartOption, chartBase, type Format, timeTooltip } from './chart-option';
import { stripes } from './decals';
import { type NoteMark, noteMarks } from './note-marks';

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** How far points lay apart in one period. */
export interface SpreadBucket {
  /** First day. */
  readonly bucket: string;
  /** `null` is a gap. */
  readonly value: number | null;
  readonly interval: Ends | null;
  /** Where the value would lie if all points were alike. */
  readonly byChance: Ends | null;
}

export interface SpreadBandData {
  /** Oldest first, without holes. */
  readonly buckets: readonly SpreadBucket[];
  /** The last bucket is still filling: hollow and dashed. */
  readonly isLastPartial: boolean;
  /** What readers noted; nothing unless given. */
  readonly notes?: readonly NoteMark[];
  /** The bucket from which a change is counted. */
  readonly since: string | null;
}

export interface SpreadBandTexts {
  readonly bucket: (bucket: string) => string;
  readonly value: Format;
  /** What the tooltip says of a bucket. */
  readonly lines: (index: number) => readonly string[];
  readonly byChance: string;
  readonly since: string;
}

const HEAD_ROOM = 22;

/** The band of chance as an invisible floor with a hatched step on it. */
function bandOf({ buckets }: SpreadBandData, texts: SpreadBandTexts, { theme }: ChartFrame): readonly LineSeriesOption[] {
  if (buckets.every(({ byChance }) => byChance === null)) return [];
  const quiet: LineSeriesOption = {
    type: 'line',
    silent: true,
    symbol: 'none',
    animation: false,
    stack: 'chance',
    stackStrategy: 'all',
    lineStyle: { opacity: 0 },
    z: 1,
  };
  return [
    { ...quiet, data: buckets.map(({ byChance }) => byChance?.low ?? null) },
    {
      ...quiet,
      name: texts.byChance,
      data: buckets.map(({ byChance }) => (byChance === null ? null : byChance.high - byChance.low)),
      itemStyle: { color: theme.neutralSoft, decal: stripes(theme.line) },
      areaStyle: { color: theme.neutralSoft, opacity: 1 },
    },
  ];
}

function whiskersOf({ buckets }: SpreadBandData, { theme }: ChartFrame): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    z: 3,
    data: buckets.map(({ interval }, index) => [index, interval?.low ?? null, interval?.high ?? null]),
    encode: { x: 0, y: [1, 2] },
    renderItem: (params, api) => {
      const interval = buckets[params.dataIndex]?.interval;
      if (!interval) return null;
      const [x, top] = api.coord([params.dataIndex, interval.high]);
      const [, foot] = api.coord([params.dataIndex, interval.low]);
      return {
        type: 'line',
        shape: { x1: x ?? 0, y1: foot ?? 0, x2: x ?? 0, y2: top ?? 0 },
        style: { stroke: theme.neutral, lineWidth: 2, lineCap: 'round' },
      };
    },
  };
}

function lineOf(data: SpreadBandData, texts: SpreadBandTexts, { theme }: ChartFrame): readonly LineSeriesOption[] {
  const values = data.buckets.map(({ value }) => value);
  const last = values.length - 1;
  const isSplit = data.isLastPartial && last > 0;
  const style: LineSeriesOption = {
    type: 'line',
    connectNulls: false,
    animation: false,
    symbol: 'circle',
    symbolSize: 7,
    itemStyle: { color: theme.ink },
    lineStyle: { color: theme.ink, width: 1.8 },
    z: 4,
  };
  const since = {
    xAxis: data.since ?? '',
    lineStyle: { color: theme.ink2, type: [2, 3], width: 1 },
    label: { formatter: () => texts.since, position: 'end' as const, align: 'left' as const, color: theme.ink2, fontSize: 11 },
  };
  const marked: LineSeriesOption =
    data.since === null ? style : { ...style, markLine: { silent: true, symbol: 'none', animation: false, data: [since] } };
  if (!isSplit) return [{ ...marked, data: values }];
  return [
    { ...marked, data: values.map((value, index) => (index < last ? value : null)) },
    {
      ...style,
      data: values.map((value, index) => {
        if (value === null || index < last - 1) return null;
        return index === last
          ? { value, itemStyle: { color: theme.surface, borderColor: theme.ink, borderWidth: 1.6 } }
          : { value, symbol: 'none' };
      }),
      lineStyle: { ...style.lineStyle, type: 'dashed' },
    },
  ];
}

/** Which series a keyboard walks: the line, behind what is drawn under it. */
export const spreadLineAt = ({ buckets }: Pick<SpreadBandData, 'buckets'>): number =>
  buckets.every(({ byChance }) => byChance === null) ? 1 : 3;

/** How far points lie apart over time, against what chance alone would make of equal points. */
export function spreadBandOption(data: SpreadBandData, texts: SpreadBandTexts, frame: ChartFrame): ChartOption {
  const { theme } = frame;
  const band = bandOf(data, texts, frame);
  const buckets = data.buckets.map(({ bucket }) => bucket);
  return {
    ...chartBase(frame),
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    grid: {
      left: 4,
      right: 12,
      top: HEAD_ROOM + (band.length > 0 ? 14 : 0),
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: {
      show: band.length > 0,
      left: 0,
      top: 0,
      icon: 'rect',
      itemHeight: 10,
      itemWidth: 16,
      selectedMode: false,
      data: [texts.byChance],
      textStyle: { color: theme.ink2, fontSize: 12 },
    },
    tooltip: timeTooltip(frame, texts.lines),
    xAxis: {
      type: 'category',
      data: buckets,
      axisLine: { lineStyle: { color: theme.line } },
      axisTick: { show: false },
      axisLabel: { color: theme.ink3, fontSize: 11, hideOverlap: true, formatter: texts.bucket },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 3,
      axisLabel: { color: theme.ink3, fontSize: 11, formatter: texts.value },
      splitLine: { lineStyle: { color: theme.lineSoft } },
    },
    series: [...band, whiskersOf(data, frame), ...lineOf(data, texts, frame), ...noteMarks(data.notes ?? [], buckets, frame)],
  };
}
