import type { LineSeriesOption } from 'echarts/charts';
import { bucketAxes } from './bucket-axes';
import { type ChartFrame, type ChartOption, chartBase, type Format, NARROW, timeTooltip } from './chart-option';
import { type NoteMark, noteMarks } from './note-marks';
import type { Series } from './sparkline-geometry';

/** One line of a trend. `main` is the line in question; `reference` is what it is read against. */
export interface TrendLine {
  readonly name: string;
  readonly role: 'main' | 'reference';
  /** One value per bucket; `null` is a gap. */
  readonly values: Series;
  /** How many cases each bucket rests on. */
  readonly n: readonly number[];
  /** Bounds around the line; left out where they would hide it. */
  readonly band?: { readonly low: Series; readonly high: Series };
}

export interface TrendData {
  /** First days of the buckets, oldest first, without holes. */
  readonly buckets: readonly string[];
  readonly lines: readonly TrendLine[];
  readonly standard: number | null;
  /** The last bucket is still filling: dashed and apart. */
  readonly isLastPartial: boolean;
  readonly annotations: readonly { readonly bucket: string; readonly text: string }[];
  /** What readers noted; nothing unless given. */
  readonly notes?: readonly NoteMark[];
  /** Bars of nothing start at zero; a line may start where its values lie. */
  readonly isFromZero: boolean;
}

export interface TrendTexts {
  readonly bucket: (bucket: string) => string;
  readonly bucketInFull: (bucket: string) => string;
  readonly value: Format;
  /** Shorter, beside the axis; the value's own form unless given. */
  readonly axis?: Format;
  readonly n: Format;
  readonly standard: string;
  readonly partial: string;
  readonly unknown: string;
  /** What was noted of a bucket, a line each. */
  readonly notes?: (index: number) => readonly string[];
}

const last = (data: TrendData): number => data.buckets.length - 1;
const splits = (data: TrendData): boolean => data.isLastPartial && data.buckets.length > 1;

function colorsOf(line: TrendLine, { theme }: ChartFrame): { readonly line: string; readonly band: string; readonly width: number } {
  return line.role === 'main'
    ? { line: theme.ink, band: theme.neutralSoft, width: 1.8 }
    : { line: theme.neutral, band: theme.neutralSoft, width: 1.4 };
}

/** The bounds as an invisible floor with a filled step on it. */
function bandOf(line: TrendLine, data: TrendData, frame: ChartFrame): readonly LineSeriesOption[] {
  if (line.band === undefined) return [];
  const { low, high } = line.band;
  const quiet: LineSeriesOption = {
    type: 'line',
    name: line.name,
    silent: true,
    symbol: 'none',
    stack: `band of ${line.name}`,
    stackStrategy: 'all',
    itemStyle: { color: colorsOf(line, frame).line },
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
    z: 1,
  };
  const floor = low.map((value) => (value !== null && data.isFromZero ? Math.max(0, value) : value));
  const step = high.map((top, index) => {
    const bottom = floor[index] ?? null;
    return top === null || bottom === null ? null : top - bottom;
  });
  return [
    { ...quiet, data: floor },
    { ...quiet, data: step, areaStyle: { color: colorsOf(line, frame).band, opacity: 1 } },
  ];
}

/** Standard and annotations, written into the plot. */
function marksOf(data: TrendData, texts: TrendTexts, { theme }: ChartFrame): Required<Pick<LineSeriesOption, 'markLine'>> {
  const standard = {
    yAxis: data.standard ?? 0,
    lineStyle: { color: theme.better, type: 'dashed' as const, width: 1 },
    label: {
      formatter: () => texts.standard,
      position: 'insideStartTop' as const,
      color: theme.better,
      fontSize: 11,
      textBorderColor: theme.surface,
      textBorderWidth: 3,
    },
  };
  const annotations = data.annotations.map(({ bucket, text }) => ({
    xAxis: bucket,
    lineStyle: { color: theme.ink, type: [2, 3], width: 1 },
    label: { formatter: () => text, position: 'end' as const, color: theme.ink2, fontSize: 11 },
  }));
  return {
    markLine: { silent: true, symbol: 'none', animation: false, data: [...(data.standard === null ? [] : [standard]), ...annotations] },
  };
}

const isKnown = (values: Series): boolean => values.some((value) => value !== null);

