import { type HeatMapData, heatMapHeight, heatMapOption, type HeatMapTexts } from './heat-map-option';
import { count, drawn, testFrame, tipOf } from './test-frame';

const data: HeatMapData = {
  rows: ['1', '2'],
  columns: ['07:30', '08:00', '08:30'],
  cells: [
    { row: '1', column: '07:30', value: 5, n: 40 },
    { row: '1', column: '08:00', value: 33, n: 90 },
    { row: '2', column: '07:30', value: null, n: 0 },
  ],
  edges: [8, 14, 20, 28],
};
const texts: HeatMapTexts = {
  row: (key) => `day ${key}`,
  column: (key) => key,
  cell: (value) => String(value),
  value: (value) => `${value} minutes`,
  n: (n) => `${n} people`,
  unknown: 'no data',
};

describe('heatMapOption', () => {
  const option = heatMapOption(data, texts, testFrame());
  const svg = drawn(option);

  it('prints the figure in each cell and a dash in an unknown one', () => {
    expect([count(svg, '>5<'), count(svg, '>33<'), count(svg, '>–<')]).toEqual([1, 1, 1]);
  });

  it('paints each cell with its class and hatches the unknown', () => {
    expect(count(svg, 'fill="#101010"')).toBe(1);
    expect(count(svg, 'fill="#141414"')).toBe(1);
    expect(svg).toContain('<pattern');
  });

  it('says place, value and n in its tooltip', () => {
    expect(tipOf(option, 1)).toBe('day 1, 08:00\n33 minutes · 90 people');
    expect(tipOf(option, 2)).toBe('day 2, 07:30\nno data');
  });

  it('runs its columns downward on a narrow screen', () => {
    expect(heatMapOption(data, texts, testFrame(320))).toMatchObject({ yAxis: { data: data.columns }, xAxis: { data: data.rows } });
    expect(heatMapHeight(data, 320)).toBeGreaterThan(heatMapHeight(data, 800));
  });
});
