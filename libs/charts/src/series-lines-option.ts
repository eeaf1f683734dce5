import type { LineSeriesOption } from 'echarts/charts';
import { bucketAxes } from './bucket-axes';
import { type ChartFrame, type ChartOption, chartBase, type Format, NARROW, timeTooltip } from './chart-option';
import { type NoteMark, noteMarks } from './note-marks';
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
  /** The first bucket began before the days asked about: the way from it is pale and dotted. */
  readonly isFirstPartial?: boolean;
  /** The last bucket is still filling, or cut: the way to it is pale and dotted. */
  readonly isLastPartial: boolean;
  /** What readers noted; nothing unless given. */
  readonly notes?: readonly NoteMark[];
  readonly isFromZero: boolean;
  /** What no line goes beyond. */
  readonly most?: number;
  /** Of the drawing, in pixels: names at the ends of lines step aside from one another. */
  readonly height: number;
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
  /** What was noted of a bucket, a line each. */
  readonly notes?: (index: number) => readonly string[];
}

/** Beside its colour each line has a sign and a rhythm of its own. */
const SIGNS = ['circle', 'triangle', 'rect', 'diamond', 'emptyCircle', 'emptyTriangle'] as const;
const RHYTHMS = ['solid', [7, 3], [2, 3], [10, 3, 2, 3], 'solid', [5, 5]] as const;

/** The share of the width that names may take. */
const NAMES_SHARE = 0.24;

type Rhythm = NonNullable<NonNullable<LineSeriesOption['lineStyle']>['type']>;

const rhythmOf = (place: number): Rhythm => {
  const rhythm = RHYTHMS[place % MOST_LINES] ?? 'solid';
  return typeof rhythm === 'string' ? rhythm : [...rhythm];
};

const isKnown = (values: Series): boolean => values.some((value) => value !== null);

const NAME_HEIGHT = 15;
const PLOT_EDGES = 46;

const lastKnown = (values: Series): number | null => values.findLast((value) => value !== null) ?? null;

/** How far each name is moved down from the end of its line, so that no two stand on one another. */
export function nameShifts({ lines, reference, standard, isFromZero, most, height }: SeriesLinesData): readonly number[] {
  const all = [...lines, ...(reference === null ? [] : [reference])];
  const values = [...all.flatMap((line) => line.values.filter((value) => value !== null)), ...(standard === null ? [] : [standard])];
  const [low, high] = [isFromZero ? 0 : Math.min(...values), most ?? Math.max(...values)];
  const scale = high > low ? (height - PLOT_EDGES) / (high - low) : 0;
  const ends = all.map(({ values: line }, index) => ({ index, at: (high - (lastKnown(line) ?? low)) * scale })).sort((a, b) => a.at - b.at);
  const shifts = all.map(() => 0);
  let free = -Infinity;
  for (const { index, at } of ends) {
    const place = Math.max(at, free);
    shifts[index] = place - at;
    free = place + NAME_HEIGHT;
  }
  return shifts;
}

interface Drawn extends ChartFrame {
  readonly data: SeriesLinesData;
  /** How far the name is moved down. */
  readonly shift: number;
}

/** A line; the way from a first and to a last bucket that is not whole is pale and dotted. */
function lineOf(line: SeriesLine, place: number, { theme, width, data, shift }: Drawn): readonly LineSeriesOption[] {
  const isReference = place < 0;
  const color = isReference ? theme.neutral : (theme.series[place % theme.series.length] ?? theme.ink);
  const last = line.values.length - 1;
  const style: LineSeriesOption = {
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
  };
  const endLabel: LineSeriesOption['endLabel'] = {
    // TRICKY: the engine places the name of a line without any value nowhere, and complains.
    show: width >= NARROW && isKnown(line.values),
    formatter: () => line.name,
    color,
    fontSize: 12,
    distance: 8,
    offset: [0, shift],
    backgroundColor: theme.surface,
    padding: [1, 3],
    width: Math.round(width * NAMES_SHARE),
    overflow: 'truncate',
  };
  const [from, to] = [data.isFirstPartial ? 1 : 0, data.isLastPartial ? last - 1 : last];
  if (from > to || (from === 0 && to === last)) return [{ ...style, data: [...line.values], endLabel }];
  const between = (first: number, end: number) => line.values.map((value, index) => (index < first || index > end ? null : value));
  const pale = { ...style, lineStyle: { ...style.lineStyle, opacity: 0.55, type: [2, 4] }, itemStyle: { color, opacity: 0.4 } };
  return [
    ...(from === 0 ? [] : [{ ...pale, data: between(0, 1) }]),
    { ...style, data: between(from, to), ...(to === last ? { endLabel } : {}) },
    ...(to === last ? [] : [{ ...pale, data: between(last - 1, last), endLabel }]),
  ];
}

