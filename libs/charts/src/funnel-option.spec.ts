import { type FunnelData, funnelOption, type FunnelTexts } from './funnel-option';
import { count, drawn, testFrame, tipOf } from './test-frame';

const data: FunnelData = {
  points: [
    { name: 'A', n: 100, value: 40, mark: 'review', isPersistent: true },
    { name: 'B', n: 200, value: 18, mark: 'usual', isPersistent: false },
    { name: '<img src=x>{c|d}', n: 300, value: 8, mark: 'better', isPersistent: false },
  ],
  limits: [
    { n: 100, look: { low: 8, high: 32 }, review: { low: 2, high: 38 } },
    { n: 300, look: { low: 12, high: 28 }, review: { low: 9, high: 31 } },
  ],
  reference: 20,
  isCut: false,
};
const texts: FunnelTexts = {
  value: (value) => `${value} %`,
  n: (n) => `${n}`,
  lines: (index) => [`line of ${index}`],
  size: 'people',
  reference: 'city 20 %',
  look: '95 %',
  review: '99.8 %',
};
const seriesOf = (changes: Partial<FunnelData> = {}) => [funnelOption({ ...data, ...changes }, texts, testFrame()).series].flat();

describe('funnelOption', () => {
  it('places each point by its cases and its value, with a shape and a colour for how it stands', () => {
    expect(seriesOf()[0]).toMatchObject({
      data: [
        { value: [100, 40], symbol: 'triangle', itemStyle: { color: '#090909' } },
        { value: [200, 18], symbol: 'circle', itemStyle: { color: '#0b0b0b' } },
        { value: [300, 8], symbol: 'rect', itemStyle: { color: '#080808' } },
      ],
    });
  });

  it('gives a rim to what stood out in the period before, too', () => {
    expect(seriesOf()[0]).toMatchObject({
      data: [
        { itemStyle: { borderColor: '#020202' } },
        { itemStyle: { borderColor: '#010101' } },
        { itemStyle: { borderColor: '#010101' } },
      ],
    });
  });

  it('draws both ends of both limits over the number of cases, and the city', () => {
    const [, city, ...limits] = seriesOf();
    expect(city).toMatchObject({
      data: [
        [100, 20],
        [300, 20],
      ],
    });
    expect(limits.map((line) => line?.data)).toEqual([
      [
        [100, 32],
        [300, 28],
      ],
      [
        [100, 8],
        [300, 12],
      ],
      [
        [100, 38],
        [300, 31],
      ],
      [
        [100, 2],
        [300, 9],
      ],
    ]);
  });

  it('names its lines in the plot', () => {
    const svg = drawn(funnelOption(data, texts, testFrame()));
    expect(['city 20 %', '95 %', '99.8 %'].map((name) => count(svg, `>${name}<`))).toEqual([1, 1, 1]);
  });

  it('starts at zero unless values lie near the top of their scale', () => {
    expect(funnelOption(data, texts, testFrame()).yAxis).toMatchObject({ scale: false });
    expect(funnelOption({ ...data, isCut: true }, texts, testFrame()).yAxis).toMatchObject({ scale: true });
  });

  it('treats a name as text', () => {
    const option = funnelOption(data, texts, testFrame());
    expect(tipOf(option, 2)).toBe('<img src=x>(c|d)\nline of 2');
    expect(option.tooltip).toMatchObject({ renderMode: 'richText' });
  });

  it('draws points where no limits are known', () => {
    const svg = drawn(funnelOption({ ...data, limits: [], reference: null }, texts, testFrame()));
    expect(count(svg, 'city 20 %')).toBe(0);
    expect(svg).not.toContain('NaN');
  });
});
