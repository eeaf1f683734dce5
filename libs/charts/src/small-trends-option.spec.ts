import { type SmallTrendsData, smallTrendsHeight, smallTrendsOption } from './small-trends-option';
import { drawn, testFrame, tipOf } from './test-frame';

const percent = (value: number): string => `${value} %`;
const minutes = (value: number): string => `${value} min`;
const data: SmallTrendsData = {
  buckets: ['2026-10-05', '2026-10-12', '2026-10-19'],
  trends: [
    {
      ...{ name: 'Long waits', values: [10, null, 14], n: [40, 0, 20], standard: 5, standardText: '≤ 5 %' },
      ...{ value: percent, axis: percent, isFromZero: true },
    },
    {
      ...{ name: 'Waits <b>', values: [92, 94, 96], n: [40, 41, 20], standard: null, standardText: '' },
      ...{ value: minutes, axis: minutes, isFromZero: false },
    },
  ],
  isLastPartial: true,
};
const texts = {
  bucket: (week: string) => week.slice(5),
  bucketInFull: String,
  n: (n: number) => `n ${n}`,
  partial: 'filling',
  unknown: '?',
};
const optionOf = (width = 800) => smallTrendsOption(data, texts, testFrame(width));

describe('smallTrendsOption', () => {
  it('gives each course a plot and a scale of its own, one from zero and one that is marked as broken', () =>
    expect(optionOf().yAxis).toMatchObject([
      { min: 0, axisLine: { show: false } },
      { min: 92, axisLine: { show: true } },
    ]));

  it('says the same week of all of them, with unit and n, and which week is not complete', () => {
    expect(tipOf(optionOf(), 0)).toBe('2026-10-05\nLong waits: 10 % · n 40\nWaits <b>: 92 min · n 40');
    expect(tipOf(optionOf(), 1)).toContain('Long waits: ?');
    expect(tipOf(optionOf(), 2)).toContain('2026-10-19 (filling)');
    expect(optionOf().axisPointer).toEqual({ link: [{ xAxisIndex: 'all' }] });
  });

  it('leaves a gap where nothing is known and draws the week that is filling dashed', () => {
    const [whole, tail] = [optionOf().series].flat();
    expect(whole).toMatchObject({ data: [10, null, null], connectNulls: false });
    expect(tail).toMatchObject({ data: [null, null, 14], lineStyle: { type: 'dashed' } });
  });

  it('stands side by side where there is room, and one below the other where there is none', () => {
    expect([smallTrendsHeight(data, 800), smallTrendsHeight(data, 320)]).toEqual([146, 292]);
    const svg = drawn(optionOf(), 800, smallTrendsHeight(data, 800));
    for (const text of ['Long waits', 'Waits &lt;b&gt;', '≤ 5 %']) expect(svg).toContain(text);
    expect(svg).not.toContain('NaN');
  });
});