function standardOf(data: SeriesLinesData, texts: SeriesLinesTexts, { theme }: ChartFrame): Pick<LineSeriesOption, 'markLine'> {
  if (data.standard === null) return {};
  const label = {
    formatter: () => texts.standard,
    position: 'insideStartTop' as const,
    color: theme.better,
    fontSize: 11,
    textBorderColor: theme.surface,
    textBorderWidth: 3,
  };
  const line = { yAxis: data.standard, lineStyle: { color: theme.better, type: 'dashed' as const, width: 1 }, label };
  return { markLine: { silent: true, symbol: 'none', animation: false, data: [line] } };
}

// From the width of an average letter.
const LETTER = 6.8;
const LEGEND_ROW = 24;
const LEGEND_SIGN = 38;

/** How many rows the names take above a narrow drawing. */
function legendRows(lines: readonly SeriesLine[], width: number): number {
  if (lines.length < 2) return 0;
  let [rows, used] = [1, 0];
  for (const { name } of lines) {
    const needed = Math.min(width / 2, LEGEND_SIGN + LETTER * name.length);
    if (used + needed > width) [rows, used] = [rows + 1, 0];
    used += needed;
  }
  return rows;
}

function tooltipLines(data: SeriesLinesData, texts: SeriesLinesTexts, index: number): readonly string[] {
  const bucket = data.buckets[index];
  if (bucket === undefined) return [];
  const isFilling = (data.isLastPartial && index === data.buckets.length - 1) || (data.isFirstPartial && index === 0);
  const lines = [...data.lines, ...(data.reference === null ? [] : [data.reference])].map(({ name, values, n }) => {
    const value = values[index] ?? null;
    return `${name}: ${value === null ? texts.unknown : `${texts.value(value)} · ${texts.n(n[index] ?? 0)}`}`;
  });
  return [
    isFilling ? `${texts.bucketInFull(bucket)} (${texts.partial})` : texts.bucketInFull(bucket),
    ...lines,
    ...(texts.notes?.(index) ?? []),
  ];
}

/** Several lines over time, told apart by colour, sign and rhythm, each with its name at its end. */
export function seriesLinesOption(data: SeriesLinesData, texts: SeriesLinesTexts, frame: ChartFrame): ChartOption {
  const { theme, width } = frame;
  const isWide = width >= NARROW;
  const all = [...data.lines, ...(data.reference === null ? [] : [data.reference])];
  const longest = Math.max(0, ...all.map(({ name }) => name.length));
  const shifts = nameShifts(data);
  const lines = all.flatMap((line, place) =>
    lineOf(line, line === data.reference ? -1 : place, { ...frame, data, shift: shifts[place] ?? 0 }),
  );
  const [first, ...others] = lines;
  return {
    ...chartBase(frame),
    grid: {
      left: 4,
      right: isWide ? 20 + Math.min(width * NAMES_SHARE, LETTER * longest) : 10,
      top: isWide ? 18 : 22 + LEGEND_ROW * legendRows(all, width),
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
    tooltip: timeTooltip(frame, (index) => tooltipLines(data, texts, index)),
    ...bucketAxes({ buckets: data.buckets, isFromZero: data.isFromZero, most: data.most, bucket: texts.bucket, value: texts.axis }, frame),
    series:
      first === undefined
        ? []
        : [{ ...first, ...standardOf(data, texts, frame) }, ...others, ...noteMarks(data.notes ?? [], data.buckets, frame)],
  };
}
