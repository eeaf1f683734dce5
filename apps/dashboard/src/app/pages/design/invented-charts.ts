import {
  ageingBarHeight,
  ageingBarOption,
  benchmarkHeight,
  benchmarkOption,
  controlChartOption,
  countBarOption,
  distributionStripHeight,
  distributionStripOption,
  type Draw,
  funnelOption,
  heatMapHeight,
  heatMapOption,
  intervalRankingHeight,
  intervalRankingOption,
  occupancyHeight,
  occupancyOption,
  quantileStripHeight,
  quantileStripOption,
  seriesLinesOption,
  smallTrendsHeight,
  smallTrendsOption,
  spreadBandOption,
  trendOption,
} from '@evenhand/charts';

/** A chart of invented figures. */
export interface InventedChart {
  readonly name: string;
  readonly draw: Draw;
  readonly height: number | ((width: number) => number);
  /** First days of a course over time, which can be zoomed. */
  readonly buckets?: readonly string[];
}

const percent = (value: number): string => `${value} %`;
const plain = (value: number): string => `${value}`;
const PLACES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const WEEKS = ['09-07', '09-14', '09-21', '09-28', '10-05', '10-12', '10-19', '10-26'].map((day) => `2026-${day}`);
const weekAt = (place: number): string => WEEKS[place - 1] ?? '';
const VALUES = [12, 14, null, 13, 15, 26, 11, 9] as const;

const ranking = {
  rows: [
    { name: 'A', value: 30, low: 22, high: 38, raw: 34, n: 120, verdict: 'worse' },
    { name: 'B', value: 17, low: 10, high: 24, raw: 16, n: 90, verdict: 'neutral' },
    { name: 'C', value: 6, low: 3, high: 9, raw: 8, n: 240, verdict: 'better' },
    { name: 'D', value: null, low: null, high: null, n: 0, verdict: 'neutral' },
  ],
  reference: 16,
} as const;
const heat = {
  rows: ['1', '2'],
  columns: ['07:30', '08:00', '08:30', '09:00'],
  cells: ['07:30', '08:00', '08:30', '09:00'].flatMap((column, index) => [
    { row: '1', column, value: index === 2 ? null : 4 + index * 8, n: 40 },
    { row: '2', column, value: 2 + index * 6, n: 60 },
  ]),
  edges: [5, 10, 15, 20],
} as const;
const ages = {
  parts: [
    { name: '> 5', count: 70, tone: 'better' },
    { name: '0–2', count: 20, tone: 'watch' },
    { name: '< 0', count: 10, tone: 'worse' },
  ],
} as const;
const bars = {
  bars: [
    { name: '1', share: 0.92, n: 300 },
    { name: '2', share: 0.7, n: 280 },
    { name: '3', share: null, n: 0 },
  ],
  threshold: 0.85,
  reference: 0.66,
} as const;

const waits = {
  strips: [
    { name: 'A', median: 9, p90: 26, longest: 34, n: 120 },
    { name: 'B', median: 4, p90: 12, longest: 90, n: 80 },
    { name: 'C', median: null, p90: null, longest: null, n: 0 },
  ],
  limit: 20,
} as const;
const beside = {
  own: [{ name: 'A', value: 24, low: 20, high: 28, lines: ['24 %'] }],
  groups: [11, 13, 16, 18, 21].map((value, place) => ({ name: PLACES[place + 1] ?? '', value, lines: [`${value} %`] })),
  band: { low: 13, median: 16, high: 18 },
  standard: 15,
  isFromZero: true,
} as const;

const smallTrend = (name: string, place: number) => ({
  name,
  values: VALUES.map((value) => (value === null ? null : value + place * 30)),
  n: WEEKS.map(() => 40),
  ...{ standard: 15 + place * 30, standardText: `${15 + place * 30} %`, value: percent, axis: percent, isFromZero: place === 0 },
});

