import type { CustomSeriesOption } from 'echarts/charts';
import { type ChartFrame, type ChartOption, chartBase, type Format, plainTooltip } from './chart-option';
import type { ChartTheme } from './chart-theme';
import type { IntervalMark, Verdict } from './interval-row';
import { axisFromZero } from './value-axis';

export interface RankedInterval extends IntervalMark {
  readonly name: string;
  readonly n: number;
  readonly verdict: Verdict;
}

export interface IntervalRankingData {
  /** In the order to be drawn, first on top. */
  readonly rows: readonly RankedInterval[];
  /** The value of the whole city. */
  readonly reference: number | null;
}

export interface IntervalRankingTexts {
  readonly value: Format;
  /** Shorter, on the axis; the value's own form unless given. */
  readonly axis?: Format;
  readonly n: Format;
  readonly reference: string;
  readonly unknown: string;
}

const ROW = 34;
const FRAME = 40;

/** How high the ranking must be to give each row its line. */
export const intervalRankingHeight = ({ rows }: IntervalRankingData): number => FRAME + rows.length * ROW;

const colorOf = (verdict: Verdict, theme: ChartTheme): string => theme[verdict];

const boundsOf = ({ low, high }: IntervalMark): { readonly low: number; readonly high: number } | null =>
  low === null || high === null ? null : { low, high };

function whiskers(data: IntervalRankingData, { theme }: ChartFrame): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    data: data.rows.map((row, index) => [boundsOf(row)?.low ?? null, index, boundsOf(row)?.high ?? null]),
    encode: { x: [0, 2], y: 1 },
    renderItem: (params, api) => {
      const row = data.rows[params.dataIndex];
      const bounds = row && boundsOf(row);
      if (!row || !bounds) return null;
      const [x1, y] = api.coord([bounds.low, params.dataIndex]);
      const [x2] = api.coord([bounds.high, params.dataIndex]);
      return {
        type: 'line',
        shape: { x1: x1 ?? 0, y1: y ?? 0, x2: x2 ?? 0, y2: y ?? 0 },
        style: { stroke: colorOf(row.verdict, theme), lineWidth: 2.4, lineCap: 'round' },
      };
    },
  };
}

/** A ranking with its uncertainty: solid dot for the value, hollow for the raw one, whisker for the interval, a line for the city. */
export function intervalRankingOption(data: IntervalRankingData, texts: IntervalRankingTexts, frame: ChartFrame): ChartOption {
  const { theme } = frame;
  const axis = axisFromZero([...data.rows.flatMap(({ value, high, raw = null }) => [value, high, raw]), data.reference]);
  const label = { formatter: () => texts.reference, position: 'end' as const, color: theme.ink, fontSize: 11 };
  const reference = { xAxis: data.reference ?? 0, lineStyle: { color: theme.ink, width: 1.2, type: 'solid' as const }, label };
  return {
    ...chartBase(frame),
    grid: { left: 2, right: 14, top: 20, bottom: 18, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { ...plainTooltip(frame, (index) => tooltipLines(data.rows[index], texts)), trigger: 'item' },
    xAxis: {
      type: 'value',
      min: axis.min,
      max: axis.max,
      interval: (axis.ticks[1] ?? axis.max) - axis.min,
      position: 'top',
      axisLabel: { color: theme.ink3, fontSize: 11, formatter: texts.axis ?? texts.value },
      splitLine: { lineStyle: { color: theme.lineSoft } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: data.rows.map((row) => row.name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: theme.ink, fontSize: 12, width: frame.width * 0.36, overflow: 'truncate' },
    },
    series: [
      whiskers(data, frame),
      {
        type: 'scatter',
        symbolSize: 8,
        silent: true,
        data: data.rows.map((row, index) => [row.raw ?? null, index]),
        itemStyle: { opacity: 1, color: theme.surface, borderColor: theme.ink3, borderWidth: 1.5 },
      },
      {
        type: 'scatter',
        symbolSize: 10,
        data: data.rows.map((row, index) => ({ value: [row.value, index], itemStyle: { opacity: 1, color: colorOf(row.verdict, theme) } })),
        markLine: { silent: true, symbol: 'none', animation: false, data: data.reference === null ? [] : [reference] },
      },
    ],
  };
}

function tooltipLines(row: RankedInterval | undefined, texts: IntervalRankingTexts): readonly string[] {
  if (row === undefined) return [];
  if (row.value === null) return [row.name, texts.unknown];
  const bounds = boundsOf(row);
  return [
    row.name,
    `${texts.value(row.value)}${bounds ? ` (${texts.value(bounds.low)} – ${texts.value(bounds.high)})` : ''}`,
    texts.n(row.n),
  ];
}
