import { knowMaps } from './echarts';
import type { OutlinedUnit } from './map-outlines';
import { count, drawn, testFrame, tipOf } from './test-frame';
import { type WardMapData, wardMapFiles, wardMapHeight, wardMapOption } from './ward-map-option';

const square = (code: string, west: number, south: number, side: number): OutlinedUnit => {
  const [east, north] = [west + side, south + side];
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
  return { code, polygons: [[ring]] };
};
const outlines = [square('01', 105, 20, 1), square('02', 106, 20, 1)];
const data: WardMapData = {
  outlines,
  units: [
    { code: '01', name: 'Đống <b>Đa</b>', value: 33, detail: '33 %, {n} 12', isBeyondChance: true },
    { code: '02', name: 'Ô Chợ Dừa', value: null, detail: 'no data', isBeyondChance: false },
  ],
  edges: [5, 10, 20, 30],
  selected: null,
};
const firstOf = (changes: Partial<WardMapData> = {}) => [wardMapOption({ ...data, ...changes }, testFrame()).series].flat()[0];

describe('wardMapOption', () => {
  it('shades a unit by its class, outlines what is beyond chance, hatches what is unknown', () =>
    expect(firstOf()).toMatchObject({
      type: 'map',
      data: [
        { name: '01', itemStyle: { areaColor: '#141414', borderColor: testFrame().theme.ink } },
        { name: '02', itemStyle: { areaColor: testFrame().theme.unknown, decal: { symbol: 'rect' } } },
      ],
    }));

  it('counts in circles whose area is the count: a quarter of the largest is half as wide', () => {
    const counted = data.units.map((unit) => ({ ...unit, value: 10, circle: unit.code === '01' ? 1 : 0.25 }));
    expect(firstOf({ units: counted })).toMatchObject({
      data: [{ itemStyle: { areaColor: testFrame().theme.lineSoft }, label: { width: 34, borderRadius: 17 } }, { label: { width: 17 } }],
    });
    knowMaps(wardMapFiles(outlines));
    expect(drawn(wardMapOption({ ...data, units: counted }, testFrame()), 800, 400)).not.toContain('NaN');
  });

  it('outlines the chosen unit before all', () =>
    expect(firstOf({ selected: '02' })).toMatchObject({ data: [{}, { itemStyle: { borderColor: testFrame().theme.brand } }] }));

  it('is drawn from the boundaries, each unit once', () => {
    knowMaps(wardMapFiles(outlines));
    const svg = drawn(wardMapOption(data, testFrame()), 800, wardMapHeight(outlines, 800));
    expect(count(svg, 'fill="#141414"')).toBe(1);
    expect(svg).not.toContain('NaN');
  });

  it('says name and figure of a unit as text', () =>
    expect(tipOf(wardMapOption(data, testFrame()), 0)).toBe('Đống <b>Đa</b>\n33 %, (n) 12'));

  it('draws the dense middle again, beside the whole or below it on a phone', () => {
    const large = [0, 1, 2].flatMap((x) => [square(`L${x}a`, x * 10, 0, 10), square(`L${x}b`, x * 10, 20, 10)]);
    const dense = [...large, ...[10, 12, 14, 16, 18].map((x) => square(`S${x}`, x, 10, 2))];
    const placesAt = (width: number) =>
      [wardMapOption({ ...data, outlines: dense }, testFrame(width)).series].flat().map((one) => (one && 'top' in one ? one.top : null));
    expect(Object.keys(wardMapFiles(dense))).toHaveLength(2);
    expect(placesAt(800)).toEqual([0, 0]);
    expect(placesAt(320)[1]).toBeGreaterThan(300);
  });
});
