import { nameShifts, type SeriesLinesData, seriesLinesOption, type SeriesLinesTexts } from './series-lines-option';
import { drawn, testFrame, tipOf } from './test-frame';

const data: SeriesLinesData = {
  buckets: ['w1', 'w2', 'w3'],
  lines: ['An Khánh', 'Ba Đình', 'Đống Đa', 'Hoàn Kiếm', 'Ô Chợ Dừa', 'Yên Sở'].map((name, index) => ({
    name,
    values: [index, null, index + 2],
    n: [5, 0, 7],
  })),
  reference: { name: 'City', values: [3, 3, 3], n: [30, 30, 30] },
  standard: 4,
  isFirstPartial: false,
  isLastPartial: true,
  isFromZero: true,
  height: 300,
};
const texts: SeriesLinesTexts = {
  bucket: (bucket) => bucket,
  bucketInFull: (bucket) => `week ${bucket}`,
  value: (value) => `${value} min`,
  axis: (value) => `${value}`,
  n: (n) => `${n} people`,
  standard: 'standard 4',
  partial: 'so far',
  unknown: 'unknown',
};
const seriesOf = (changes: Partial<SeriesLinesData> = {}) => [seriesLinesOption({ ...data, ...changes }, texts, testFrame()).series].flat();

describe('seriesLinesOption', () => {
  it('tells six lines apart without their colours', () => {
    const looks = seriesOf({ isLastPartial: false })
      .slice(0, 6)
      .map((series) => (series?.type === 'line' ? JSON.stringify([series.symbol, series.lineStyle?.type]) : ''));
    expect(new Set(looks).size).toBe(6);
  });

  it('leaves a gap where nothing is known', () => expect(seriesOf()[0]).toMatchObject({ connectNulls: false }));

  it('names every line, the city and the standard in the drawing', () => {
    const svg = drawn(seriesLinesOption(data, texts, testFrame()));
    for (const name of ['Yên Sở', 'City', 'standard 4']) expect(svg).toContain(name);
  });

  it('says value and n of every line in its tooltip, and which bucket is not complete', () => {
    const few = { ...data, lines: data.lines.slice(0, 2) };
    const option = seriesLinesOption(few, texts, testFrame());
    expect(tipOf(option, 1)).toBe('week w2\nAn Khánh: unknown\nBa Đình: unknown\nCity: 3 min · 30 people');
    expect(tipOf(option, 2)).toBe('week w3 (so far)\nAn Khánh: 2 min · 7 people\nBa Đình: 3 min · 7 people\nCity: 3 min · 30 people');
  });

  it('ends the axis at what no line goes beyond', () => {
    expect(seriesLinesOption({ ...data, most: 10 }, texts, testFrame()).yAxis).toMatchObject({ max: 10 });
    expect(seriesLinesOption(data, texts, testFrame()).yAxis).not.toHaveProperty('max');
  });

  it('draws the way to the bucket that is still filling pale and dotted', () => {
    const [whole, tail] = seriesOf({ lines: data.lines.slice(0, 1) });
    expect(whole).toMatchObject({ data: [0, null, null] });
    expect(tail).toMatchObject({ data: [null, null, 2], lineStyle: { opacity: 0.55, type: [2, 4] } });
  });

  it('draws the way from a bucket that began earlier pale and dotted', () => {
    const [head, whole] = seriesOf({ lines: data.lines.slice(0, 1), isFirstPartial: true, isLastPartial: false });
    expect(head).toMatchObject({ data: [0, null, null], lineStyle: { opacity: 0.55, type: [2, 4] } });
    expect(whole).toMatchObject({ data: [null, null, 2] });
  });

  it('moves names apart that would end on one another', () => {
    const line = (value: number) => ({ name: 'x', values: [value], n: [1] });
    // 254 pixels for 0…100: 100 ends at 0, 99 at 2.54 and is moved to 15; 0 ends at 254 and stays.
    const shifts = nameShifts({ ...data, lines: [line(100), line(0), line(99)], reference: null, standard: null });
    expect(shifts.map((shift) => Number(shift.toFixed(2)))).toEqual([0, 0, 12.46]);
  });

  it('draws nothing where there is no line', () => expect(seriesOf({ lines: [], reference: null })).toEqual([]));

  it('keeps a name with markup what it is: text', () => {
    const line = { name: '<img src=x onerror=alert(1)>', values: [1, 2, 3], n: [1, 1, 1] };
    expect(drawn(seriesLinesOption({ ...data, lines: [line] }, texts, testFrame()))).not.toContain('<img');
  });
});
