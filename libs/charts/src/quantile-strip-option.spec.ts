import { type QuantileStripData, quantileStripHeight, quantileStripOption, type QuantileStripTexts } from './quantile-strip-option';
import { drawn, testFrame, tipOf } from './test-frame';

const minutes = (value: number): string => `${value} min`;
const texts: QuantileStripTexts = {
  ...{ value: minutes, axis: String, n: (n) => `n ${n}`, unknown: 'unknown', limit: 'limit 20 min' },
  ...{ median: 'half', p90: 'nine of ten', longest: 'longest' },
};
const data: QuantileStripData = {
  strips: [
    { name: 'Land <b>', median: 8, p90: 24, longest: 30, n: 120 },
    { name: 'Birth', median: 3, p90: 9, longest: 180, n: 90 },
    { name: 'Marriage', median: null, p90: null, longest: null, n: 0 },
  ],
  limit: 20,
};
const optionOf = (changes: Partial<QuantileStripData> = {}) => quantileStripOption({ ...data, ...changes }, texts, testFrame());

describe('quantileStripOption', () => {
  it('draws half of the people full and goes on to nine of ten: 8, and 16 more to 24', () => {
    const [half, nine] = [optionOf().series].flat();
    expect(half?.data).toEqual([8, 3, null]);
    expect(nine).toMatchObject({
      data: [{ value: 16 }, { value: 6 }, { value: null }],
      itemStyle: { color: testFrame().theme.neutralSoft },
    });
  });

  it('lets no single long wait press the others together: the tooltip says it', () => {
    expect([optionOf().series].flat()[2]?.data).toEqual([
      [30, 0],
      [null, 1],
      [null, 2],
    ]);
    expect(tipOf(optionOf(), 1)).toBe('Birth\nhalf: 3 min\nnine of ten: 9 min\nlongest: 180 min\nn 90');
  });

  it('says what is unknown, begins at zero and names the limit in the plot', () => {
    expect(tipOf(optionOf(), 2)).toBe('Marriage\nunknown');
    expect(optionOf().xAxis).toMatchObject({ min: 0 });
    expect(drawn(optionOf(), 800, quantileStripHeight(data, 800))).toContain('limit 20 min');
  });

  it('leaves a second line for its legend on a phone', () => {
    expect(quantileStripHeight(data, 320) - quantileStripHeight(data, 800)).toBe(22);
    expect(quantileStripOption(data, texts, testFrame(320)).grid).toMatchObject({ top: 62 });
  });

  it('draws a name as text and nothing that is no number', () => {
    const svg = drawn(optionOf(), 800, quantileStripHeight(data, 800));
    expect(svg).toContain('Land &lt;b&gt;');
    expect(svg).not.toContain('NaN');
  });
});
