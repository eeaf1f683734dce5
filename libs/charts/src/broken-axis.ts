import type { ChartTheme } from './chart-theme';

// Two short strokes across the line: the sign of a scale with a part left out.
const SIGN = 'path://M-5,3L5,-1L5,0.2L-5,4.2ZM-5,7L5,3L5,4.2L-5,8.2Z';

interface AxisFoot {
  readonly axisTick: { show: boolean };
  readonly axisLine: {
    show: boolean;
    symbol: [string, string];
    symbolSize: [number, number];
    symbolOffset: [number, number];
    lineStyle: { color: string; width: number };
  };
}

/** The line of a value axis that does not begin at zero carries the sign of a break at its foot; one from zero has no line. */
export const axisFoot = (isFromZero: boolean, { ink3 }: ChartTheme): AxisFoot => ({
  axisTick: { show: false },
  axisLine: {
    show: !isFromZero,
    symbol: [SIGN, 'none'],
    symbolSize: [10, 9],
    symbolOffset: [9, 0],
    lineStyle: { color: ink3, width: 1 },
  },
});