function linesOf(line: TrendLine, data: TrendData, frame: ChartFrame): readonly LineSeriesOption[] {
  const color = colorsOf(line, frame);
  const isWide = frame.width >= NARROW;
  const style: LineSeriesOption = {
    type: 'line',
    name: line.name,
    connectNulls: false,
    // TRICKY: a name at the end travels along its line while that is drawn, and is nowhere over a gap at its start.
    animation: false,
    showSymbol: line.role === 'main',
    symbol: 'circle',
    symbolSize: 6,
    itemStyle: { color: color.line },
    lineStyle: { color: color.line, width: color.width },
    z: line.role === 'main' ? 4 : 3,
  };
  const endLabel = (values: Series) => ({
    // TRICKY: the engine places the name of a line without any value nowhere, and complains.
    show: isWide && isKnown(values),
    formatter: () => line.name,
    color: color.line,
    fontSize: 12,
    fontWeight: line.role === 'main' ? ('bold' as const) : ('normal' as const),
    distance: 8,
    // A name that ends before another line does stays legible on it.
    backgroundColor: frame.theme.surface,
    padding: [1, 3],
  });
  if (!splits(data)) return [{ ...style, data: [...line.values], endLabel: endLabel(line.values) }];
  const whole = line.values.map((value, index) => (index < last(data) ? value : null));
  const tail = line.values.map((value, index) => (index < last(data) - 1 ? null : value));
  return [
    { ...style, data: whole, ...(isKnown(tail) ? {} : { endLabel: endLabel(whole) }) },
    { ...style, data: tail, lineStyle: { ...style.lineStyle, type: 'dashed' }, showSymbol: false, endLabel: endLabel(tail) },
  ];
}

function tooltipLines(data: TrendData, texts: TrendTexts, index: number): readonly string[] {
  const bucket = data.buckets[index];
  if (bucket === undefined) return [];
  const isFilling = data.isLastPartial && index === last(data);
  const lines = data.lines.map(({ name, values, n }) => {
    const value = values[index] ?? null;
    return `${name}: ${value === null ? texts.unknown : `${texts.value(value)} · ${texts.n(n[index] ?? 0)}`}`;
  });
  const head = isFilling ? `${texts.bucketInFull(bucket)} (${texts.partial})` : texts.bucketInFull(bucket);
  return [head, ...lines, ...(texts.notes?.(index) ?? [])];
}

// Room for the names beside the ends of their lines, from the width of an average letter.
const roomForNames = (data: TrendData): number => 16 + 6.8 * Math.max(0, ...data.lines.map((line) => line.name.length));

/** Which series a keyboard walks: the line in question, behind the bands that are drawn under the lines. */
export const trendLineAt = ({ lines }: Pick<TrendData, 'lines'>): number => 2 * lines.filter(({ band }) => band !== undefined).length;

/** Values over time: gaps stay gaps, the bucket that is still filling is dashed, the standard is written into the plot. */
export function trendOption(data: TrendData, texts: TrendTexts, frame: ChartFrame): ChartOption {
  const { theme } = frame;
  const isWide = frame.width >= NARROW;
  const marked = marksOf(data, texts, frame);
  const lines = data.lines.flatMap((line) => linesOf(line, data, frame));
  const [first, ...others] = lines;
  const notes = noteMarks(data.notes ?? [], data.buckets, frame);
  return {
    ...chartBase(frame),
    grid: {
      left: 4,
      right: isWide ? roomForNames(data) : 10,
      top: isWide ? 18 : 34,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: {
      show: !isWide && data.lines.length > 1,
      left: 0,
      top: 0,
      itemHeight: 2,
      itemWidth: 16,
      icon: 'rect',
      selectedMode: false,
      data: data.lines.map((line) => line.name),
      textStyle: { color: theme.ink2, fontSize: 12 },
    },
    tooltip: timeTooltip(frame, (index) => tooltipLines(data, texts, index)),
    ...bucketAxes({ buckets: data.buckets, isFromZero: data.isFromZero, bucket: texts.bucket, value: texts.axis ?? texts.value }, frame),
    series: [...data.lines.flatMap((line) => bandOf(line, data, frame)), ...(first ? [{ ...first, ...marked }] : []), ...others, ...notes],
  };
}
