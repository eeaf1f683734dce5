import type { BarSeriesOption } from 'echarts/charts';

/** A pattern that tells a class apart where its colour cannot. */
export type Decal = Exclude<NonNullable<NonNullable<BarSeriesOption['itemStyle']>['decal']>, 'none'>;

/** Slanted stripes: beyond a limit, or, in grey, unknown. */
export const stripes = (color: string): Decal => ({ symbol: 'rect', color, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 });

/** Dots: near a limit. */
export const dots = (color: string): Decal => ({
  symbol: 'circle',
  symbolSize: 0.6,
  color,
  dashArrayX: [
    [6, 6],
    [0, 6, 6, 0],
  ],
  dashArrayY: [5, 0],
});

/** No pattern. */
export const plain = (): Decal => ({ symbol: 'none' });
