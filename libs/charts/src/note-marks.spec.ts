import { type ControlChartData, controlChartOption } from './control-chart-option';
import { noteMarks } from './note-marks';
import { seriesLinesOption } from './series-lines-option';
import { smallTrendsOption } from './small-trends-option';
import { spreadBandOption } from './spread-band-option';
import { count, drawn, testFrame, tipOf } from './test-frame';
import { zoomedOption } from './time-window';
import { type TrendData, trendOption } from './trend-option';

const buckets = ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'];
const notes = [
  { bucket: '2026-10-12', sign: 'a', isOngoing: false },
  { bucket: '2026-10-19', sign: 'b–d', isOngoing: true },
];
const texts = {
  ...{ bucket: (day: string) => day, bucketInFull: (day: string) => day, value: String, axis: String, n: String },
  ...{ standard: '', partial: '', unknown: '', centre: '', limits: '' },
};
const trend: TrendData = {
  ...{ buckets, standard: null, isLastPartial: false, annotations: [{ bucket: '2026-10-12', text: '1' }], isFromZero: true, notes },
  lines: [{ name: 'P1', role: 'main', values: [1, 2, null, 4], n: [9, 9, 0, 9] }],
};
const trendTexts = { ...texts, notes: (index: number) => (index === 1 ? ['Note a: {power} cut'] : []) };
const control: ControlChartData = {
  buckets: buckets.map((bucket) => ({ bucket, value: 20, centre: 20, low: 10, high: 30, mark: 'usual' })),
  ...{ standard: 5, isLastPartial: false, changes: [], isFromZero: true, notes },
};

describe('the notes of a chart over time', () => {
  it('stand in every plot of several, and under several lines, and are told once', () => {
    const course = {
      values: [1, 2, 3, 4],
      n: [9, 9, 9, 9],
      standard: null,
      standardText: '',
      value: String,
      axis: String,
      isFromZero: true,
    };
    const told = { ...texts, notes: (index: number) => (index === 1 ? ['Note a: power cut'] : []) };
    const trends = { buckets, trends: ['A', 'B'].map((name) => ({ ...course, name })), isLastPartial: false, notes };
    const small = smallTrendsOption(trends, told, testFrame());
    expect([count(drawn(small), '>a</text>'), tipOf(small, 1).split('Note a').length]).toEqual([2, 2]);
    const lines = ['A', 'B'].map((name) => ({ name, values: [1, 2, 3, 4], n: [9, 9, 9, 9] }));
    const several = { buckets, lines, reference: null, standard: null, isLastPartial: false, isFromZero: true, height: 300, notes };
    const option = seriesLinesOption(several, told, testFrame());
    expect([count(drawn(option), '>a</text>'), tipOf(option, 1)]).toEqual([1, expect.stringContaining('Note a: power cut')]);
  });

  it('stand at the foot as bubbles with their signs, beside the documented changes', () => {
    const frame = testFrame();
    const spread = {
      buckets: buckets.map((bucket) => ({ bucket, value: 2, interval: { low: 1, high: 3 }, byChance: { low: 0, high: 1 } })),
      ...{ isLastPartial: false, since: null, notes },
    };
    for (const option of [
      trendOption(trend, trendTexts, frame),
      controlChartOption(control, { ...texts, lines: () => [] }, frame),
      spreadBandOption(spread, { ...texts, lines: () => [], byChance: '', since: '' }, frame),
    ]) {
      const svg = drawn(option);
      expect([count(svg, '>a</text>'), count(svg, '>b–d</text>'), count(svg, 'NaN')]).toEqual([1, 1, 0]);
    }
  });

  it('are a bar along the axis while they go on, and nothing where none is', () => {
    const [series] = noteMarks(notes, buckets, testFrame());
    expect([series?.data, series?.silent, noteMarks([], buckets, testFrame())]).toEqual([[[1], [2]], true, []]);
    const bars = (isOngoing: boolean): number => {
      const option = trendOption({ ...trend, notes: notes.map((note) => ({ ...note, isOngoing })) }, trendTexts, testFrame());
      return count(drawn(option), testFrame().theme.brand);
    };
    expect([bars(true), bars(false)]).toEqual([2, 0]);
  });

  it('stay with their weeks when the chart is zoomed', () => {
    const zoomed = zoomedOption(trendOption(trend, trendTexts, testFrame()), buckets, { from: '2026-10-19', to: '2026-10-26' });
    const svg = drawn(zoomed);
    expect([count(svg, '>a</text>'), count(svg, '>b–d</text>')]).toEqual([0, 1]);
  });

  it('are told with the figures of their week, without markup', () => {
    expect(tipOf(trendOption(trend, trendTexts, testFrame()), 1)).toBe('2026-10-12\nP1: 2 · 9\nNote a: (power) cut');
    expect(tipOf(trendOption(trend, trendTexts, testFrame()), 0)).toBe('2026-10-05\nP1: 1 · 9');
  });
});
