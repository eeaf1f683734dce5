import type { LineSeriesOption } from 'echarts/charts';
import { type ChartFrame, type ChartOption, chartBase, type Format, NARROW, plainTooltip } from './chart-option';
import type { Series } from './sparkline-geometry';

/** How many lines can be told apart. */
export const MOST_LINES = 6;

/** One of several lines that stand beside one another. */
export interface SeriesLine {
  readonly name: string;
  /** One value per bucket; `null` is a gap. */
  readonly values: Series;
  /** How many cases each bucket rests on. */
  readonly n: readonly number[];
}

export interface SeriesLinesData {
  /** First days of the buckets, oldest first, without holes. */
  readonly buckets: readonly string[];
  /** At most {@link MOST_LINES}. */
  readonly lines: readonly SeriesLine[];
  /** What all of them are read against; grey. */
  readonly reference: SeriesLine | null;
  readonly standard: number | null;
  /** The last bucket is still filling: its end is dashed. */
  readonly isLastPartial: boolean;
  readonly isFromZero: boolean;
}

export interface SeriesLinesTexts {
  readonly bucket: (bucket: string) => string;
  readonly bucketInFull: (bucket: string) => string;
  readonly value: Format;
  readonly axis: Format;
  readonly n: Format;
  readonly standard: string;
  readonly partial: string;
  readonly unknown: string;
}

/** Beside its colour each line has a sign and a rhythm of its own. */
const SIGNS = ['circle', 'triangle', 'rect', 'diamond', 'emptyCircle', 'emptyTriangle'] as const;
const RHYTHMS = ['solid', [7, 3], [2, 3], [10, 3, 2, 3], 'solid', [5, 5]] as const;

type Rhythm = NonNullable<NonNullable<LineSeriesOption['lineStyle']>['type']>;

const rhythmOf = (place: number): Rhythm => {
  const rhythm = RHYTHMS[place % MOST_LINES] ?? 'solid';
  return typeof rhythm === 'string' ? rhythm : [...rhythm];
};

const isKnown = (values: Series): boolean => values.some((value) => value !== null);

function lineOf(line: SeriesLine, place: number, frame: ChartFrame, data: SeriesLinesData): LineSeriesOption {
  const { theme, width } = frame;
  const isReference = place < 0;
  const color = isReference ? theme.neutral : (theme.series[place % theme.series.length] ?? theme.ink);
  const last = line.values.length - 1;
  return {
    type: 'line',
    name: line.name,
    connectNulls: false,
    // TRICKY: a name at the end travels along its line while that is drawn, and is nowhere over a gap at its start.
    animation: false,
    symbol: isReference ? 'none' : (SIGNS[place % MOST_LINES] ?? 'circle'),
    symbolSize: 6,
    itemStyle: { color },
    lineStyle: { color, width: isReference ? 1.3 : 1.8, type: isReference ? 'solid' : rhythmOf(place) },
    z: isReference ? 2 : 4,
    data: line.values.map((value, index) => (data.isLastPartial && index === last ? { value, itemStyle: { opacity: 0.45 } } : value)),
    endLabel: {
      // TRICKY: the engine places the name of a line without any value nowhere, and complains.
      show: width >= NARROW && isKnown(line.values),
      formatter: () => line.name,
      color,
      fontSize: 12,
      distance: 8,
      backgroundColor: theme.surface,
      padding: [1, 3],
      width: Math.round(width * 0.24),
      overflow: 'truncate',
    },
    // Names that end at the same height step aside.
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

function standardOf(data: SeriesLinesData, texts: SeriesLinesTexts, { theme }: ChartFrame): Pick<LineSeriesOption, 'markLine'> {
  if (data.standard === null) return {};
  const label = { formatter: () => texts.standard, position: 'insideStartTop' as const, color: theme.better, fontSize: 11 };
  const line = { yAxis: data.standard, lineStyle: { color: theme.better, type: 'dashed' as const, width: 1 }, label };
  return { markLine: { silent: true, symbol: 'none', animation: false, data: [line] } };
}

function tooltipLines(data: SeriesLinesData, texts: SeriesLinesTexts, index: number): readonly string[] {
  const bucket = data.buckets[index];
  if (bucket === undefined) return [];
  const isFilling = data.isLastPartial && index === data.buckets.length - 1;
  const lines = [...data.lines, ...(data.reference === null ? [] : [data.reference])].map(({ name, values, n }) => {
    const value = values[index] ?? null;
    return `${name}: ${value === null ? texts.unknown : `${texts.value(value)} · ${texts.n(n[index] ?? 0)}`}`;
  });
  return [isFilling ? `${texts.bucketInFull(bucket)} (${texts.partial})` : texts.bucketInFull(bucket), ...lines];
}

/** Several lines over time, told apart by colour, sign and rhythm, each with its name at its end. */
export function seriesLinesOption(data: SeriesLinesData, texts: SeriesLinesTexts, frame: ChartFrame): ChartOption {
  const { theme, width } = frame;
  const isWide = width >= NARROW;
  const all = [...data.lines, ...(data.reference === null ? [] : [data.reference])];
  const longest = Math.max(0, ...all.map(({ name }) => name.length));
  const lines = data.lines.map((line, place) => lineOf(line, place, frame, data));
  const [first, ...others] = [...lines, ...(data.reference === null ? [] : [lineOf(data.reference, -1, frame, data)])];
  return {
    ...chartBase(frame),
    grid: {
      left: 4,
      right: isWide ? 20 + Math.min(width * 0.24, 6.8 * longest) : 10,
      top: isWide ? 18 : 30 + 22 * Math.ceil(all.length / 2),
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: {
      show: !isWide && all.length > 1,
      left: 0,
      top: 0,
      itemWidth: 22,
      selectedMode: false,
      data: all.map(({ name }) => name),
      textStyle: { color: theme.ink2, fontSize: 12, width: width / 2 - 40, overflow: 'truncate' },
    },
    tooltip: {
      ...plainTooltip(frame, (index) => tooltipLines(data, texts, index)),
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: theme.ink3, width: 1 } },
    },
    xAxis: {
      type: 'category',
      data: [...data.buckets],
      boundaryGap: false,
      axisLine: { lineStyle: { color: theme.line } },
      axisTick: { show: false },
      axisLabel: {
        color: theme.ink3,
        fontSize: 11,
        hideOverlap: true,
        formatter: texts.bucket,
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
      },
    },
    yAxis: {
      type: 'value',
      scale: !data.isFromZero,
      splitNumber: 3,
      axisLabel: { color: theme.ink3, fontSize: 11, formatter: texts.axis },
      splitLine: { lineStyle: { color: theme.lineSoft } },
    },
    series: first === undefined ? [] : [{ ...first, ...standardOf(data, texts, frame) }, ...others],
  };
}
