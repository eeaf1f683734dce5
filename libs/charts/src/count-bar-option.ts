import { type ChartFrame, type ChartOption, chartBase, type Format, plainTooltip } from './chart-option';

export interface CountBar {
  readonly name: string;
  /** `null` when unknown: no bar is drawn and the label says so. */
  readonly count: number | null;
}

export interface CountBarData {
  readonly bars: readonly CountBar[];
  /** `across` for names (bars lie), `up` for time (bars stand). */
  readonly direction: 'across' | 'up';
}

export interface CountBarTexts {
  readonly count: Format;
  readonly unknown: string;
}

/** Counts as bars from zero, each with its figure. */
export function countBarOption(data: CountBarData, texts: CountBarTexts, frame: ChartFrame): ChartOption {
  const { theme } = frame;
  const isAcross = data.direction === 'across';
  const labelOf = ({ count }: CountBar): string => (count === null ? texts.unknown : texts.count(count));
  const names = {
    type: 'category' as const,
    data: data.bars.map((bar) => bar.name),
    axisLine: { lineStyle: { color: theme.line } },
    axisTick: { show: false },
    axisLabel: {
      color: theme.ink2,
      fontSize: 12,
      hideOverlap: true,
      ...(isAcross ? { width: frame.width * 0.36, overflow: 'truncate' as const } : {}),
    },
  };
  const counts = {
    type: 'value' as const,
    min: 0,
    splitNumber: 3,
    axisLabel: { show: !isAcross, color: theme.ink3, fontSize: 11, formatter: texts.count },
    splitLine: { show: !isAcross, lineStyle: { color: theme.lineSoft } },
  };
  return {
    ...chartBase(frame),
    grid: {
      left: 2,
      right: isAcross ? 56 : 4,
      top: isAcross ? 2 : 18,
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      ...plainTooltip(frame, (index) => data.bars.slice(index, index + 1).map((bar) => `${bar.name}: ${labelOf(bar)}`)),
      trigger: 'item',
    },
    xAxis: isAcross ? counts : names,
    yAxis: isAcross ? { ...names, inverse: true } : counts,
    series: [
      {
        type: 'bar',
        barMaxWidth: 22,
        itemStyle: { color: theme.brand, borderRadius: isAcross ? [0, 3, 3, 0] : [3, 3, 0, 0] },
        data: data.bars.map((bar) => ({
          value: bar.count ?? 0,
          label: {
            show: isAcross || bar.count === null,
            position: isAcross ? 'right' : 'top',
            formatter: () => labelOf(bar),
            color: theme.ink2,
            fontSize: 12,
          },
        })),
      },
    ],
  };
}
