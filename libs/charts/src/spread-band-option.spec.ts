import { type SpreadBandData, spreadBandOption, type SpreadBandTexts, spreadLineAt } from './spread-band-option';
import { count, drawn, testFrame, tipOf } from './test-frame';

const data: SpreadBandData = {
  buckets: [
    { bucket: 'm1', value: 20, interval: { low: 16, high: 25 }, byChance: { low: 3, high: 5 } },
    { bucket: 'm2', value: null, interval: null, byChance: null },
    { bucket: 'm3', value: 15, interval: null, byChance: { low: 4, high: 7 } },
    { bucket: 'm4', value: 12, interval: null, byChance: { low: 6, high: 9 } },
  ],
  isLastPartial: false,
  since: null,
};
const texts: SpreadBandTexts = {
  bucket: (bucket) => bucket,
  value: (value) => `${value} points`,
  lines: (index) => [`bucket ${index}`],
  byChance: 'by chance alone',
  since: 'since m1',
};
const seriesOf = (changes: Partial<SpreadBandData> = {}) => [spreadBandOption({ ...data, ...changes }, texts, testFrame()).series].flat();

describe('spreadBandOption', () => {
  it('stacks the band of chance as its floor and its thickness, with gaps where nothing is known', () => {
    const [floor, step] = seriesOf();
    expect([floor?.data, step?.data]).toEqual([
      [3, null, 4, 6],
      [2, null, 3, 3],
    ]);
  });

  it('draws the spread over the band, and no line across a gap', () => {
    expect(seriesOf()[spreadLineAt(data)]).toMatchObject({ data: [20, null, 15, 12], connectNulls: false });
  });

  it('draws a whisker for each known interval', () => {
    expect(count(drawn(spreadBandOption(data, texts, testFrame())), 'stroke="#0b0b0b"')).toBe(1);
  });

  it('draws the bucket that is still filling hollow and its way dashed', () => {
    const line = seriesOf({ isLastPartial: true });
    expect(line[spreadLineAt(data)]).toMatchObject({ data: [20, null, 15, null] });
    expect(line.at(-1)).toMatchObject({
      data: [null, null, { value: 15, symbol: 'none' }, { value: 12, itemStyle: { color: '#010101' } }],
      lineStyle: { type: 'dashed' },
    });
  });

  it('marks the bucket from which a change is counted', () => {
    const svg = drawn(spreadBandOption({ ...data, since: 'm1' }, texts, testFrame()));
    expect(count(svg, '>since m1<')).toBe(1);
  });

  it('leaves band and legend out where nothing is said of chance', () => {
    const buckets = data.buckets.map((bucket) => ({ ...bucket, byChance: null }));
    const option = spreadBandOption({ ...data, buckets }, texts, testFrame());
    expect(option).toMatchObject({ legend: { show: false } });
    expect([option.series].flat()[spreadLineAt({ buckets })]).toMatchObject({ data: [20, null, 15, 12] });
  });

  it('says of a bucket what it is told to, and starts at zero', () => {
    const option = spreadBandOption(data, texts, testFrame());
    expect(tipOf(option, 2)).toBe('bucket 2');
    expect(option.yAxis).toMatchObject({ min: 0 });
  });
});
