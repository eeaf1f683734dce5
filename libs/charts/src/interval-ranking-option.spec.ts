import { type IntervalRankingData, intervalRankingHeight, intervalRankingOption } from './interval-ranking-option';
import { count, drawn, testFrame, tipOf } from './test-frame';

const data: IntervalRankingData = {
  rows: [
    { name: 'A', value: 30, low: 20, high: 40, raw: 36, n: 120, verdict: 'worse' },
    { name: 'B', value: null, low: null, high: null, n: 0, verdict: 'neutral' },
  ],
  reference: 16,
};
const texts = { value: (value: number) => `${value} %`, n: (n: number) => `${n} people`, reference: 'city 16 %', unknown: 'unknown' };

describe('intervalRankingOption', () => {
  const option = intervalRankingOption(data, texts, testFrame());
  const svg = drawn(option);

  it('draws one whisker and one solid dot per known value, in the colour of its verdict', () => {
    expect([count(svg, 'stroke="#090909"'), count(svg, 'fill="#090909"')]).toEqual([1, 1]);
  });

  it('labels the line of the city', () => {
    expect(svg).toContain('city 16 %');
  });

  it('keeps zero and the end of the longest whisker in view', () => {
    expect(option).toMatchObject({ xAxis: { min: 0, max: 40 } });
  });

  it('says value, interval and n in its tooltip', () => {
    expect(tipOf(option, 0)).toBe('A\n30 % (20 % – 40 %)\n120 people');
    expect(tipOf(option, 1)).toBe('B\nunknown');
  });

  it('is as high as its rows need', () => {
    expect(intervalRankingHeight(data)).toBe(108);
  });
});
