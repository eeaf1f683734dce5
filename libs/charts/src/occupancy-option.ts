import { type ChartFrame, type ChartOption, chartBase, type Format, plainTooltip } from './chart-option';
import { stripes } from './decals';

export interface OccupancyBar {
  readonly name: string;
  /** Serving time over staffed time, 0…1 and beyond; `null` when unknown. */
  readonly share: number | null;
  readonly n: number;
}

export interface OccupancyData {
  readonly bars: readonly OccupancyBar[];
  /** Beyond this a queue cannot recover from a bad quarter of an hour. */
  readonly threshold: number;
  /** The share of the whole city. */
  readonly reference: number | null;
}

export interface OccupancyTexts {
  readonly share: Format;
  readonly n: Format;
  readonly threshold: string;
  readonly reference: string;
  readonly unknown: string;
}

const ROW = 30;
const FRAME = 30;
// The figure stands right of its bar, also of the longest.
const LABEL_ROOM = 1.12;

/** How high the chart must be to give each bar its line. */
export const occupancyHeight = ({ bars }: OccupancyData): number => FRAME + bars.length * ROW;

/** Occupancy as bars from zero against a threshold; a bar beyond it is striped as well as coloured. */
export function occupancyOption(data: OccupancyData, texts: OccupancyTexts, frame: ChartFrame): ChartOption {
  const { theme } = frame;
  const labelOf = ({ share }: OccupancyBar): string => (share === null ? texts.unknown : texts.share(share));
  const upright = (at: number, color: string, text: string) => ({
    xAxis: at,
    lineStyle: { color, width: 1.2, type: 'dashed' as const },
    label: { formatter: () => text, position: 'start' as const, color, fontSize: 11 },
  });
  const marks = [
    upright(data.threshold, theme.worse, texts.threshold),
    ...(data.reference === null
      ? []
      : [{ ...upright(data.reference, theme.ink2, texts.reference), lineStyle: { color: theme.ink, width: 1.2, type: 'solid' as const } }]),
  ];
  return {
    ...chartBase(frame),
    grid: { left: 2, right: 8, top: 22, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...plainTooltip(frame, (index) => data.bars.slice(index, index + 1).map((bar) => `${bar.name}: ${labelOf(bar)} · ${texts.n(bar.n)}`)),
      trigger: 'item',
    },
    xAxis: { type: 'value', min: 0, max: LABEL_ROOM * Math.max(1, ...data.bars.map((bar) => bar.share ?? 0)), show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: data.bars.map((bar) => bar.name),
      axisLine: { lineStyle: { color: theme.line } },
      axisTick: { show: false },
      axisLabel: { color: theme.ink2, fontSize: 12, width: frame.width * 0.36, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 14,
        data: data.bars.map((bar) => ({
          value: bar.share ?? 0,
          itemStyle: {
            borderRadius: [0, 3, 3, 0],
            ...((bar.share ?? 0) > data.threshold ? { color: theme.worse, decal: stripes(theme.surface) } : { color: theme.brand }),
          },
          label: {
            show: true,
            position: 'right',
            formatter: () => labelOf(bar),
            color: theme.ink,
            backgroundColor: theme.surface,
            padding: [1, 4],
            borderRadius: 3,
            fontSize: 11,
          },
        })),
        markLine: { silent: true, symbol: 'none', animation: false, data: marks },
      },
    ],
  };
}