/** One of each chart of the product. `unknown` is what they say where nothing is known. */
export function inventedCharts(unknown: string): readonly InventedChart[] {
  const words = { value: percent, n: plain, unknown, standard: '15 %', reference: '16 %', partial: '…' };
  const name = (bucket: string): string => `w${WEEKS.indexOf(bucket) + 1}`;
  const weeks = { bucket: name, bucketInFull: name };
  const axes = { ...words, ...weeks, axis: percent, lines: (index: number) => [`${index}`] };
  const line = { buckets: WEEKS, standard: 15, isFirstPartial: false, isLastPartial: true, isFromZero: true };
  return [
    {
      name: 'trend',
      buckets: WEEKS,
      height: 200,
      draw: (frame) =>
        trendOption(
          {
            ...line,
            lines: [{ name: 'A', role: 'main', values: VALUES, n: WEEKS.map(() => 40) }],
            annotations: [{ bucket: weekAt(5), text: '●' }],
          },
          axes,
          frame,
        ),
    },
    {
      name: 'control',
      buckets: WEEKS,
      height: 220,
      draw: (frame) =>
        controlChartOption(
          {
            ...line,
            buckets: WEEKS.map((bucket, index) => ({
              bucket,
              value: VALUES[index] ?? null,
              centre: 13,
              low: 6,
              high: 20,
              mark: index === 5 ? 'worse' : 'usual',
            })),
            changes: [{ bucket: weekAt(7), text: '●' }],
          },
          { ...axes, centre: '13 %', limits: '6–20 %' },
          frame,
        ),
    },
    {
      name: 'lines',
      buckets: WEEKS,
      height: 240,
      draw: (frame) =>
        seriesLinesOption(
          {
            ...line,
            height: 240,
            lines: PLACES.map((name, place) => ({
              name,
              values: VALUES.map((value) => (value === null ? null : value + place * 5)),
              n: WEEKS.map(() => 40),
            })),
            reference: null,
          },
          axes,
          frame,
        ),
    },
    {
      name: 'funnel',
      height: 240,
      draw: (frame) =>
        funnelOption(
          {
            points: PLACES.map((name, place) => ({
              name,
              n: 60 + place * 60,
              value: place === 1 ? 34 : 12 + place,
              mark: place === 1 ? 'review' : 'usual',
              isPersistent: place === 1,
            })),
            limits: [60, 120, 240, 360].map((n) => ({
              n,
              look: { low: 16 - 120 / Math.sqrt(n), high: 16 + 120 / Math.sqrt(n) },
              review: { low: 0, high: 16 + 190 / Math.sqrt(n) },
            })),
            reference: 16,
            isCut: false,
          },
          { ...axes, size: 'n', look: '95 %', review: '99,8 %' },
          frame,
        ),
    },
    { name: 'ranking', height: intervalRankingHeight(ranking), draw: (frame) => intervalRankingOption(ranking, words, frame) },
    {
      name: 'heat',
      height: (width) => heatMapHeight(heat, width),
      draw: (frame) =>
        heatMapOption(heat, { row: (key) => key, column: (key) => key, cell: plain, value: percent, n: plain, unknown }, frame),
    },
    {
      name: 'spread',
      buckets: WEEKS,
      height: 200,
      draw: (frame) =>
        spreadBandOption(
          {
            buckets: WEEKS.map((bucket, index) => ({
              bucket,
              value: VALUES[index] ?? null,
              interval: { low: (VALUES[index] ?? 9) - 2, high: (VALUES[index] ?? 9) + 3 },
              byChance: { low: 3, high: 6 },
            })),
            isLastPartial: true,
            since: weekAt(2),
          },
          { ...axes, byChance: '3–6 %', since: 'w2' },
          frame,
        ),
    },
    {
      name: 'ageing',
      height: (width) => ageingBarHeight(ages, width),
      draw: (frame) => ageingBarOption(ages, { count: plain, share: (share) => percent(Math.round(share * 100)) }, frame),
    },
    {
      name: 'count',
      height: 160,
      draw: (frame) =>
        countBarOption(
          {
            direction: 'across',
            bars: [
              { name: 'A', count: 90 },
              { name: 'B', count: 40 },
              { name: 'C', count: null },
            ],
          },
          { count: plain, unknown },
          frame,
        ),
    },
    {
      name: 'occupancy',
      height: occupancyHeight(bars),
      draw: (frame) =>
        occupancyOption(
          bars,
          { share: (share) => percent(Math.round(share * 100)), n: plain, threshold: '85 %', reference: '66 %', unknown },
          frame,
        ),
    },
    {
      name: 'strip',
      height: distributionStripHeight,
      draw: (frame) => distributionStripOption({ share: 0.16 }, { sentence: '16 / 100' }, frame),
    },
    {
      name: 'waits',
      height: (width) => quantileStripHeight(waits, width),
      draw: (frame) =>
        quantileStripOption(waits, { ...words, axis: plain, median: '1/2', p90: '9/10', longest: '10/10', limit: '20' }, frame),
    },
    {
      name: 'beside',
      height: benchmarkHeight(beside),
      draw: (frame) => benchmarkOption(beside, { axis: percent, others: 'B–F', standard: '15 %' }, frame),
    },
    {
      name: 'small',
      height: (width) => smallTrendsHeight({ trends: PLACES.slice(0, 4).map(smallTrend) }, width),
      buckets: WEEKS,
      draw: (frame) =>
        smallTrendsOption(
          { buckets: WEEKS, trends: PLACES.slice(0, 4).map(smallTrend), isLastPartial: true },
          { ...words, ...weeks },
          frame,
        ),
    },
  ];
}
