import { count, drawn, testFrame, tipOf } from './test-frame';
import { type TrendData, trendOption, type TrendTexts } from './trend-option';

const data: TrendData = {
  buckets: ['w1', 'w2', 'w3', 'w4', 'w5'],
  lines: [{ name: 'Point', role: 'main', values: [10, 20, null, 30, 25], n: [4, 5, 0, 6, 2] }],
  standard: 15,
  isLastPartial: false,
  annotations: [],
  isFromZero: true,
};
const texts: TrendTexts = {
  bucket: (bucket) => bucket,
  bucketInFull: (bucket) => `week ${bucket}`,
  value: (value) => `${value} min`,
  n: (n) => `${n} people`,
  standard: 'standard 15',
  partial: 'so far',
  unknown: 'unknown',
};
const seriesOf = (changes: Partial<TrendData> = {}, width = 800) =>
  [trendOption({ ...data, ...changes }, texts, testFrame(width)).series].flat();

describe('trendOption', () => {
  it('leaves a gap where nothing is known', () => {
    expect(seriesOf()[0]).toMatchObject({ data: [10, 20, null, 30, 25], connectNulls: false });
  });

  it('takes the bucket that is still filling off the line and draws it dashed', () => {
    const [whole, tail] = seriesOf({ isLastPartial: true });
    expect(whole).toMatchObject({ data: [10, 20, null, 30, null] });
    expect(tail).toMatchObject({ data: [null, null, null, 30, 25], lineStyle: { type: 'dashed' } });
  });

  it('draws its lines at once, so that no name travels over a gap', () => {
    expect(seriesOf({ isLastPartial: true }).map((series) => series?.animation)).toEqual([false, false]);
  });

  it('writes standard and annotations into the plot', () => {
    const svg = drawn(trendOption({ ...data, annotations: [{ bucket: 'w4', text: 'staff moved' }] }, texts, testFrame()));
    expect(svg).toContain('standard 15');
    expect(svg).toContain('staff moved');
  });

  it('draws no standard where there is none', () => {
    expect(drawn(trendOption({ ...data, standard: null }, texts, testFrame()))).not.toContain('standard 15');
  });

  it('stacks the band as its floor and its thickness, the floor at zero at least', () => {
    const band = { low: [-2, 10, null, 20, 20], high: [12, 30, null, 40, 30] };
    const [line] = data.lines;
    const [floor, step] = seriesOf({ lines: line ? [{ ...line, band }] : [] });
    expect(floor).toMatchObject({ data: [0, 10, null, 20, 20] });
    expect(step).toMatchObject({ data: [12, 20, null, 20, 10] });
  });

  it('says value and n of every line in its tooltip, and which bucket is not complete', () => {
    const option = trendOption({ ...data, isLastPartial: true }, texts, testFrame());
    expect(tipOf(option, 1)).toBe('week w2\nPoint: 20 min · 5 people');
    expect(tipOf(option, 2)).toBe('week w3\nPoint: unknown');
    expect(tipOf(option, 4)).toBe('week w5 (so far)\nPoint: 25 min · 2 people');
  });

  it('names lines at their ends where there is room and in a legend where there is not', () => {
    const lines = data.lines.concat({ name: 'City', role: 'reference', values: [9, 9, 9, 9, 9], n: [1, 1, 1, 1, 1] });
    expect(count(drawn(trendOption({ ...data, lines }, texts, testFrame(800))), '>City<')).toBe(1);
    expect(trendOption({ ...data, lines }, texts, testFrame(320)).legend).toMatchObject({ show: true });
  });

  it('names a line at its last known bucket when the latest are unknown', () => {
    const [line] = data.lines;
    const lines = line ? [{ ...line, values: [10, 20, 30, null, null] }] : [];
    const svg = drawn(trendOption({ ...data, lines, isLastPartial: true }, texts, testFrame()));
    expect(count(svg, '>Point<')).toBe(1);
    expect(svg).not.toContain('NaN');
  });

  it('names no line of which nothing is known', () => {
    const [line] = data.lines;
    const lines = line ? [{ ...line, values: [null, null, null, null, null] }] : [];
    const svg = drawn(trendOption({ ...data, lines }, texts, testFrame()));
    expect(count(svg, '>Point<')).toBe(0);
    expect(svg).not.toContain('NaN');
  });

  it('treats a name as text', () => {
    const [line] = data.lines;
    const lines = line ? [{ ...line, name: '<img src=x onerror=alert(1)>{a|b}' }] : [];
    const option = trendOption({ ...data, lines }, texts, testFrame());
    expect(drawn(option)).not.toContain('<img');
    expect(option.tooltip).toMatchObject({ renderMode: 'richText' });
    expect(tipOf(option, 0)).not.toContain('{');
  });
});
