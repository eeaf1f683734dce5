import { type BenchmarkData, benchmarkHeight, benchmarkOption } from './benchmark-option';
import { count, drawn, testFrame, tipOf } from './test-frame';

const data: BenchmarkData = {
  own: [{ name: 'Yên Sở', value: 30, low: 25, high: 35, lines: ['30 % (25–35 %)'] }],
  groups: [
    { name: 'Branch <i>1', value: 10, lines: ['10 %', '6 points'] },
    { name: 'Branch 2', value: 14, lines: ['14 %', '9 points'] },
    { name: 'Branch 3', value: 18, lines: ['18 %', '7 points'] },
  ],
  band: { low: 12, median: 14, high: 16 },
  standard: 5,
  isFromZero: true,
};
const texts = { axis: (value: number) => `${value} %`, others: 'Others', standard: 'Standard ≤ 5 %' };
const optionOf = (changes: Partial<BenchmarkData> = {}) => benchmarkOption({ ...data, ...changes }, texts, testFrame());

describe('benchmarkOption', () => {
  it('sets the own figure over the others, who stand in groups', () =>
    expect([optionOf().series].flat()[0]?.data).toMatchObject([
      { value: [30, 0], symbol: 'diamond' },
      { value: [10, 1], symbol: 'circle' },
      { value: [14, 1] },
      { value: [18, 1] },
    ]));

  it('says what each stands for', () => {
    expect(tipOf(optionOf(), 0)).toBe('Yên Sở\n30 % (25–35 %)');
    expect(tipOf(optionOf(), 1)).toBe('Branch <i>1\n10 %\n6 points');
  });

  it('draws the middle half of the groups, and none of too few', () => {
    const { neutralSoft } = testFrame().theme;
    const svgOf = (changes: Partial<BenchmarkData>): string => drawn(optionOf(changes), 800, benchmarkHeight(data));
    expect(count(svgOf({}), `fill="${neutralSoft}"`)).toBe(1);
    expect(count(svgOf({ band: null }), `fill="${neutralSoft}"`)).toBe(0);
    expect(svgOf({})).toContain('Standard ≤ 5 %');
    const unknown = data.own.map((own) => ({ ...own, value: null, low: null, high: null }));
    expect(svgOf({ own: unknown })).not.toContain('NaN');
  });

  it('marks an axis that does not begin at zero', () =>
    expect(optionOf({ isFromZero: false, standard: null }).xAxis).toMatchObject({ min: 10, axisLine: { show: true } }));
});
