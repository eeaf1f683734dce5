import {
  type ControlBucket,
  type ControlChartData,
  controlChartOption,
  type ControlChartTexts,
  controlLineAt,
} from './control-chart-option';
import { count, drawn, testFrame, tipOf } from './test-frame';

const at = (bucket: string, value: number | null, changes: Partial<ControlBucket> = {}): ControlBucket => ({
  ...{ bucket, value, centre: 20, low: 10, high: 30, mark: 'usual' },
  ...changes,
});
const data: ControlChartData = {
  buckets: [at('w1', 18), at('w2', null), at('w3', 35, { mark: 'worse' }), at('w4', 12, { mark: 'better' })],
  standard: 5,
  isLastPartial: false,
  changes: [],
  isFromZero: true,
};
const texts: ControlChartTexts = {
  bucket: (bucket) => bucket,
  axis: (value) => `${value} %`,
  lines: (index) => [`bucket ${index}`, 'a {braced} line'],
  standard: 'standard 5',
  centre: 'usual level',
  limits: 'usual range',
};
const seriesOf = (changes: Partial<ControlChartData> = {}) =>
  [controlChartOption({ ...data, ...changes }, texts, testFrame()).series].flat();

describe('controlChartOption', () => {
  it('draws the limits as a band, the centre on it, and the line over both', () => {
    const [floor, band, centre, line] = seriesOf();
    expect(floor).toMatchObject({ data: [10, 10, 10, 10] });
    expect(band).toMatchObject({ data: [20, 20, 20, 20] });
    expect(centre).toMatchObject({ data: [20, 20, 20, 20] });
    expect(line).toMatchObject({ connectNulls: false, data: [{ value: 18 }, { value: null }, { value: 35 }, { value: 12 }] });
    expect(controlLineAt(data)).toBe(3);
  });

  it('tells better from worse by shape and by colour', () =>
    expect(seriesOf()[3]).toMatchObject({
      data: [
        { symbol: 'circle' },
        {},
        { symbol: 'triangle', itemStyle: { color: testFrame().theme.worse } },
        { symbol: 'rect', itemStyle: { color: testFrame().theme.better } },
      ],
    }));

  it('cuts a band that reaches below zero at zero', () => {
    const [floor, band] = seriesOf({ buckets: [at('w1', 3, { low: -7, high: 13 })] });
    expect(floor).toMatchObject({ data: [0] });
    expect(band).toMatchObject({ data: [13] });
  });

  it('names a standard at the top below its line, where no number of a change stands', () => {
    const placeOf = (standard: number) => JSON.stringify(seriesOf({ standard })[3]?.markLine?.data);
    expect([placeOf(40), placeOf(5)]).toEqual([expect.stringContaining('insideStartBottom'), expect.stringContaining('insideStartTop')]);
  });

  it('draws no band where limits are unknown', () => {
    const buckets = [at('w1', 3, { low: null, high: null, centre: null })];
    expect(seriesOf({ buckets })).toHaveLength(2);
    expect(controlLineAt({ buckets })).toBe(1);
  });

  it('takes the bucket that is still filling off the line, dashed and hollow', () => {
    const [, , , whole, tail, alone] = seriesOf({ isLastPartial: true });
    expect(whole).toMatchObject({ data: [{ value: 18 }, { value: null }, { value: 35 }, { value: null }] });
    expect(tail).toMatchObject({ data: [null, null, 35, 12], lineStyle: { type: 'dashed' } });
    expect(alone).toMatchObject({ data: [{ value: null }, { value: null }, { value: null }, { value: 12, symbol: 'circle' }] });
  });

  it('writes standard, usual level and documented changes into the plot, the standard within its axis', () => {
    const svg = drawn(
      controlChartOption({ ...data, isFromZero: false, changes: [{ bucket: 'w3', text: 'staff lent' }] }, texts, testFrame()),
    );
    for (const text of ['standard 5', 'usual level', 'staff lent']) expect(svg).toContain(text);
    expect(count(svg, 'NaN')).toBe(0);
  });

  it('says of a bucket what it is told, without markup', () =>
    expect(tipOf(controlChartOption(data, texts, testFrame()), 2)).toBe('bucket 2\na (braced) line'));
});
