import { init, setPlatformAPI } from 'echarts/core';
import { type ChartFrame, type ChartOption, tipText } from './chart-option';
import './echarts';

// jsdom cannot measure text: every letter is taken to be six pixels wide.
setPlatformAPI({ measureText: (text) => ({ width: text.length * 6 }) });

/** A frame with telling colours: each is its own name, so that a drawing can be searched for it. */
export const testFrame = (width = 800): ChartFrame => ({
  width,
  theme: {
    surface: '#010101',
    ink: '#020202',
    ink2: '#030303',
    ink3: '#040404',
    line: '#050505',
    lineSoft: '#060606',
    brand: '#070707',
    better: '#080808',
    worse: '#090909',
    watch: '#0a0a0a',
    neutral: '#0b0b0b',
    betterSoft: '#0c0c0c',
    neutralSoft: '#0d0d0d',
    unknown: '#0e0e0e',
    unknownLine: '#0f0f0f',
    sequential: ['#101010', '#111111', '#121212', '#131313', '#141414'].map((face) => ({ face, ink: '#ffffff' })),
    series: ['#202020', '#212121', '#222222', '#232323', '#242424', '#252525'],
    fontFamily: 'sans-serif',
    isStill: true,
  },
});

/** What the engine makes of an option: the drawing as SVG. */
export function drawn(option: ChartOption, width = 800, height = 300): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** How often a text occurs in a drawing. */
export const count = (svg: string, text: string): number => svg.split(text).length - 1;

/** What a tooltip says of one figure. */
export const tipOf = tipText;
