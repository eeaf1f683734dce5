import { type ChartFrame, type ChartOption, chartBase, type Format, plainTooltip } from './chart-option';
import { axisFromZero } from './value-axis';

/** How long people of one kind waited: half of them no longer than the median, nine of ten no longer than the 90th percentile. */
export interface QuantileStrip {
  readonly name: string;
  /** `null` when unknown: nothing is drawn and the tooltip says so. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly longest: number | null;
  readonly n: number;
}

export interface QuantileStripData {
  /** In the order to be drawn, first on top. */
  readonly strips: readonly QuantileStrip[];
  /** Beyond this a wait is long; `null` where nothing says so. */
  readonly limit: number | null;
}

export interface QuantileStripTexts {
  readonly value: Format;
  /** Shorter, on the axis and beside a strip. */
  readonly axis: Format;
  readonly n: Format;
  readonly median: string;
  readonly p90: string;
  readonly longest: string;
  readonly limit: string;
  readonly unknown: string;
}

const ROW = 30;
const FOOT = 26;
const HEAD = 40;
/** The legend breaks into a second line below this width. */
const ONE_LINE = 420;
const LINE = 22;
const BAR = 13;
/** A single long wait does not press all others together: what lies further than this part beyond the strips is left to the tooltip. */
const REACH = 1.6;

const headAt = (width: number): number => HEAD + (width < ONE_LINE ? LINE : 0);

/** How high the chart must be to give each strip its line. */
export const quantileStripHeight = ({ strips }: Pick<QuantileStripData, 'strips'>, width: number): number =>
  headAt(width) + strips.length * ROW + FOOT;

const known = (values: readonly (number | null)[]): readonly number[] => values.filter((value) => value !== null);

/** How far the axis reaches: over all strips and the limit, and over the longest waits that lie near. */
function axisOf({ strips, limit }: QuantileStripData) {
  const strip = Math.max(0, ...known(strips.map(({ p90 }) => p90)), limit ?? 0);
  return axisFromZero([strip, ...known(strips.map(({ longest }) => longest)).filter((longest) => longest <= strip * REACH)]);
}

function tooltipLines(strip: QuantileStrip | undefined, texts: QuantileStripTexts): readonly string[] {
  if (strip === undefined) return [];
  const { name, median, p90, longest, n } = strip;
  if (median === null || p90 === null) return [name, texts.unknown];
  const line = (what: string, value: number | null): string[] => (value === null ? [] : [`${what}: ${texts.value(value)}`]);
  return [name, ...line(texts.median, median), ...line(texts.p90, p90), ...line(texts.longest, longest), texts.n(n)];
}

/** Waits as strips from zero: full to the median, hollow on to the 90th percentile, a diamond at the longest. Series 1 is walked. */
export function quantileStripOption(data: QuantileStripData, texts: QuantileStripTexts, frame: ChartFrame): ChartOption {
  const { theme } = frame;
  const axis = axisOf(data);
  const part = { type: 'bar' as const, stack: 'wait', barWidth: BAR };
  const limit = {
    xAxis: data.limit ?? 0,
    lineStyle: { color: theme.worse, width: 1.2, type: 'dashed' as const },
    label: { formatter: () => texts.limit, position: 'start' as const, color: theme.worse, fontSize: 11 },
  };
  const beside = (p90: number | null) => ({
    show: p90 !== null,
    position: 'insideRight' as const,
    formatter: () => (p90 === null ? '' : texts.axis(p90)),
    color: theme.ink,
    fontSize: 11,
  });
  return {
    ...chartBase(frame),
    grid: { left: 2, right: 34, top: headAt(frame.width), bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { left: 0, top: 0, itemWidth: 14, itemHeight: 10, selectedMode: false, textStyle: { color: theme.ink2, fontSize: 12 } },
    tooltip: { ...plainTooltip(frame, (index) => tooltipLines(data.strips[index], texts)), trigger: 'item' },
    xAxis: {
      type: 'value',
      min: axis.min,
      max: axis.max,
      interval: (axis.ticks[1] ?? axis.max) - axis.min,
      axisLabel: { color: theme.ink3, fontSize: 11, formatter: texts.axis },
      splitLine: { lineStyle: { color: theme.lineSoft } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: data.strips.map(({ name }) => name),
      axisLine: { lineStyle: { color: theme.line } },
      axisTick: { show: false },
      axisLabel: { color: theme.ink, fontSize: 12, width: frame.width * 0.36, overflow: 'truncate' },
    },
    series: [
      {
        ...part,
        name: texts.median,
        itemStyle: { color: theme.brand },
        data: data.strips.map(({ median }) => median),
        markLine: { silent: true, symbol: 'none', animation: false, data: data.limit === null ? [] : [limit] },
      },
      {
        ...part,
        name: texts.p90,
        itemStyle: { color: theme.neutralSoft, borderColor: theme.brand, borderWidth: 1.4 },
        data: data.strips.map(({ median, p90 }) => ({
          value: median === null || p90 === null ? null : Math.max(0, p90 - median),
          label: beside(p90),
        })),
      },
      {
        type: 'scatter',
        name: texts.longest,
        symbol: 'diamond',
        symbolSize: 9,
        itemStyle: { color: theme.surface, borderColor: theme.ink2, borderWidth: 1.5, opacity: 1 },
        data: data.strips.map(({ longest }, index) => [longest !== null && longest <= axis.max ? longest : null, index]),
      },
    ],
  };
}
