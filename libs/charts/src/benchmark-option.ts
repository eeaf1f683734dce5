import type { CustomSeriesOption } from 'echarts/charts';
import { axisFoot } from './broken-axis';
import { type ChartFrame, type ChartOption, chartBase, type Format, plainTooltip } from './chart-option';
import { axisAround, axisFromZero } from './value-axis';

/** A figure that is held against others taken together. */
export interface BenchmarkOwn {
  readonly name: string;
  /** `null` when unknown. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What the tooltip says under the name. */
  readonly lines: readonly string[];
}

export interface BenchmarkData {
  readonly own: readonly BenchmarkOwn[];
  /** Others, each group of several taken together. */
  readonly groups: readonly { readonly name: string; readonly value: number; readonly lines: readonly string[] }[];
  /** The middle half of the groups; `null` with too few. */
  readonly band: { readonly low: number; readonly median: number; readonly high: number } | null;
  readonly standard: number | null;
  /** False where values lie far from zero and zero says nothing. */
  readonly isFromZero: boolean;
}

export interface BenchmarkTexts {
  readonly axis: Format;
  readonly others: string;
  readonly standard: string;
}

const ROW = 46;
const FRAME = 44;

/** How high the chart is at the least to give each row its line. */
export const benchmarkHeight = ({ own }: Pick<BenchmarkData, 'own'>): number => FRAME + (own.length + 1) * ROW;

function axisOf({ own, groups, standard, isFromZero }: BenchmarkData) {
  const values = [...own.flatMap(({ value, low, high }) => [value, low, high]), ...groups.map(({ value }) => value), standard];
  return isFromZero ? axisFromZero(values) : axisAround(values);
}

/** The middle half of the others over the whole height, with a line at the middle. */
function bandOf({ band, own }: BenchmarkData, { theme }: ChartFrame): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    z: 1,
    data: band === null ? [] : [[band.low, 0, band.high, band.median]],
    encode: { x: [0, 2, 3], y: 1 },
    renderItem: (_, api) => {
      if (band === null) return null;
      const [left = 0, top = 0] = api.coord([band.low, 0]);
      const [right = 0, foot = 0] = api.coord([band.high, own.length]);
      const [middle = 0] = api.coord([band.median, 0]);
      const row = (foot - top) / own.length;
      const [y, height] = [top - row / 2, foot - top + row];
      return {
        type: 'group',
        children: [
          { type: 'rect', shape: { x: left, y, width: right - left, height }, style: { fill: theme.neutralSoft } },
          { type: 'line', shape: { x1: middle, x2: middle, y1: y, y2: y + height }, style: { stroke: theme.ink3, lineWidth: 1.2 } },
        ],
      };
    },
  };
}

function whiskersOf({ own }: BenchmarkData, { theme }: ChartFrame): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    z: 3,
    data: own.map(({ low, high }, index) => [low, index, high]),
    encode: { x: [0, 2], y: 1 },
    renderItem: (params, api) => {
      const { low = null, high = null } = own[params.dataIndex] ?? {};
      if (low === null || high === null) return null;
      const [x1 = 0, y = 0] = api.coord([low, params.dataIndex]);
      const [x2 = 0] = api.coord([high, params.dataIndex]);
      return { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke: theme.brand, lineWidth: 2.4, lineCap: 'round' } };
    },
  };
}

/** Own figures with their intervals over the others, who stand in groups: a hollow circle each. Series 0 holds own and groups. */
export function benchmarkOption(data: BenchmarkData, texts: BenchmarkTexts, frame: ChartFrame): ChartOption {
  const { theme } = frame;
  const axis = axisOf(data);
  const lines = [...data.own, ...data.groups].map(({ name, lines: said }) => [name, ...said]);
  const standard = {
    xAxis: data.standard ?? 0,
    lineStyle: { color: theme.better, type: 'dashed' as const, width: 1 },
    label: { formatter: () => texts.standard, position: 'start' as const, color: theme.better, fontSize: 11 },
  };
  const solid = { opacity: 1, color: theme.brand, borderColor: theme.surface, borderWidth: 1 };
  const hollow = { opacity: 1, color: theme.surface, borderColor: theme.ink2, borderWidth: 1.6 };
  return {
    ...chartBase(frame),
    grid: { left: 2, right: 14, top: 22, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { ...plainTooltip(frame, (index) => lines[index] ?? []), trigger: 'item' },
    xAxis: {
      type: 'value',
      min: axis.min,
      max: axis.max,
      interval: (axis.ticks[1] ?? axis.max) - axis.min,
      ...axisFoot(axis.min === 0, theme),
      axisLabel: { color: theme.ink3, fontSize: 11, formatter: texts.axis, hideOverlap: true },
      splitLine: { lineStyle: { color: theme.lineSoft } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...data.own.map(({ name }) => name), texts.others],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: theme.ink, fontSize: 12, width: frame.width * 0.34, overflow: 'truncate' },
    },
    series: [
      {
        type: 'scatter',
        z: 5,
        data: [
          ...data.own.map(({ value }, index) => ({ value: [value, index], symbol: 'diamond', symbolSize: 14, itemStyle: solid })),
          ...data.groups.map(({ value }) => ({ value: [value, data.own.length], symbol: 'circle', symbolSize: 10, itemStyle: hollow })),
        ],
        markLine: { silent: true, symbol: 'none', animation: false, data: data.standard === null ? [] : [standard] },
      },
      bandOf(data, frame),
      whiskersOf(data, frame),
    ],
  };
}
