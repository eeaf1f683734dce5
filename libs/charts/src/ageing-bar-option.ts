import { type ChartFrame, type ChartOption, chartBase, type Format, plainTooltip } from './chart-option';
import { type Decal, dots, plain, stripes } from './decals';

/** Cases of one age: `better` has time, `watch` is near its limit, `worse` is beyond it. */
export interface AgePart {
  readonly name: string;
  readonly count: number;
  readonly tone: 'better' | 'neutral' | 'watch' | 'worse';
}

export interface AgeingBarData {
  /** From the youngest to the oldest. */
  readonly parts: readonly AgePart[];
}

export interface AgeingBarTexts {
  readonly count: Format;
  /** A part as a share of all. */
  readonly share: Format;
}

const DECALS: Readonly<Record<AgePart['tone'], (color: string) => Decal>> = { better: plain, neutral: plain, watch: dots, worse: stripes };

const LABEL_ROOM = 56;
const LEGEND_LINE = 24;
const BAR = 28;

// A swatch with its gaps, and the width of an average letter.
const legendLines = ({ parts }: AgeingBarData, width: number): number =>
  Math.ceil(parts.reduce((sum, { name }) => sum + 34 + name.length * 6.8, 0) / Math.max(1, width));

/** How high the bar is with its legend at a width. */
export const ageingBarHeight = (data: AgeingBarData, width: number): number => legendLines(data, width) * LEGEND_LINE + 6 + BAR;

/** One bar cut by age: what has time, what is near its limit, what is beyond it; patterns repeat the colours. */
export function ageingBarOption(data: AgeingBarData, texts: AgeingBarTexts, frame: ChartFrame): ChartOption {
  const { theme } = frame;
  const total = data.parts.reduce((sum, part) => sum + part.count, 0);
  const hasRoom = ({ count }: AgePart): boolean => total > 0 && (count / total) * frame.width > LABEL_ROOM;
  const textOf = (part: AgePart): string =>
    `${part.name}: ${texts.count(part.count)} (${texts.share(total === 0 ? 0 : part.count / total)})`;
  return {
    ...chartBase(frame),
    grid: { left: 0, right: 0, top: legendLines(data, frame.width) * LEGEND_LINE + 6, bottom: 0, height: BAR },
    legend: {
      left: 0,
      top: 0,
      itemWidth: 14,
      itemHeight: 14,
      selectedMode: false,
      data: data.parts.map((part) => part.name),
      textStyle: { color: theme.ink2, fontSize: 12 },
    },
    tooltip: { ...plainTooltip(frame, () => data.parts.map(textOf)), trigger: 'axis', axisPointer: { type: 'none' } },
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, total) },
    yAxis: { type: 'category', show: false, data: [''] },
    series: data.parts.map((part) => ({
      type: 'bar',
      name: part.name,
      stack: 'age',
      barWidth: BAR,
      data: [part.count],
      itemStyle: { color: theme[part.tone], borderColor: theme.surface, borderWidth: 1, decal: DECALS[part.tone](theme.surface) },
      label: {
        show: hasRoom(part),
        formatter: () => texts.count(part.count),
        color: theme.ink,
        backgroundColor: theme.surface,
        padding: [2, 6],
        borderRadius: 4,
        fontSize: 12,
        fontWeight: 'bold',
      },
    })),
  };
}
